// n8n-core logs every error of a node, and the tests provoke many.
process.env.N8N_LOG_LEVEL = 'silent';

/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/e2e/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/fleet/',
    // What mutants are held against; the suites run these laws in files of their own.
    '<rootDir>/test/tools/mutation/',
  ],
  transform: { '\\.ts$': 'ts-jest' },
  // One less than the cores, jest's own choice, is one on a small machine.
  maxWorkers: '100%',
  // A worker keeps what its suites have loaded, n8n's engine for each of them.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/support/setup/propertiesFirst.js',
  // For a test that hangs, and no other: on a busy machine tests take ten times as long as they should.
  testTimeout: 600_000,
  modulePathIgnorePatterns: ['<rootDir>/dist/package.json', '<rootDir>/coverage/'],
};

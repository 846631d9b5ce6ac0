/** @type {import('jest').Config} */
module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  transform: { '\\.ts$': 'ts-jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
  globalSetup: '<rootDir>/test/support/n8n/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/n8n/globalTeardown.ts',
  testTimeout: 10 * 60_000,
};

/** The quick tests of what is mutated; the fault scripts with a fixed seed, as a mutant must be met every time. */
module.exports = {
  rootDir: '../..',
  testMatch: [
    '<rootDir>/test/unit/**/*.test.ts',
    '<rootDir>/test/property/{batches,forEachConcurrently,parseJson,signature,faultExamples}.test.ts',
    '<rootDir>/test/mutation/*.test.ts',
  ],
  testPathIgnorePatterns: [
    '/node_modules/',
    'architecture.test.ts',
    'test/unit/operations/',
    'test/unit/credentials/request/',
  ],
  setupFiles: ['<rootDir>/test/mutation/setUp.ts'],
  moduleNameMapper: { '^n8n-workflow$': '<rootDir>/test/mutation/n8nWorkflow.ts' },
  transform: { '\\.ts$': 'ts-jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
};

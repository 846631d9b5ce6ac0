/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  transform: { '\\.ts$': 'ts-jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
};

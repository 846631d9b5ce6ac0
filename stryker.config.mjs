/** Mutation testing: `npm run mutation`. Each mutant is a small change of the code that some test should notice. */
export default {
  testRunner: 'jest',
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // Tables and constants, which only a run of all tests for each could tell apart; tests hold them by example.
  ignoreStatic: true,
  mutate: ['credentials/signature/**/*.ts', 'nodes/VolcengineRtc/{pipeline,transport}/**/*.ts'],
  ignorePatterns: ['dist', 'output', 'coverage', 'examples'],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'coverage/mutation',
  concurrency: 2,
  // Tests on a virtual clock end in milliseconds or, with a mutant, never.
  timeoutMS: 2_000,
  thresholds: { high: 95, low: 90, break: 90 },
};

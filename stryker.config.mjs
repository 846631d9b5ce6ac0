// The few values of n8n-workflow that the mutated code takes come from a file of the tests: see there.
process.env.TSX_TSCONFIG_PATH = 'test/tools/mutation/tsconfig.json';

/** Mutation testing: `npm run mutation`. Each mutant is a small change of the code that some test should notice. */
export default {
  testRunner: 'mocha',
  // No braces in names of files: of `{a,b}.test.ts` mocha finds none, and only warns.
  mochaOptions: {
    require: ['tsx/cjs'],
    file: ['test/tools/mutation/setUp.ts'],
    spec: [
      'test/unit/credentials/**/*.test.ts',
      'test/property/authenticate.test.ts',
      'test/property/maySign.test.ts',
      'test/unit/pipeline/**/*.test.ts',
      'test/unit/transport/**/*.test.ts',
      'test/unit/growth/FirstItems.test.ts',
      'test/property/batches.test.ts',
      'test/property/forEachConcurrently.test.ts',
      'test/property/parseJson.test.ts',
      'test/property/signature.test.ts',
      'test/property/RateLimiter.test.ts',
      'test/property/places.test.ts',
      'test/property/turns.test.ts',
      'test/property/faultExamples.test.ts',
      'test/tools/mutation/laws.test.ts',
    ],
  },
  coverageAnalysis: 'perTest',
  // Tables and constants, which only a run of all tests for each could tell apart; tests hold them by example.
  ignoreStatic: true,
  mutate: ['credentials/{request,signature}/**/*.ts', 'nodes/VolcengineRtc/{pipeline,transport}/**/*.ts'],
  ignorePatterns: ['dist', 'output', 'coverage', 'examples'],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'coverage/mutation',
  // Also after a failure: the lint would find the instrumented copies.
  cleanTempDir: 'always',
  concurrency: 2,
  // Tests on a virtual clock end in milliseconds or, with a mutant, never. A busy machine must not count as such.
  timeoutMS: 5_000,
  thresholds: { high: 95, low: 90, break: 90 },
};

/**
 * TypeScript is compiled by swc to CommonJS, file by file: the tests start at once and types are checked apart, by tsc.
 * `using` is lowered by the target, because Node 20 does not know it.
 */
const swc = (parser) => [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser, transform: { react: { runtime: 'automatic' } } },
  },
]

/** Packages that ship ES modules only; everything else in node_modules runs as it is. */
const esmOnly = ['temporal-polyfill', 'temporal-spec', 'temporal-utils', 'uuid']

const shared = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/_setup/build-server.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/_setup/no-console-error.ts', '<rootDir>/tests/_setup/second-look.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  transform: {
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
    '\\.ts$': swc({ syntax: 'typescript' }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
}

const journeys = '<rootDir>/tests/journeys/'
/** Long runs by hand: `npm run campaign`. */
const campaigns = '<rootDir>/tests/campaigns/'

export default {
  maxWorkers: 2,
  // No test is judged by the speed of the machine; this only ends one that hangs.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: [journeys, campaigns, '/node_modules/'],
    },
    { ...shared, displayName: 'journeys', testMatch: [`${journeys}**/*.test.{ts,tsx}`] },
    { ...shared, displayName: 'campaigns', testMatch: [`${campaigns}**/*.test.ts`] },
  ],
}

import { swc } from './scripts/tools/swc.mjs';

/** @param {boolean} tsx */
const how = (tsx) => ['@swc/jest', { ...swc(tsx), sourceMaps: 'inline' }];

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/scripts/tools/test-environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': how(false), '^.+\\.tsx$': how(true) },
  moduleNameMapper: {
    '^#(contracts|domain|persistence)/([a-z]+)/codes$': '<rootDir>/libs/$1/src/$2/codes/index.ts',
    '^#(contracts|domain|persistence)/([a-z]+)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^#test/([a-z-]+)$': '<rootDir>/test/support/$1.ts',
    '^#workflows$': '<rootDir>/workflows/index.ts',
    '^#([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testMatch: ['<rootDir>/{libs,apps,workflows}/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // No measure of speed: what a test waits for has a limit of its own, and says what it waited for.
  testTimeout: 1_800_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/tools/test-order.mjs',
};

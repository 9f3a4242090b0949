import { defineConfig } from 'vitest/config'

// Two projects because they have different shares of the time that `npm test` may take, and different readers:
// `unit` says which function is wrong, `goldens` says which story came out differently.
const goldens = ['src/**/*.golden.test.ts', 'src/conformance/**/*.test.ts']

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    // By default one core is left to whoever watches; of two that is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // No test here changes what another one sees, so files of a worker share their modules: half of the time went into
        // loading them. The mutants of the goldens do change rules, and keep to themselves.
        test: { name: 'unit', isolate: false, include: ['src/**/*.test.{ts,tsx}'], exclude: goldens },
      },
      {
        extends: true,
        test: { name: 'goldens', include: goldens },
      },
    ],
  },
})

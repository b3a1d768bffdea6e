import { defineConfig } from 'vitest/config'

// For `npm run mutation` alone, which says in the environment which tests bear on the mutated folder.
export default defineConfig({
  test: {
    include: (process.env.FARSIGHT_MUTATION_TESTS ?? '').split(','),
    environment: 'node',
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
  },
})

/**
 * Changes the code of one folder of core in small ways and runs the tests that bear on it: a change that no test notices
 * is a survivor. `npm run mutation -- iam [file.ts …]`; fails when too many survive. The whole folder takes long.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { cache, root } from './repository.mjs'

/** The fast tests only: those that ask thousands of random questions would take hours. */
const TESTS = {
  iam: ['packages/core/src/iam/**/!(*.properties).test.ts', 'tests/iam/cases.test.ts'],
  network: ['packages/core/src/network/**/*.test.ts'],
}

/** What the tests read; the rest is not copied for them. */
const NEEDED = new Set([
  'node_modules',
  'package.json',
  'packages',
  'tests',
  'tsconfig.json',
  'tsconfig.base.json',
  'vitest.mutation.config.ts',
])

/** Per cent of the changes that some test notices. */
const FLOOR = 88

const [folder = '', ...files] = process.argv.slice(2)

if (!isFolder(folder)) {
  process.stderr.write(`usage: npm run mutation -- ${Object.keys(TESTS).join('|')} [file.ts …]\n`)
  process.exitCode = 2
} else {
  process.chdir(root)
  process.env.FARSIGHT_MUTATION_TESTS = TESTS[folder].join()
  const all = `packages/core/src/${folder}/**/*.ts`
  const mutated = files.length === 0 ? [all] : files.map((file) => `packages/core/src/${folder}/${file}`)
  const stryker = new Stryker({
    mutate: [...mutated, '!**/*.test.ts', '!**/*.cases.ts', '!**/*.cases/**', '!**/test-*.ts'],
    mutator: { excludedMutations: ['StringLiteral'] },
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.FARSIGHT_MUTATION_WORKERS ?? 1),
    ignorePatterns: readdirSync(root)
      .filter((name) => !NEEDED.has(name))
      .map((name) => `/${name}`),
    tempDirName: '.stryker-tmp',
    reporters: ['clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { reportTests: false, allowColor: false },
    jsonReporter: { fileName: join(cache, 'mutation', `${folder}.json`) },
    thresholds: { high: 95, low: FLOOR, break: FLOOR },
    allowEmpty: false,
  })
  try {
    await stryker.runMutationTest()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}

/** @returns {name is keyof typeof TESTS} */
function isFolder(/** @type {string} */ name) {
  return Object.hasOwn(TESTS, name)
}

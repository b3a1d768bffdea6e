/**
 * Changes the code of one folder of core in small ways and runs the tests that bear on it: a change that no test notices
 * is a survivor. `npm run mutation -- iam [file.ts …]`; fails when too many survive. The whole folder takes long.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { cache, filesBelow, root } from './repository.mjs'

/**
 * By folder: the fast tests that bear on it, since those that ask thousands of random questions would take hours; and the
 * floor, in per cent of the changes that some test notices.
 */
const FOLDERS = {
  iam: {
    tests: [
      'tests/iam/cases.test.ts',
      ...testsIn('packages/core/src/iam', 'authorize.properties.test.ts'),
      'tests/library.test.ts',
      'tests/iam/agreement.test.ts',
    ],
    floor: 88,
  },
  network: {
    tests: [
      ...testsIn('packages/core/src/network', 'names.properties.test.ts'),
      'tests/situations.test.ts',
      'tests/library.test.ts',
    ],
    floor: 85,
  },
}

/** Without those that ask for a second. */
function testsIn(/** @type {string} */ folder, /** @type {string} */ slow) {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith(slow))
    .sort((left, right) => Number(isRandom(left)) - Number(isRandom(right)))
}

/** Asked last: the others are faster to notice a change. */
function isRandom(/** @type {string} */ file) {
  return file.includes('.properties.') || file.endsWith('reach.gaps.test.ts')
}

/** One program without vitest, which would take longer to start than the tests take. */
const BARE = {
  testRunner: 'command',
  buildCommand: `node ${join(root, 'scripts/mutation/bundle-tests.mjs')}`,
  commandRunner: { command: `node ${join(root, 'scripts/mutation/run-tests.mjs')}` },
}

/** Random questions of each property: every change waits for them. */
const RUNS = '40'

/** What the tests read; the rest is not copied for them. */
const NEEDED = new Set([
  'cases',
  'docs',
  'node_modules',
  'package.json',
  'packages',
  'tests',
  'tsconfig.json',
  'tsconfig.base.json',
])

const [folder = '', ...files] = process.argv.slice(2)

if (!isFolder(folder)) {
  process.stderr.write(`usage: npm run mutation -- ${Object.keys(FOLDERS).join('|')} [file.ts …]\n`)
  process.exitCode = 2
} else {
  process.chdir(root)
  const { tests, floor } = FOLDERS[folder]
  process.env.FARSIGHT_MUTATION_TESTS = tests.join()
  process.env.FARSIGHT_RUNS ??= RUNS
  const all = `packages/core/src/${folder}/**/*.ts`
  const mutated = files.length === 0 ? [all] : files.map((file) => `packages/core/src/${folder}/${file}`)
  const stryker = new Stryker({
    mutate: [...mutated, '!**/*.test.ts', '!**/*.cases.ts', '!**/*.cases/**', '!**/test-*.ts'],
    mutator: { excludedMutations: ['StringLiteral'] },
    ...BARE,
    concurrency: Number(process.env.FARSIGHT_MUTATION_WORKERS ?? 1),
    ignorePatterns: readdirSync(root)
      .filter((name) => !NEEDED.has(name))
      .map((name) => `/${name}`),
    tempDirName: '.stryker-tmp',
    reporters: ['clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { reportTests: false, allowColor: false },
    jsonReporter: { fileName: join(cache, 'mutation', `${folder}.json`) },
    thresholds: { high: 95, low: floor, break: floor },
    allowEmpty: false,
  })
  try {
    await stryker.runMutationTest()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}

/** @returns {name is keyof typeof FOLDERS} */
function isFolder(/** @type {string} */ name) {
  return Object.hasOwn(FOLDERS, name)
}

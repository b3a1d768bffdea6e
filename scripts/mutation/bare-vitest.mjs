/**
 * What the tests of a pure folder use of vitest, and nothing besides: the first test that fails ends the program. Starting
 * vitest takes longer than most tests, and mutation testing starts them thousands of times. The matchers are vitest's own,
 * which it brings along.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'
import * as chai from 'chai'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

export const expect = Object.assign(
  (/** @type {unknown} */ value, /** @type {string | undefined} */ message) => chai.expect(value, message),
  chai.expect,
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
)
setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '', currentTestName: '' }, expect)

/** @type {{ name: string, run: () => unknown }[]} */
const tests = []

/** The folder with a file for each change: which tests pass it; -1 stands for what runs before the first of them, and so for all. */
const PASSED = 'passed'

/** @type {Map<string, Set<number>>} */
const passed = new Map()
let now = -1

/** What Stryker's counters are replaced with, to find that out. */
Reflect.set(globalThis, 'farsightPassed', (/** @type {string[]} */ ...ids) => {
  for (const id of ids) {
    const by = passed.get(id)
    if (by === undefined) passed.set(id, new Set([now]))
    else by.add(now)
  }
})

const isNeeded = neededFor(process.env.__STRYKER_ACTIVE_MUTANT__)

/** The places of the tests that pass the change; null for all. */
function neededFor(/** @type {string | undefined} */ id) {
  if (id === undefined || !existsSync(PASSED)) return null
  const file = join(PASSED, id)
  /** @type {number[]} */
  const by = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  return by.includes(-1) ? null : new Set(by)
}

/** @typedef {(...args: any[]) => unknown} Body */

export const describe = Object.assign((/** @type {string} */ _name, /** @type {Body} */ body) => void body(), {
  each: (/** @type {readonly unknown[]} */ rows) => (/** @type {string} */ _name, /** @type {Body} */ body) => {
    for (const row of rows) body(...argumentsOf(row))
  },
})

export const test = Object.assign(
  /** With options before the body, or without; they are the runner's affair. */
  (/** @type {string} */ name, /** @type {readonly [Body] | readonly [object, Body]} */ ...rest) => {
    const body = /** @type {Body} */ (rest.at(-1))
    tests.push({ name, run: () => body() })
  },
  {
    each: (/** @type {readonly unknown[]} */ rows) => (/** @type {string} */ name, /** @type {Body} */ body) => {
      for (const row of rows) tests.push({ name, run: () => body(...argumentsOf(row)) })
    },
  },
)

/** @returns {readonly unknown[]} */
function argumentsOf(/** @type {unknown} */ row) {
  return Array.isArray(row) ? row : [row]
}

/** After all files have said which tests they hold. */
export async function runAll() {
  for (const [place, { name, run }] of tests.entries()) {
    if (isNeeded !== null && !isNeeded.has(place)) continue
    now = place
    try {
      await run()
    } catch (error) {
      process.stderr.write(`${name}: ${error instanceof Error ? error.stack : error}\n`)
      process.exit(1)
    }
  }
  if (process.env.FARSIGHT_PASSED === 'write') {
    mkdirSync(PASSED)
    for (const [id, by] of passed) writeFileSync(join(PASSED, id), JSON.stringify([...by]))
  }
  process.stdout.write(`${isNeeded?.size ?? tests.length} tests\n`)
}

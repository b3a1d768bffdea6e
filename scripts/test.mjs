/**
 * Runs every suite; the last line on stdout is `N passed, N failed`.
 *
 * `npm test -- packages/core -t route` passes what follows `--` on to vitest. A suite that this machine cannot run is
 * named with its reason; with CI=true it counts as failed, so that a machine without the means is not green.
 *
 * Exit codes: 0 all passed, 1 something failed or nothing ran.
 */
import { runVitest } from './test/vitest.mjs'

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {() => string | null} prerequisite what this machine lacks to run it, or null
 * @property {(args: readonly string[]) => Promise<Counts>} run
 *
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** @type {readonly Suite[]} */
const suites = [{ name: 'vitest', prerequisite: () => null, run: runVitest }]

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`)

const isCi = process.env.CI === 'true'
const args = process.argv.slice(2)
const total = { passed: 0, failed: 0 }

for (const { name, prerequisite, run } of suites) {
  const lacking = prerequisite()
  if (lacking) {
    say(`${name} did not run: ${lacking}`)
    if (isCi) total.failed++
    continue
  }
  const { passed, failed } = await run(args)
  total.passed += passed
  total.failed += failed
}

const ran = total.passed + total.failed > 0
if (!ran) say(`No test ran${args.length > 0 ? `: nothing matches ${args.join(' ')}` : ''}.`)
if (!ran || total.failed > 0) process.exitCode = 1
say(`${total.passed} passed, ${total.failed} failed`)

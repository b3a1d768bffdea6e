/**
 * Runs every check that is not a test, one after another, and goes on after a failure.
 *
 * `npm run check -- types boundaries` runs only those.
 *
 * Exit codes: 0 all passed, 1 some failed, 2 there is no such check.
 */
import { boundaries } from './check/boundaries.mjs'
import { deadCode } from './check/dead-code.mjs'
import { format } from './check/format.mjs'
import { licenses } from './check/licenses.mjs'
import { packed } from './check/package.mjs'
import { types } from './check/types.mjs'

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<Outcome>} run
 *
 * @typedef {object} Outcome
 * @property {string} problems what is wrong and what to do about it; empty when nothing is
 * @property {string} [note] what was looked at, in a few words
 */

/** @type {readonly Check[]} */
const checks = [format, types, boundaries, deadCode, licenses, packed]

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`)

/** @param {Check} check */
async function passes({ name, run }) {
  const start = performance.now()
  const { problems, note } = await run().catch((error) => ({ problems: String(error.stack ?? error), note: '' }))
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`
  say(`${problems ? 'FAILED' : 'passed'}  ${seconds.padStart(6)}  ${name}${note ? `: ${note}` : ''}`)
  if (problems) say(`\n${problems.trimEnd().replace(/^/gm, '    ')}\n`)
  return problems === ''
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  say(`There is no check ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}.`)
  process.exitCode = 2
} else {
  const failed = []
  const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  for (const check of chosen) {
    if (!(await passes(check))) failed.push(check.name)
  }
  say(
    failed.length > 0
      ? `${failed.length} of ${chosen.length} checks failed: ${failed.join(', ')}`
      : 'All checks passed',
  )
  process.exitCode = failed.length > 0 ? 1 : 0
}

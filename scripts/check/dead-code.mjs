import { runInstalled } from '../run-command.mjs'

/** Everything first, then only what users run, which finds what nothing but a test uses. */
const views = [
  { args: [], heading: 'Nothing uses these: delete them, or their `export`.' },
  {
    args: ['--production'],
    heading: 'Only tests use these: delete them with their tests, or make the product use them.',
  },
]

/** @type {import('../check.mjs').Check} */
export const deadCode = {
  name: 'dead-code',
  async run() {
    const note = 'files, exports and dependencies'
    for (const { args, heading } of views) {
      const { code, output } = await runInstalled('knip/bin/knip.js', ['--no-progress', ...args])
      if (code !== 0) return { problems: `${heading}\n\n${output.trim()}`, note }
    }
    return { problems: '', note }
  },
}

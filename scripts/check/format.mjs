import { runInstalled } from '../run-command.mjs'

/** @type {import('../check.mjs').Check} */
export const format = {
  name: 'format',
  async run() {
    const { code, output } = await runInstalled('@biomejs/biome/bin/biome', [
      'ci',
      '--colors=off',
      '--max-diagnostics=50',
    ])
    const warnings = /Found (\d+) warnings?/.exec(output)
    return {
      problems: code === 0 ? '' : `${output}\nMost of this repairs itself: npm run format`,
      note: `format and lint${warnings ? `, ${warnings[1]} warnings (npx biome lint shows them)` : ''}`,
    }
  },
}

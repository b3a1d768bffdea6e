/**
 * The oracle of packets: random worlds, real connections, and what Farsight says of them. docs/correctness.md.
 *
 * Exit codes: 0 no mismatch, 1 a mismatch or packets cannot be sent here, 2 bad usage.
 */
import { type Command, parseCommand, USAGE, UsageError } from './command.ts'
import { Lab, LabError } from './lab/lab.ts'
import { shown } from './show.ts'
import { shrink } from './shrink.ts'
import { runWorlds } from './tally.ts'

const say = (text: string) => process.stderr.write(`${text}\n`)

/** Each is made small, which takes some seconds. */
const MOST_SHOWN = 3

async function run({ worlds, seed, features, json }: Command): Promise<number> {
  const lab = await Lab.open()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      lab.close()
      process.exit(1)
    })
  }
  try {
    const start = performance.now()
    const { tally, mismatches } = await runWorlds(lab, { worlds, seed, features })
    const seconds = Math.round(performance.now() - start) / 1000
    for (const mismatch of mismatches.slice(0, MOST_SHOWN)) {
      const { world, judged } = await shrink(lab, mismatch)
      say(`${shown(mismatch.seed, world, judged)}\n`)
    }
    const figures = { seed, ...tally, seconds }
    const lines = Object.entries(figures).map(([name, figure]) => `${name.padEnd(12)}${String(figure).padStart(10)}`)
    process.stdout.write(`${json ? JSON.stringify(figures) : lines.join('\n')}\n`)
    return tally.mismatches > 0 ? 1 : 0
  } finally {
    lab.close()
  }
}

try {
  process.exitCode = await run(parseCommand(process.argv.slice(2), Date.now()))
} catch (error) {
  if (error instanceof UsageError) {
    say(`${error.message}\n\n${USAGE}`)
    process.exitCode = 2
  } else {
    say(error instanceof LabError ? `packets: ${error.message}` : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}

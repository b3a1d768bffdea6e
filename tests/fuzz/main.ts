/**
 * Asks the program about thousands of inputs that are nearly sound: docs/correctness.md.
 *
 * Exit codes: 0 nothing found, 1 a find (its input is told) or too much memory, 2 bad usage.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, parseCommand, USAGE, UsageError } from './command.ts'
import { fuzz } from './fuzz.ts'
import { watchdog } from './watchdog.ts'

const say = (text: string) => process.stderr.write(`${text}\n`)

/** More than this, and something grows with the number of inputs, or faster than their size. */
const MOST_MEGABYTES = 1000
const LONGEST_SHOWN = 4000

async function run({ minutes, seed, json }: Command): Promise<number> {
  const watch = watchdog()
  const start = performance.now()
  const secondsSince = () => (performance.now() - start) / 1000
  const { finds, ...tally } = await fuzz(seed, () => secondsSince() >= minutes * 60, watch)
  await watch.end()
  for (const { seed: found, input, fault } of finds) {
    const { file, args, text } = input
    say(`seed ${found}: farsight ${args.join(' ')}   (from ${file})\n${fault}\n${shown(found, text)}\n`)
  }
  const figures = {
    seed,
    inputs: tally.inputs,
    judged: tally.judged,
    megabytes: Math.round(tally.megabytes),
    slowestSecondsPerMegabyte: Math.round(tally.slowest * 100) / 100,
    peakMegabytes: tally.peakMegabytes,
    finds: finds.length,
    seconds: Math.round(secondsSince()),
  }
  const lines = Object.entries(figures).map(([name, figure]) => `${name.padEnd(28)}${String(figure).padStart(10)}`)
  process.stdout.write(`${json ? JSON.stringify(figures) : lines.join('\n')}\n`)
  if (tally.peakMegabytes > MOST_MEGABYTES) say(`fuzz: more than ${MOST_MEGABYTES} MB of memory`)
  return finds.length > 0 || tally.peakMegabytes > MOST_MEGABYTES ? 1 : 0
}

/** A long input goes to a file. */
function shown(seed: number, text: string): string {
  if (text.length <= LONGEST_SHOWN) return text
  const file = join(mkdtempSync(join(tmpdir(), 'farsight-fuzz-')), `${seed}.txt`)
  writeFileSync(file, text)
  return `${text.length} characters: ${file}`
}

try {
  process.exitCode = await run(parseCommand(process.argv.slice(2), Date.now()))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  say(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
}

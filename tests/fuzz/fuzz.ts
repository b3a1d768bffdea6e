import * as fc from 'fast-check'
import { type Answer, ask } from './ask.ts'
import { readBases } from './base.ts'
import { type Input, inputs } from './input.ts'
import type { Watchdog } from './watchdog.ts'

export interface Find {
  readonly seed: number
  readonly input: Input
  readonly fault: string
}

export interface Tally {
  readonly inputs: number
  readonly judged: number
  readonly megabytes: number
  /** Of the input that took longest for its size, in seconds of the processor for each megabyte begun. */
  readonly slowest: number
  readonly peakMegabytes: number
  readonly finds: readonly Find[]
}

/** A find of each batch is made small, and the run goes on with the next seed. */
const BATCH = 200
/** Making a slow input small takes long, too. */
const BATCH_MILLISECONDS = 60_000
/** docs/correctness.md. Tried again before it counts, since others use the machine, too. */
const SECONDS_PER_MEGABYTE = 1
const TRIES = 3

/** Asks for as long as `until` says, each batch with the next seed, so that a find can be had again. */
export async function fuzz(first: number, until: () => boolean, watch: Watchdog): Promise<Tally> {
  const asked = inputs(readBases())
  const tally = { inputs: 0, judged: 0, megabytes: 0, slowest: 0 }
  const finds: Find[] = []
  for (let seed = first; !until(); seed++) {
    let found: Omit<Find, 'seed'> | null = null
    const property = fc.asyncProperty(asked, async (input) => {
      watch.beat(seed)
      const { isJudged, fault, pace } = await timed(input)
      if (found === null) {
        tally.inputs++
        tally.judged += Number(isJudged)
        tally.megabytes += input.text.length / 1e6
        tally.slowest = Math.max(tally.slowest, pace)
      }
      if (fault !== null) found = { input, fault }
      return fault === null
    })
    await fc.check(property, { seed, numRuns: BATCH, interruptAfterTimeLimit: BATCH_MILLISECONDS })
    if (found !== null) finds.push({ seed, ...(found as Omit<Find, 'seed'>) })
  }
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  return { ...tally, peakMegabytes, finds }
}

async function timed(input: Input): Promise<Answer & { readonly pace: number }> {
  const allowed = SECONDS_PER_MEGABYTE * Math.max(1, input.text.length / 1e6)
  let pace = Number.POSITIVE_INFINITY
  let answer: Answer
  let tries = 0
  do {
    const before = process.cpuUsage()
    answer = await ask(input)
    const { user, system } = process.cpuUsage(before)
    pace = Math.min(pace, (user + system) / 1e6 / allowed)
  } while (pace > 1 && ++tries < TRIES)
  return pace > 1 ? { ...answer, pace, fault: `${pace.toFixed(1)} seconds for each megabyte` } : { ...answer, pace }
}

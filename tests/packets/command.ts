import { parseArgs } from 'node:util'
import { FEATURES, type Feature } from './generate/features.ts'

/** What a run was asked for. */
export interface Command {
  readonly worlds: number
  readonly seed: number
  readonly features: ReadonlySet<Feature>
  readonly json: boolean
}

/** The question cannot be understood; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const USAGE = `usage: npm run packets -- [--worlds N] [--seed S] [--features LIST] [--json]

  --worlds N        how many random worlds (default 100)
  --seed S          of the first; the next ones count on from it (default: by the clock)
  --features LIST   what worlds may have (default: all): ${FEATURES.join(', ')}
  --json            one JSON object on stdout and nothing else there
`

export function parseCommand(args: readonly string[], now: number): Command {
  const values = parsed(args)
  return {
    worlds: whole('worlds', values.worlds ?? '100', 1),
    seed: whole('seed', values.seed ?? String(now % 1_000_000_000), 0),
    features: values.features === undefined ? new Set(FEATURES) : new Set(values.features.split(',').map(feature)),
    json: values.json ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        worlds: { type: 'string' },
        seed: { type: 'string' },
        features: { type: 'string' },
        json: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

function whole(option: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) throw new UsageError(`\`--${option} ${text}\`: write a whole number from ${least} on.`)
  return value
}

function feature(name: string): Feature {
  const found = FEATURES.find((each) => each === name)
  if (found === undefined) throw new UsageError(`There is no feature \`${name}\`; there are ${FEATURES.join(', ')}.`)
  return found
}

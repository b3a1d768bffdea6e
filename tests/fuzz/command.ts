import { parseArgs } from 'node:util'

/** What a run was asked for. */
export interface Command {
  readonly minutes: number
  readonly seed: number
  readonly json: boolean
}

/** The question cannot be understood; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const USAGE = `usage: npm run fuzz -- [--minutes N] [--seed S] [--json]

  --minutes N   how long (default 1)
  --seed S      of the first inputs; the next ones count on from it (default: by the clock)
  --json        one JSON object on stdout and nothing else there
`

export function parseCommand(args: readonly string[], now: number): Command {
  const values = parsed(args)
  return {
    minutes: whole('minutes', values.minutes ?? '1', 1),
    seed: whole('seed', values.seed ?? String(now % 1_000_000_000), 0),
    json: values.json ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    const options = { minutes: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

function whole(option: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) throw new UsageError(`\`--${option} ${text}\`: write a whole number from ${least} on.`)
  return value
}

import { parseArgs } from 'node:util'
import { LIMITS } from './limits.ts'

/** What a benchmark run was asked for. */
export interface Command {
  readonly name: BenchmarkName
  readonly services: number
  /** Where the code or the labelled stop messages by others are. */
  readonly corpus?: string
  /** One JSON object on stdout instead of a table. */
  readonly json: boolean
  /** Exit 1 when a limit is broken. */
  readonly check: boolean
}

export type BenchmarkName = 'fleet' | 'reach' | 'iam' | 'cli' | 'iac' | 'stops' | 'calibrate'

/** The question cannot be understood; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const OPTIONS: { readonly [name in BenchmarkName]: readonly string[] } = {
  fleet: ['services', 'json', 'check'],
  reach: ['json', 'check'],
  iam: ['json', 'check'],
  cli: ['json', 'check'],
  iac: ['json', 'corpus'],
  stops: ['json', 'check', 'corpus'],
  calibrate: ['json'],
}

export const USAGE = `usage: npm run bench -- <benchmark> [options]

  fleet [--services N] [--json] [--check]   judge N services over 50 VPCs (default ${LIMITS.fleet.services})
  reach [--json] [--check]                  judge paths from subnets to hosts, for the first time and again
  iam [--json] [--check]                    authorize, through every policy layer
  cli [--json] [--check]                    start the command: --version, and one preflight
  iac [--json] [--corpus DIR]               read and judge the code of a corpus (default tests/corpus)
  stops [--corpus F] [--json] [--check]     read labelled stop messages and compare (default tests/corpus/stops)
  calibrate [--json]                        a fixed piece of computation, to compare machines by

  --json    one JSON object on stdout and nothing else there
  --check   exit 1 when a limit of docs/performance.md is broken
`

export function parseCommand(args: readonly string[]): Command {
  const { positionals, values } = parsed(args)
  const [name, ...rest] = positionals
  if (name === undefined) throw new UsageError('Name a benchmark.')
  if (!isBenchmark(name)) throw new UsageError(`There is no benchmark \`${name}\`.`)
  if (rest.length > 0) throw new UsageError(`\`${rest[0]}\` is one argument too many.`)
  for (const option of Object.keys(values)) {
    if (!OPTIONS[name].includes(option)) throw new UsageError(`\`${name}\` has no option \`--${option}\`.`)
  }
  const services = servicesOf(values.services)
  const { json = false, check = false } = values
  if (check && services !== LIMITS.fleet.services) {
    throw new UsageError(`\`--check\` is about ${LIMITS.fleet.services} services: leave out \`--services\`.`)
  }
  return { name, services, json, check, ...(values.corpus === undefined ? {} : { corpus: values.corpus }) }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        services: { type: 'string' },
        corpus: { type: 'string' },
        json: { type: 'boolean' },
        check: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

function isBenchmark(name: string): name is BenchmarkName {
  return Object.hasOwn(OPTIONS, name)
}

/** The growth is against a tenth of the services: of fewer there would be nothing to measure. */
const FEWEST = 100

function servicesOf(text: string | undefined): number {
  if (text === undefined) return LIMITS.fleet.services
  const services = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  if (!(services >= FEWEST)) throw new UsageError(`\`--services ${text}\`: write a whole number from ${FEWEST} on.`)
  return services
}

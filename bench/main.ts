/**
 * The benchmarks: `npm run bench -- fleet`, docs/performance.md; `npm run bench -- stops`,
 * docs/stops.md.
 *
 * Exit codes: 0 measured, 1 a limit is broken (with `--check`) or nothing could be measured, 2 bad usage.
 */
import { calibration } from './calibrate.ts'
import { cli } from './cli.ts'
import { type Command, parseCommand, USAGE, UsageError } from './command.ts'
import { FLEET_PROCESS, fleet, fleetProcess } from './fleet.ts'
import { CORPUS, iac } from './iac/iac.ts'
import { readSpeed } from './iac/read-speed.ts'
import { iam } from './iam.ts'
import { broken, FLOORS, LIMITS, missed } from './limits.ts'
import { reachFigures } from './reach.ts'
import { MESSAGES, stops, stopsTable } from './stops.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)
const say = (text: string) => process.stderr.write(`bench: ${text}\n`)

interface Measured {
  readonly figures: object
  readonly problems: readonly string[]
  /** The figures for a person, where a plain table of them says too little. */
  readonly text?: string
}

async function measure({ name, services, corpus }: Command): Promise<Measured> {
  switch (name) {
    case 'fleet': {
      const figures = fleet(services, say)
      const { seconds, peakMb, perServiceGrowth } = LIMITS.fleet
      return { figures, problems: broken({ seconds, peakMb, perServiceGrowth }, figures) }
    }
    case 'cli': {
      const figures = cli(say)
      return { figures, problems: broken(LIMITS.cli, figures) }
    }
    case 'iac':
      return { figures: { ...(await iac(corpus ?? CORPUS, say)), ...readSpeed() }, problems: [] }
    case 'reach': {
      const figures = reachFigures(say)
      return { figures, problems: missed(FLOORS.reach, figures) }
    }
    case 'iam': {
      const figures = iam()
      return { figures, problems: missed(FLOORS.iam, figures) }
    }
    case 'stops': {
      const figures = stops(corpus ?? MESSAGES)
      return { figures, problems: missed(FLOORS.stops, figures), text: stopsTable(figures) }
    }
    case 'calibrate':
      return { figures: calibration(), problems: [] }
  }
}

function table(figures: object): string {
  const rows = Object.entries(figures).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([part, inner]) => [`${name}.${part}`, String(inner)] as const)
      : [[name, String(value)]],
  )
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map(([name, value]) => `${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}`).join('\n')
}

async function run(args: readonly string[]): Promise<number> {
  if (args[0] === FLEET_PROCESS) {
    print(JSON.stringify(fleetProcess(args.slice(1))))
    return 0
  }
  try {
    const command = parseCommand(args)
    const { figures, problems, text } = await measure(command)
    print(command.json ? JSON.stringify(figures) : (text ?? table(figures)))
    if (!command.check) return 0
    for (const problem of problems) say(problem)
    return problems.length > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${USAGE}`)
      return 2
    }
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}

process.exitCode = await run(process.argv.slice(2))

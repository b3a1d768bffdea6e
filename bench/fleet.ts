import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ColdRun, coldRun, type WarmRun, warmRun } from './fleet-run.ts'
import { fleetSnapshot } from './fleet-snapshot.ts'
import { median, rounded } from './statistics.ts'

/** Medians, where nothing else is said. */
export interface FleetFigures {
  readonly services: number
  readonly seconds: number
  readonly fastestSeconds: number
  /** Of processes that have judged nothing before. */
  readonly coldSeconds: number
  /** Seconds a service, against those of a tenth of the services. */
  readonly perServiceGrowth: number
  /** The greater of the two that follow it. */
  readonly peakMb: number
  readonly heapPeakMb: number
  readonly residentPeakMb: number
  readonly retainedMb: number
  readonly snapshotMb: number
  readonly ratioToCalibrate: number
  readonly calibrateSeconds: number
  readonly reportSeconds: number
  readonly callsPerService: number
  readonly fewestCalls: number
  readonly verdicts: ColdRun['verdicts']
}

const COLD_RUNS = 3
const ROUNDS = 5

export function fleet(services: number, progress: (text: string) => void): FleetFigures {
  const folder = mkdtempSync(join(tmpdir(), 'farsight-bench-'))
  try {
    const tenth = Math.round(services / 10)
    progress(`writing snapshots of ${services} and ${tenth} services`)
    const file = written(folder, services)
    const tenthFile = written(folder, tenth)
    const runs: ColdRun[] = []
    for (let run = 1; run <= COLD_RUNS; run++) {
      runs.push(inProcess<ColdRun>(['cold', file]))
      progress(`process ${run} of ${COLD_RUNS}: ${runs.at(-1)?.seconds.toFixed(3)} s`)
    }
    progress(`${ROUNDS} rounds of both sizes in one process`)
    const warm = inProcess<WarmRun>(['warm', file, tenthFile, String(ROUNDS)])
    return figuresOf(services, tenth, runs, warm)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function written(folder: string, services: number): string {
  const file = join(folder, `${services}.json`)
  writeFileSync(file, JSON.stringify(fleetSnapshot(services)))
  return file
}

function figuresOf(services: number, tenth: number, runs: readonly ColdRun[], warm: WarmRun): FleetFigures {
  const middle = (of: (run: ColdRun) => number, digits: number) => rounded(median(runs.map(of)), digits)
  const [first] = runs
  if (first === undefined) throw new Error('no run')
  return {
    services,
    seconds: rounded(warm.seconds, 3),
    fastestSeconds: rounded(warm.fastestSeconds, 3),
    coldSeconds: middle(({ seconds }) => seconds, 3),
    perServiceGrowth: rounded(warm.seconds / services / (warm.tenthSeconds / tenth), 3),
    peakMb: middle(({ heapPeakMb, residentPeakMb }) => Math.max(heapPeakMb, residentPeakMb), 1),
    heapPeakMb: middle(({ heapPeakMb }) => heapPeakMb, 1),
    residentPeakMb: middle(({ residentPeakMb }) => residentPeakMb, 1),
    retainedMb: middle(({ retainedMb }) => retainedMb, 1),
    snapshotMb: middle(({ snapshotMb }) => snapshotMb, 1),
    ratioToCalibrate: rounded(warm.seconds / warm.calibrateSeconds, 3),
    calibrateSeconds: rounded(warm.calibrateSeconds, 4),
    reportSeconds: middle(({ reportSeconds }) => reportSeconds, 3),
    callsPerService: rounded(first.callsPerService, 2),
    fewestCalls: first.fewestCalls,
    verdicts: first.verdicts,
  }
}

/** What `main.ts` is asked for when it is started again to measure in a process of its own. */
export const FLEET_PROCESS = 'fleet-process'

const runTs = fileURLToPath(new URL('../scripts/run-ts.mjs', import.meta.url))

function inProcess<Run>(args: readonly string[]): Run {
  const { status, stdout, error } = spawnSync(
    process.execPath,
    ['--expose-gc', runTs, 'bench/main.ts', FLEET_PROCESS, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (status !== 0) throw error ?? new Error(`the measuring process ended with exit code ${status}`)
  return JSON.parse(stdout) as Run
}

export function fleetProcess([kind = '', file = '', tenthFile = '', runs = '']: readonly string[]): ColdRun | WarmRun {
  return kind === 'cold' ? coldRun(file) : warmRun(file, tenthFile, Number(runs))
}

import { readFileSync, writeFileSync } from 'node:fs'
import { GCProfiler, getHeapStatistics } from 'node:v8'
import { buildReport, index, preflight, type Snapshot } from '@farsight/core'
import { requirementsOf } from '../packages/core/src/launch/judge.ts'
import type { World } from '../packages/core/src/model/world.ts'
import type { Preflight } from '../packages/core/src/preflight.ts'
import { calibrate } from './calibrate.ts'
import { median, secondsOf } from './statistics.ts'

/** What one process measured that had judged nothing before. */
export interface ColdRun {
  readonly seconds: number
  readonly reportSeconds: number
  /** Of the snapshot and the program, before judging. */
  readonly snapshotMb: number
  /** The most above that: on the heap of JavaScript, and of the process as the kernel counts. */
  readonly heapPeakMb: number
  readonly residentPeakMb: number
  /** What the results still hold after a collection. */
  readonly retainedMb: number
  readonly callsPerService: number
  readonly fewestCalls: number
  readonly verdicts: { readonly works: number; readonly fails: number; readonly undecided: number }
}

/** The whole of what is timed: everything that a report needs is in what it returns. */
function judge(snapshot: Snapshot): { readonly world: World; readonly judged: Preflight } {
  const world = index(snapshot)
  return { world, judged: preflight(world) }
}

export function coldRun(file: string): ColdRun {
  const snapshot = read(file)
  collect()
  forgetPeak()
  const start = { heap: used(), resident: process.memoryUsage.rss() }
  const profiler = new GCProfiler()
  profiler.start()
  const started = performance.now()
  const { world, judged } = judge(snapshot)
  const seconds = (performance.now() - started) / 1000
  const heapPeak = Math.max(
    used(),
    ...profiler.stop().statistics.map(({ beforeGC }) => usedOf(beforeGC.heapStatistics)),
  )
  const residentPeak = process.resourceUsage().maxRSS * 1024
  collect()
  const retained = used()
  const reportSeconds = secondsOf(() => {
    buildReport(world, judged, { source: { type: 'snapshot', files: [file] }, language: 'en' })
  })
  return {
    seconds,
    reportSeconds,
    snapshotMb: megabytes(start.heap),
    heapPeakMb: megabytes(heapPeak - start.heap),
    residentPeakMb: megabytes(residentPeak - start.resident),
    retainedMb: megabytes(retained - start.heap),
    ...described(world, judged),
  }
}

function described(
  world: World,
  { launches }: Preflight,
): Pick<ColdRun, 'callsPerService' | 'fewestCalls' | 'verdicts'> {
  const calls = launches.map(
    (launch) => requirementsOf(world, launch).filter(({ requirement }) => requirement.kind === 'call').length,
  )
  const count = (wanted: string) => launches.filter(({ verdict }) => verdict === wanted).length
  return {
    callsPerService: calls.reduce((sum, each) => sum + each, 0) / calls.length,
    fewestCalls: Math.min(...calls),
    verdicts: { works: count('works'), fails: count('fails'), undecided: count('undecided') },
  }
}

/** Medians of a process that has judged both sizes before. */
export interface WarmRun {
  readonly seconds: number
  readonly fastestSeconds: number
  readonly tenthSeconds: number
  readonly calibrateSeconds: number
}

/**
 * The two sizes take turns, so that a busy machine slows both; the small one more often, because a short time is easily
 * disturbed. Each time the snapshot is parsed anew, because what was compiled for one snapshot serves it for ever.
 */
export function warmRun(file: string, tenthFile: string, rounds: number): WarmRun {
  const once = (path: string): number => {
    const snapshot = read(path)
    collect()
    return secondsOf(() => {
      judge(snapshot)
    })
  }
  once(tenthFile)
  once(file)
  const seconds: number[] = []
  const tenthSeconds: number[] = []
  const calibrateSeconds: number[] = []
  for (let round = 0; round < rounds; round++) {
    tenthSeconds.push(once(tenthFile), once(tenthFile), once(tenthFile))
    seconds.push(once(file))
    calibrateSeconds.push(calibrate())
  }
  return {
    seconds: median(seconds),
    fastestSeconds: Math.min(...seconds),
    tenthSeconds: median(tenthSeconds),
    calibrateSeconds: median(calibrateSeconds),
  }
}

function read(file: string): Snapshot {
  return JSON.parse(readFileSync(file, 'utf8')) as Snapshot
}

function collect(): void {
  if (gc === undefined) throw new Error('start this process with --expose-gc')
  gc()
  gc()
}

function used(): number {
  return usedOf({
    usedHeapSize: getHeapStatistics().used_heap_size,
    externalMemory: getHeapStatistics().external_memory,
  })
}

function usedOf({
  usedHeapSize,
  externalMemory,
}: {
  readonly usedHeapSize: number
  readonly externalMemory: number
}): number {
  return usedHeapSize + externalMemory
}

/** On Linux the kernel forgets the highest size so far when asked to; elsewhere the peak includes that of reading. */
function forgetPeak(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Not allowed here: the peak includes that of reading
  }
}

function megabytes(bytes: number): number {
  return bytes / 1e6
}

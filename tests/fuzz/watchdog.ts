import { Worker } from 'node:worker_threads'

/** Above what any input takes, also on a busy machine. */
const PATIENCE_SECONDS = 60

/** A thread of its own, since one that hangs cannot say so. It ends the process. */
const WATCH = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const [beats, seconds] = [new Int32Array(workerData.shared), workerData.seconds]
let before = -1
setInterval(() => {
  const [count, seed] = beats
  if (count === before) {
    writeSync(2, 'fuzz: an input of seed ' + seed + ' does not end (number ' + count + ' of this run)\\n')
    process.kill(process.pid, 'SIGKILL')
  }
  before = count
}, seconds * 1000)
`

export interface Watchdog {
  /** Says that another input of this seed begins. */
  readonly beat: (seed: number) => void
  readonly end: () => Promise<unknown>
}

export function watchdog(): Watchdog {
  const shared = new SharedArrayBuffer(8)
  const beats = new Int32Array(shared)
  const worker = new Worker(WATCH, { eval: true, workerData: { shared, seconds: PATIENCE_SECONDS } })
  return {
    beat: (seed) => {
      beats[0] = (beats[0] ?? 0) + 1
      beats[1] = seed
    },
    end: () => worker.terminate(),
  }
}

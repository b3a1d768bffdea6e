import { median, rounded, secondsOf } from './statistics.ts'

/**
 * A fixed piece of pure computation, of the kind that judging consists of: look-ups in maps by short texts, comparing
 * texts, 32-bit integers. A figure divided by its time says more across machines than seconds do.
 */
export function calibrate(): number {
  return secondsOf(() => {
    const sum = compute()
    if (sum !== EXPECTED) throw new Error(`calibrate computed ${sum}, not ${EXPECTED}: it is no longer the same piece`)
  })
}

const ROUNDS = 900
const KEYS = 4096
const EXPECTED = 3621159029

function compute(): number {
  const keys = Array.from(
    { length: KEYS },
    (_, i) => `arn:aws:ecs:region:account:service/${Math.imul(i, 2654435761) >>> 0}`,
  )
  const order = new Map(keys.map((key, i) => [key, i]))
  let sum = 1
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < KEYS; i++) {
      sum = Math.imul(sum ^ (sum >>> 15), 2246822507) ^ i
      const key = keys[sum & (KEYS - 1)] ?? ''
      const other = keys[(sum >>> 12) & (KEYS - 1)] ?? ''
      sum = (sum + (order.get(key) ?? 0)) | 0
      if (matchesFrom(key, other, 32)) sum = (sum << 1) | (sum >>> 31)
    }
  }
  return sum >>> 0
}

/** Whether the texts have the same character at any of the places from here on. */
function matchesFrom(left: string, right: string, from: number): boolean {
  const end = Math.min(left.length, right.length)
  for (let i = from; i < end; i++) if (left.charCodeAt(i) === right.charCodeAt(i)) return true
  return false
}

export interface Calibration {
  readonly seconds: number
  readonly fastestSeconds: number
}

const RUNS = 5

/** The first run also compiles, so it does not count. */
export function calibration(): Calibration {
  calibrate()
  const runs = Array.from({ length: RUNS }, calibrate)
  return { seconds: rounded(median(runs), 4), fastestSeconds: rounded(Math.min(...runs), 4) }
}

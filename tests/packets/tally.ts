import type { Feature } from './generate/features.ts'
import { generate } from './generate/generate.ts'
import type { Faults } from './kernel/faults.ts'
import type { Lab } from './lab/lab.ts'
import type { PacketWorld } from './packet-world.ts'
import { type Judged, judge } from './run.ts'

/** What came out of many worlds. */
export interface Tally {
  worlds: number
  probes: number
  connections: number
  agreed: number
  /** Farsight does not say: neither agreement nor a mismatch. */
  undecided: number
  mismatches: number
  /** Of all probes, by what the kernel says. */
  works: number
  fails: number
  partial: number
}

export interface Mismatch {
  readonly seed: number
  readonly world: PacketWorld
  readonly judged: Judged
}

export interface RunResult {
  readonly tally: Tally
  readonly mismatches: readonly Mismatch[]
}

export interface RunRequest {
  readonly worlds: number
  readonly seed: number
  readonly features: ReadonlySet<Feature>
  readonly faults?: Faults
  /** Ends with the first mismatch. */
  readonly untilOne?: boolean
}

export async function runWorlds(
  lab: Lab,
  { worlds, seed, features, faults = {}, untilOne }: RunRequest,
): Promise<RunResult> {
  const tally: Tally = {
    worlds: 0,
    probes: 0,
    connections: 0,
    agreed: 0,
    undecided: 0,
    mismatches: 0,
    works: 0,
    fails: 0,
    partial: 0,
  }
  const mismatches: Mismatch[] = []
  for (let number = 0; number < worlds && !(untilOne && mismatches.length > 0); number++) {
    const world = generate(seed + number, features)
    tally.worlds++
    for (const judged of await judge(lab, world, faults)) {
      const { outcome, verdict } = judged.comparison
      tally.probes++
      tally.connections += judged.kernel.tried.length
      tally[outcome === 'mismatch' ? 'mismatches' : outcome]++
      tally[verdict]++
      if (outcome === 'mismatch') mismatches.push({ seed: seed + number, world, judged })
    }
  }
  return { tally, mismatches }
}

import type { Snapshot } from '@farsight/core'
import type { Faults } from './kernel/faults.ts'
import type { Lab } from './lab/lab.ts'
import type { PacketWorld } from './packet-world.ts'
import { type Judged, judge } from './run.ts'
import type { Mismatch } from './tally.ts'

interface Shrunk {
  readonly world: PacketWorld
  readonly judged: Judged
}

/** The parts of a VPC of which any may be left out. */
const PARTS =
  /\/(subnets|endpoints|natGateways|networkAcls|securityGroups|internetGateways|egressOnlyInternetGateways|routeTables|routes|entries|ingress|egress|cidrBlocks|subnetIds|securityGroupIds|peeringConnections|transitGatewayAttachments|hostedZones)\/[^/]+$/

/** Leaves out what is not needed for the two to disagree in the same way; the question itself stays. */
export async function shrink(lab: Lab, { world, judged }: Mismatch, faults: Faults = {}): Promise<Shrunk> {
  const { probe, comparison } = judged
  let best: Shrunk = { world: { ...world, probes: [probe] }, judged }
  const stillDiffers = async (candidate: PacketWorld): Promise<Judged | null> => {
    try {
      const [again] = await judge(lab, candidate, faults)
      const { outcome, verdict } = again?.comparison ?? {}
      const isSame =
        again?.path.verdict === judged.path.verdict &&
        verdict === comparison.verdict &&
        kindOf(again) === kindOf(judged)
      return again !== undefined && outcome === 'mismatch' && isSame ? again : null
    } catch {
      // Without that part it is no world: a task without its subnet, a route to a list that is gone
      return null
    }
  }
  const alone = await stillDiffers(best.world)
  if (alone === null) return { world, judged }
  for (let changed = true; changed; ) {
    changed = false
    for (const path of pathsOf(best.world.snapshot).toReversed()) {
      const candidate = { ...best.world, snapshot: without(best.world.snapshot, path) }
      const again = await stillDiffers(candidate)
      if (again === null) continue
      best = { world: candidate, judged: again }
      changed = true
    }
  }
  return best
}

/** What they disagree in, without the addresses. */
function kindOf({ comparison }: Judged): string {
  return comparison.outcome === 'mismatch' ? comparison.why.replace(/[\d.:a-f]{7,}/g, '') : ''
}

type Path = readonly string[]

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return PARTS.test(`/${path.join('/')}`) ? [path] : []
  const inside = Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key.replaceAll('/', '~')]))
  return PARTS.test(`/${path.join('/')}`) ? [path, ...inside] : inside
}

function without(snapshot: Snapshot, path: Path): Snapshot {
  const copy = structuredClone(snapshot)
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown> | undefined>((at, key) => at?.[key] as Record<string, unknown> | undefined, {
      ...copy,
    })
  const last = path.at(-1) ?? ''
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else if (holder !== undefined) delete holder[last]
  return copy
}

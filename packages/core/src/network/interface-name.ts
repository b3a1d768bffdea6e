import type { Gap } from '../model/gap.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { along, type Hop, openHop } from './hop.ts'
import { locate } from './locate-host.ts'
import { notModeled } from './open-fact.ts'

/**
 * What the resolver of the VPC does to the name of an interface that is no endpoint's. That AWS itself leads it there is
 * known from elsewhere.
 */
export function interfaceName(world: World, vpc: Placed<Vpc>, host: string): Hop {
  const { kind, names } = locate(world, vpc, host)
  if (kind !== 'unknown') return along([names, openHop([notModeled('host', host, vpc.at, 'name-leads-elsewhere')])])
  if (names.blockers.length > 0) return names
  return openHop(names.gaps.filter(({ gap }) => !isOfAws(gap, host)))
}

/** The name itself, which nobody in the VPC answers for. Code may not say in which Region it is. */
function isOfAws(gap: Gap, host: string): boolean {
  return gap.gap === 'unresolved' ? gap.expression === host : gap.gap === 'not-modeled' && gap.what === 'aws-name'
}

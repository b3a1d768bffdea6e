import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Place, Placed, World } from '../model/world.ts'
import { oncePer } from './once.ts'
import { openFact } from './open-fact.ts'

/** A VPC beside the one that the packets come from, as its owner has it where the snapshot says so. */
export function vpcWith(world: World, id: string, place: Place): Placed<Vpc> | OpenFact {
  const all = vpcsOf(world).get(id) ?? []
  const own = all.find(({ value, place: at }) => (value.ownerAccount ?? at.account) === at.account)
  const found = own ?? all[0]
  if (found !== undefined) return found
  const there = world.find('vpcs', place, id)
  const at = pointerTo('/accounts', place.account, 'regions', place.region, 'vpcs', id)
  return openFact('vpc', id, at, isGap(there) ? there : NOT_READ)
}

const vpcsOf = oncePer((world: World): ReadonlyMap<string, readonly Placed<Vpc>[]> => {
  const byId = new Map<string, Placed<Vpc>[]>()
  for (const vpc of world.vpcs) {
    const others = byId.get(vpc.id)
    if (others === undefined) byId.set(vpc.id, [vpc])
    else others.push(vpc)
  }
  return byId
})

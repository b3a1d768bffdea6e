import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet } from '../model/world.ts'
import { ANYWHERE, blockOf, blocksOf } from './address-set.ts'
import type { Whereabouts } from './hop.ts'
import { oncePer, oncePerKey } from './once.ts'
import { notModeled, notThere, openFact } from './open-fact.ts'
import type { RangeSet } from './range-set.ts'

/** A subnet of the VPC by its id, or the fact that hides it. */
export const subnetOf = oncePerKey((vpc: Placed<Vpc>, id): PlacedSubnet | OpenFact => {
  const found = lookUpListed(vpc.value.subnets, id)
  const at = pointerTo(vpc.at, 'subnets', id)
  if (found === null || isGap(found)) return openFact('subnet', id, at, found ?? notThere(id))
  return { id, value: found, at, place: vpc.place, vpc }
})

/** The IPv4 addresses that an interface in the subnet may have; an open fact for a subnet without IPv4. */
export const addressesIn = oncePer((subnet: PlacedSubnet): Whereabouts | OpenFact => {
  const { cidrBlock, ipv6Native } = subnet.value
  if (cidrBlock === undefined || ipv6Native === true) {
    return notModeled('subnet', subnet.id, subnet.at, 'ipv6-only-subnet')
  }
  const block = blockOf(cidrBlock)
  if (block === null) return notModeled('subnet', subnet.id, subnet.at, 'ipv6-only-subnet')
  if (!isGap(block)) return { within: block.addresses, open: null }
  return somewhereIn(subnet.vpc, openFact('subnet', subnet.id, pointerTo(subnet.at, 'cidrBlock'), block))
})

/** An address of the VPC of which nobody knows more. */
export function somewhereIn(vpc: Placed<Vpc>, open: OpenFact): Whereabouts {
  const blocks = blocksOfVpc(vpc)
  return { within: isGap(blocks) || blocks.length === 0 ? ANYWHERE : blocks, open }
}

export const blocksOfVpc = oncePer((vpc: Placed<Vpc>): Known<RangeSet> => blocksOf(vpc.value.cidrBlocks))

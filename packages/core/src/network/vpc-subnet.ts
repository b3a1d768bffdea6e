import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, PlacedSubnet } from '../model/world.ts'
import { anywhere, blockOf, blocksOf } from './address-set.ts'
import type { Family } from './family.ts'
import type { Whereabouts } from './hop.ts'
import { oncePerFamily, oncePerKey } from './once.ts'
import { notThere, openFact } from './open-fact.ts'
import type { RangeSet } from './range-set.ts'

/** A subnet of the VPC by its id, or the fact that hides it. */
export const subnetOf = oncePerKey((vpc: Placed<Vpc>, id): PlacedSubnet | OpenFact => {
  const found = lookUpListed(vpc.value.subnets, id)
  const at = pointerTo(vpc.at, 'subnets', id)
  if (found === null || isGap(found)) return openFact('subnet', id, at, found ?? notThere(id))
  return { id, value: found, at, place: vpc.place, vpc }
})

/** The addresses that an interface in the subnet may have; null: none of the family. */
export const addressesIn = oncePerFamily((subnet: PlacedSubnet, family): Whereabouts | null => {
  const { cidrBlock, ipv6CidrBlock, ipv6Native } = subnet.value
  const name = family === 4 ? 'cidrBlock' : 'ipv6CidrBlock'
  const text = family === 4 ? cidrBlock : ipv6CidrBlock
  if (text === undefined || (family === 4 && ipv6Native === true)) return null
  const block = blockOf(text, family)
  if (block === null) return null
  if (!isGap(block)) return { within: block.addresses, open: null }
  return somewhereIn(subnet.vpc, openFact('subnet', subnet.id, pointerTo(subnet.at, name), block), family)
})

/** An address of the VPC of which nobody knows more. */
export function somewhereIn(vpc: Placed<Vpc>, open: OpenFact, family: Family): Whereabouts {
  const blocks = blocksOfVpc(vpc, family)
  return { within: isGap(blocks) || blocks.length === 0 ? anywhere(family) : blocks, open }
}

const blocksByFamily = oncePerFamily(
  (vpc: Placed<Vpc>, family): Known<RangeSet> => blocksOf(vpc.value.cidrBlocks, family),
)

export function blocksOfVpc(vpc: Placed<Vpc>, family: Family = 4): Known<RangeSet> {
  return blocksByFamily(vpc, family)
}

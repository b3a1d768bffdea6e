import { isGap } from '../model/known.ts'
import { publicSpace } from './address-set.ts'
import type { Flow, Place } from './flow.ts'
import { unknownLeg } from './leg.ts'
import { mergeParts } from './merge-parts.ts'
import { notModeled } from './open-fact.ts'
import { intersect, NOTHING, overlaps, type RangeSet, subtract } from './range-set.ts'
import type { Walk } from './spot.ts'
import type { Leg } from './trip.ts'
import { addressesIn, blocksOfVpc } from './vpc-subnet.ts'

/**
 * The addresses that are in the subnet itself, or may be: what goes there passes no ACL and no table. Hosts outside are
 * taken to have none of the VPC's.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export function besideIn({ target, family }: Flow, { vpc, subnet }: Place): RangeSet {
  const block = addressesIn(subnet, family)
  if (block === null || !overlaps(block.within, target.within)) return NOTHING
  const inside = intersect(block.within, target.within)
  const isSomewhere = target.open !== null || (isGap(blocksOfVpc(vpc, family)) && block.open !== null)
  return isSomewhere ? subtract(inside, publicSpace(family)) : inside
}

/** Which host has such an address is not known; the rest goes on. */
export function toBeside(flow: Flow, place: Place, beside: RangeSet, walk: Walk): Leg {
  const { target } = flow
  const rest = subtract(target.within, beside)
  const there = unknownLeg('route', notModeled('hop', 'local', place.vpc.at, 'host-in-vpc'))
  if (rest.length === 0) return there
  const parts = [
    { within: beside, leg: there },
    { within: rest, leg: walk({ ...flow, target: { within: rest, open: target.open } }, place) },
  ]
  return mergeParts(parts, target)
}

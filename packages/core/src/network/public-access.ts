import { NOT_READ } from '../model/gap.ts'
import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { sameText } from '../model/placeholder.ts'
import type { BlockPublicAccess, Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { notModeled, openFact } from './open-fact.ts'

/** What goes through an internet gateway: from an interface of its own, or from a gateway that lets nothing in. */
interface Passage {
  readonly gatewayId: string
  /** Null: of a regional NAT gateway, which is in none. */
  readonly subnetId: string | null
  /** Through a NAT gateway or an egress-only internet gateway. */
  readonly egressOnly: boolean
  /** The subnet of the task. */
  readonly taskSubnetId: string
}

/**
 * Internet gateways see the interface that sends: of what a NAT gateway sends, the subnet of the gateway counts.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export function passPublicAccess(vpc: Placed<Vpc>, passage: Passage): Hop {
  const { blockPublicAccess: access } = vpc.value
  if (access === undefined) return WORKS
  const at = pointerTo(vpc.at, 'blockPublicAccess')
  if (isGap(access)) return openHop([openFact('vpc', vpc.id, at, access)])
  const { mode } = access
  if (mode === 'off') return WORKS
  if (isGap(mode)) return openHop([openFact('vpc', vpc.id, pointerTo(at, 'mode'), mode)])
  if (mode === 'block-ingress' && passage.egressOnly) return WORKS
  const excluded = exclusionOf(vpc, access, passage)
  if (isGap(excluded)) return openHop([openFact('vpc', vpc.id, pointerTo(at, 'exclusions'), excluded)])
  if (excluded === 'allow-bidirectional') return WORKS
  // An egress-only exclusion bears on the bidirectional mode alone.
  if (excluded === 'allow-egress' && mode === 'block-bidirectional') {
    if (passage.egressOnly) return WORKS
    return openHop([notModeled('vpc', vpc.id, pointerTo(at, 'exclusions'), 'block-public-access', excluded)])
  }
  const { gatewayId, subnetId } = passage
  // What an exclusion of the task's subnet does to the NAT gateway in another one AWS does not say.
  if (excluded === 'task') {
    return openHop([notModeled('vpc', vpc.id, pointerTo(at, 'exclusions'), 'block-public-access', mode)])
  }
  return blocked({ blocker: 'public-access-blocked', vpcId: vpc.id, subnetId, mode, gatewayId, at })
}

/** The widest exclusion of the subnet or the VPC; `task`: of the subnet of the task alone; null: none. */
function exclusionOf(vpc: Placed<Vpc>, { exclusions = [] }: BlockPublicAccess, { subnetId, taskSubnetId }: Passage) {
  if (isGap(exclusions)) return exclusions
  let open = false
  let narrow: 'allow-egress' | 'task' | null = null
  for (const { resourceId, mode } of exclusions) {
    const names = [vpc.id, ...(subnetId === null ? [] : [subnetId])].map((id) => sameText(resourceId, id))
    if (names.includes(true)) {
      if (mode === 'allow-bidirectional') return mode
      narrow = mode
    } else if (names.includes(undefined)) open = true
    else if (resourceId === taskSubnetId) narrow ??= 'task'
  }
  return open ? NOT_READ : narrow
}

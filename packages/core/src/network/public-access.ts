import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { blocked, type Hop, openHop } from './hop.ts'
import { notModeled, openFact } from './open-fact.ts'

/** How the traffic leaves: from an interface with a public address, or through a NAT gateway. */
export interface Departing {
  readonly by: 'interface' | 'nat-gateway'
  readonly gatewayId: string
  /** The subnet of the interface or of the NAT gateway; null: a regional gateway has none. */
  readonly subnetId: string | null
  /** The subnet of the task. */
  readonly taskSubnetId: string
}

/**
 * VPC Block Public Access stops the traffic of internet gateways, but for VPCs and subnets that are excluded. Where it
 * blocks ingress alone, NAT gateways still carry what is asked from inside.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export function passPublicAccess(vpc: Placed<Vpc>, departing: Departing): Hop {
  const { blockPublicAccess: access } = vpc.value
  if (access === undefined) return WORKS
  const at = pointerTo(vpc.at, 'blockPublicAccess')
  if (isGap(access)) return openHop([openFact('vpc', vpc.id, at, access)])
  const { mode } = access
  if (isGap(mode)) return openHop([openFact('vpc', vpc.id, at, mode)])
  if (mode === 'off') return WORKS
  if (mode === 'block-ingress' && departing.by === 'nat-gateway') return WORKS
  const { exclusions = [] } = access
  if (isGap(exclusions)) return openHop([openFact('vpc', vpc.id, pointerTo(at, 'exclusions'), exclusions)])

  const { by, gatewayId, subnetId, taskSubnetId } = departing
  const excluded = new Set(exclusions.filter(({ resourceId }) => resourceId === vpc.id || resourceId === subnetId))
  if ([...excluded].some((exclusion) => exclusion.mode === 'allow-bidirectional')) return WORKS
  // AWS documents egress from excluded subnets, and not whether that of a public address is meant beside NAT gateways;
  // nor what an exclusion of the task's subnet does to the gateway in another one.
  const byEgress = mode === 'block-bidirectional' && excluded.size > 0
  if (byEgress && by === 'nat-gateway') return WORKS
  const ofTask = by === 'nat-gateway' && exclusions.some(({ resourceId }) => resourceId === taskSubnetId)
  if (byEgress || ofTask) return openHop([notModeled('vpc', vpc.id, at, 'block-public-access', mode)])
  return blocked({ blocker: 'public-access-blocked', vpcId: vpc.id, mode, gatewayId, subnetId, at })
}

import { WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { arrive } from './arrive.ts'
import type { Flow } from './flow.ts'
import { blocked, type Hop } from './hop.ts'
import { leg, unknownLeg } from './leg.ts'
import { isOpen, notModeled } from './open-fact.ts'
import { peerOf } from './peering.ts'
import { overlaps } from './range-set.ts'
import type { Spot, Walk } from './spot.ts'
import { step } from './step.ts'
import type { Leg } from './trip.ts'
import { blocksOfVpc } from './vpc-subnet.ts'

/**
 * A peering connection leads to what is in the peer, and nowhere beyond.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html
 */
export function throughPeering(flow: Flow, { vpc }: Spot, id: string, gone: Hop, walk: Walk): Leg {
  const at = pointerTo(vpc.at, 'peeringConnections', id)
  const peer = peerOf(flow.world, vpc, id)
  if (peer === null) return leg([step('peering-connection', id, at, gone)])
  if (isOpen(peer)) return unknownLeg('peering-connection', peer)
  const { receiver } = flow
  if (receiver?.vpc.id === peer.id) return arrive(flow, [step('peering-connection', id, at, WORKS)], walk)
  const blocks = blocksOfVpc(peer, flow.family)
  if (receiver === null && (isGap(blocks) || overlaps(blocks, flow.target.within))) {
    return unknownLeg('peering-connection', notModeled('hop', id, at, 'host-in-another-vpc', peer.id))
  }
  const hop = blocked({
    blocker: 'peering-not-transitive',
    peeringConnectionId: id,
    peerVpcId: peer.id,
    host: flow.host,
    at,
  })
  return leg([step('peering-connection', id, at, hop)])
}

import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { isOpen, openFact } from './open-fact.ts'
import { vpcWith } from './other-vpc.ts'

/**
 * The VPC behind a peering connection; null: the connection is not there or not active.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
export function peerOf(world: World, vpc: Placed<Vpc>, id: string): Placed<Vpc> | OpenFact | null {
  const found = lookUpListed(vpc.value.peeringConnections, id)
  const at = pointerTo(vpc.at, 'peeringConnections', id)
  if (found === null) return null
  if (isGap(found)) return openFact('peering-connection', id, at, found)
  const { state = 'active', peerVpcId, peerAccount = vpc.place.account, peerRegion = vpc.place.region } = found
  if (isGap(state)) return openFact('peering-connection', id, pointerTo(at, 'state'), state)
  if (state === 'provisioning') return openFact('peering-connection', id, pointerTo(at, 'state'), NOT_READ)
  if (state !== 'active') return null
  const hidden = [peerVpcId, peerAccount, peerRegion].find(isGap)
  if (hidden !== undefined) return openFact('peering-connection', id, at, hidden)
  const peer = vpcWith(world, String(peerVpcId), { account: String(peerAccount), region: String(peerRegion) })
  return isOpen(peer) ? { ...peer, at } : peer
}

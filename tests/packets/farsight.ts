import { isGap } from '../../packages/core/src/model/known.ts'
import { index } from '../../packages/core/src/model/world.ts'
// The thing under test, and the only part of the engine that the oracle may know
import { type Path, reach } from '../../packages/core/src/network/reach.ts'
import { type PacketProbe, type PacketWorld, PLACE } from './packet-world.ts'
import { CLIENT_PORTS } from './samples.ts'

export type { Path } from '../../packages/core/src/network/reach.ts'

export type Blocker = Path['blockers'][number]

/** What Farsight says to each of the world's questions. */
export function answersTo({ snapshot, probes }: Pick<PacketWorld, 'snapshot' | 'probes'>): readonly Path[] {
  const world = index(snapshot)
  return probes.map(({ subnetId, securityGroupIds, publicIp, host, port }: PacketProbe) => {
    const subnet = world.subnet(subnetId, PLACE)
    if (subnet === null || isGap(subnet)) throw new Error(`The world has no subnet ${subnetId}`)
    return reach(world, { subnet, securityGroupIds, publicIp, clientPorts: CLIENT_PORTS }, { host, port })
  })
}

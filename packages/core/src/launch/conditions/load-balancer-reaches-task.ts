import { all, type Judgement, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { LoadBalancer } from '../../model/load-balancer.ts'
import type { Placed, PlacedSubnet, World } from '../../model/world.ts'
import type { PortRange } from '../../network/range-set.ts'
import { type OtherInterface, reachInterface } from '../../network/reach-interface.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import type { Launch } from '../launch.ts'
import { sendingsTo } from '../target-groups.ts'

/**
 * Health checks and requests come from the nodes of the load balancer, in its groups, to the port of the container.
 * Those of a load balancer without groups are not judged.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html
 */
export const loadBalancerReachesTask = condition({
  step: 'pass-health-checks',
  id: 'load-balancer-reaches-task',
  required: false,
  scope: 'subnet',
  judge: (launch, world, spot) => {
    const subnet = isGap(spot) ? null : spot.subnet
    if (subnet === null || isGap(subnet)) return WORKS
    const judgements: Judgement<Blocker>[] = []
    for (const { balancer, port } of sendingsTo(launch, world)) {
      if (port === undefined || isGap(port)) continue
      judgements.push(...fromEach(world, balancer, interfaceOf(launch, subnet), port))
    }
    return judgements.length === 0 ? WORKS : all(judgements)
  },
})

/** From the node in each zone; of nodes that are blocked alike, one is told. */
function fromEach(world: World, balancer: Placed<LoadBalancer>, task: OtherInterface | null, port: number) {
  const { subnetIds, securityGroupIds = [] } = balancer.value
  if (task === null || isGap(subnetIds) || isGap(securityGroupIds)) return []
  const groups = securityGroupIds.filter((group): group is string => !isGap(group))
  if (groups.length === 0 || groups.length < securityGroupIds.length) return []
  const judged = subnetIds.flatMap((id): readonly Judgement<Blocker>[] => {
    const subnet = isGap(id) ? null : world.subnet(id, balancer.place)
    if (subnet === null || isGap(subnet) || subnet.vpc.id !== task.subnet.vpc.id) return []
    const from = { subnet, securityGroupIds: groups, publicIp: false, clientPorts: NODE_PORTS }
    const path = reachInterface(world, from, task, { host: null, port })
    return [{ ...path, blockers: path.blockers.map((blocker) => asOfTask(blocker, balancer.id)) }]
  })
  const [first] = judged.filter(({ verdict }) => verdict === 'fails')
  return first === undefined ? judged.slice(0, 1) : [first]
}

const NODE_PORTS: PortRange = { from: 1024, to: 65_535 }

function asOfTask(blocker: Blocker, loadBalancerArn: string): Blocker {
  if (blocker.blocker !== 'endpoint-security-group') return blocker
  const { groupIds, port, source, at } = blocker
  return { blocker: 'task-closed-to-load-balancer', loadBalancerArn, groupIds, port, source, at }
}

/** By launch and subnet, so that the network finds what it knows of it again. */
const INTERFACES = new WeakMap<Launch, Map<string, OtherInterface>>()

function interfaceOf(launch: Launch, subnet: PlacedSubnet): OtherInterface | null {
  const { securityGroupIds } = launch
  if (isGap(securityGroupIds)) return null
  const groups = securityGroupIds.filter((group): group is string => !isGap(group))
  if (groups.length < securityGroupIds.length) return null
  const bySubnet = INTERFACES.get(launch) ?? new Map<string, OtherInterface>()
  INTERFACES.set(launch, bySubnet)
  const known = bySubnet.get(subnet.id)
  if (known !== undefined) return known
  const made = { id: launch.id, at: launch.at, subnet, securityGroupIds: groups }
  bySubnet.set(subnet.id, made)
  return made
}

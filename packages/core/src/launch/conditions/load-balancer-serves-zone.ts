import { isGap } from '../../model/known.ts'
import type { LoadBalancer } from '../../model/load-balancer.ts'
import { pointerTo } from '../../model/origin.ts'
import type { Placed, PlacedSubnet, World } from '../../model/world.ts'
import { isInZoneOf } from '../../network/attachment.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { sendingsTo } from '../target-groups.ts'

/**
 * A load balancer sends to no target in a zone that is not enabled for it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export const loadBalancerServesZone = condition({
  step: 'pass-health-checks',
  id: 'load-balancer-serves-zone',
  required: false,
  scope: 'subnet',
  judge: (launch, world, spot) => {
    const faults = new Faults()
    const subnet = isGap(spot) ? null : spot.subnet
    if (subnet === null || isGap(subnet)) return faults.judgement()
    const balancers = new Map(sendingsTo(launch, world).map(({ balancer }) => [balancer.at, balancer]))
    for (const balancer of balancers.values()) judge(faults, world, balancer, subnet)
    return faults.judgement()
  },
})

function judge(faults: Faults, world: World, balancer: Placed<LoadBalancer>, subnet: PlacedSubnet): void {
  const { subnetIds } = balancer.value
  const at = pointerTo(balancer.at, 'subnetIds')
  const what = { kind: 'load-balancer', id: balancer.id } as const
  if (isGap(subnetIds)) {
    faults.open({ gap: subnetIds, what, at })
    return
  }
  let open: Parameters<Faults['open']>[0] | null = null
  for (const id of subnetIds) {
    const own = isGap(id) ? id : world.subnet(id, balancer.place)
    if (own === null) continue
    const near = isGap(own) ? undefined : isInZoneOf(own, subnet)
    if (near === true) return
    if (near === undefined) open ??= { gap: isGap(own) ? own : { gap: 'not-read' }, what, at }
  }
  if (open !== null) {
    faults.open(open)
    return
  }
  const zone = subnet.value.availabilityZone
  faults.fail({
    blocker: 'load-balancer-zone-missing',
    loadBalancerArn: balancer.id,
    subnetId: subnet.id,
    zone: zone === undefined || isGap(zone) ? null : zone,
    at,
  })
}

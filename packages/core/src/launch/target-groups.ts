import { isGap, type Known } from '../model/known.ts'
import type { LoadBalancer, TargetGroup } from '../model/load-balancer.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { ServiceLoadBalancer } from '../model/service.ts'
import type { Placed, World } from '../model/world.ts'
import type { Launch } from './launch.ts'

/** Where a service registers one of its containers, as far as it is known. */
export interface Registration {
  readonly arn: Known<string>
  readonly targetGroup: Known<Placed<TargetGroup>> | null
  readonly config: ServiceLoadBalancer
  readonly at: Pointer
}

export function registrationsOf({ request, place, at }: Launch, world: World): readonly Registration[] {
  const { loadBalancers = [] } = request
  if (isGap(loadBalancers)) return []
  return loadBalancers.flatMap((config, position) => {
    const { targetGroupArn: arn } = config
    if (arn === undefined) return []
    const targetGroup = isGap(arn) ? arn : world.find('targetGroups', place, arn)
    return [{ arn, targetGroup, config, at: pointerTo(at, 'loadBalancers', position) }]
  })
}

/** The load balancers that are known to send to a target group, each with where it stands. */
export function loadBalancersOf(world: World, targetGroup: Placed<TargetGroup>): readonly Placed<LoadBalancer>[] {
  const { loadBalancerArns = [] } = targetGroup.value
  return (isGap(loadBalancerArns) ? [] : loadBalancerArns).flatMap((arn) => {
    const found = isGap(arn) ? null : world.find('loadBalancers', targetGroup.place, arn)
    return found === null || isGap(found) ? [] : [found]
  })
}

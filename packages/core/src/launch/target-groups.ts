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

/** Where a load balancer sends what is meant for a service. */
export interface Sending {
  readonly balancer: Placed<LoadBalancer>
  readonly port: ServiceLoadBalancer['containerPort']
}

/**
 * From which load balancers to which ports requests are known to come, each once. ECS takes five target groups of a
 * service; what more there are of anything is not looked at.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 */
export function sendingsTo(launch: Launch, world: World): readonly Sending[] {
  const known = SENDINGS.get(launch)
  if (known !== undefined) return known
  const sendings = findSendings(launch, world)
  SENDINGS.set(launch, sendings)
  return sendings
}

const SENDINGS = new WeakMap<Launch, readonly Sending[]>()

function findSendings(launch: Launch, world: World): readonly Sending[] {
  const sendings = new Map<string, Sending>()
  const byGroup = new Map<string, readonly Placed<LoadBalancer>[]>()
  for (const { targetGroup, config } of registrationsOf(launch, world)) {
    if (targetGroup === null || isGap(targetGroup)) continue
    const { containerPort: port } = config
    const balancers = byGroup.get(targetGroup.at) ?? loadBalancersOf(world, targetGroup)
    byGroup.set(targetGroup.at, balancers)
    for (const balancer of balancers) {
      if (sendings.size === MOST_SENDINGS) break
      sendings.set(`${isGap(port) ? '?' : port} ${balancer.at}`, { balancer, port })
    }
  }
  return [...sendings.values()]
}

/** The load balancers that are known to send to a target group, each with where it stands. */
function loadBalancersOf(world: World, { value, place }: Placed<TargetGroup>): readonly Placed<LoadBalancer>[] {
  const { loadBalancerArns = [] } = value
  const arns = new Set(isGap(loadBalancerArns) ? [] : loadBalancerArns)
  return [...arns].flatMap((arn) => {
    const found = isGap(arn) ? null : world.find('loadBalancers', place, arn)
    return found === null || isGap(found) ? [] : [found]
  })
}

const MOST_SENDINGS = 100

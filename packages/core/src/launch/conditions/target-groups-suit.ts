import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { ServiceLoadBalancer } from '../../model/service.ts'
import type { PortMapping } from '../../model/task-definition.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { isInCode } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import type { TargetGroupUnsuitable } from '../load-balancer-blocker.ts'
import { type Registration, registrationsOf } from '../target-groups.ts'

/**
 * ECS refuses a service whose target groups are not there, do not register addresses, or whose container and port the
 * task definition does not have. Target groups that nobody read are not judged.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html
 */
export const targetGroupsSuit = condition({
  step: 'accept-request',
  id: 'target-groups-suit',
  judge: (launch, world) => {
    const faults = new Faults()
    for (const registration of registrationsOf(launch, world)) {
      const { arn, targetGroup, config, at } = registration
      const fail = (why: TargetGroupUnsuitable['why'], value: string, here = at) =>
        faults.fail({ blocker: 'target-group-unsuitable', targetGroupArn: arn, why, value, at: here })
      judgeContainer(launch, config, fail)
      if (targetGroup === null) fail('missing', arn)
      if (targetGroup === null || isGap(targetGroup)) continue
      const { targetType, loadBalancerArns } = targetGroup.value
      if (!isGap(targetType) && targetType !== 'ip') {
        fail('target-type', targetType, pointerTo(targetGroup.at, 'targetType'))
      }
      // Code may leave the listener to other code.
      const isUnused = loadBalancerArns !== undefined && !isGap(loadBalancerArns) && loadBalancerArns.length === 0
      if (isUnused && !isInCode(world, targetGroup.at)) fail('no-load-balancer', arn, targetGroup.at)
    }
    return faults.judgement()
  },
})

type Fail = (why: TargetGroupUnsuitable['why'], value: string) => void

function judgeContainer(
  { containers }: Launch,
  { containerName, containerPort }: Registration['config'] & ServiceLoadBalancer,
  fail: Fail,
): void {
  if (containers === null || isGap(containers) || containerName === undefined || isGap(containerName)) return
  const container = containers.find(({ name }) => name === containerName)
  if (container === undefined) {
    const mayBe = containerName.includes('«') || containers.some(({ definition }) => isGap(definition.name))
    if (!mayBe) fail('container', containerName)
    return
  }
  if (containerPort === undefined || isGap(containerPort)) return
  const { portMappings = [] } = container.definition
  if (isGap(portMappings) || portMappings.some((mapping) => mayMap(mapping, containerPort))) return
  fail('port', String(containerPort))
}

function mayMap({ containerPort, containerPortRange: range }: PortMapping, port: number): boolean {
  if (isGap(containerPort) || isGap(range)) return true
  if (containerPort === port) return true
  const [, from, to] = /^(\d+)-(\d+)$/.exec(range ?? '') ?? []
  return from !== undefined && to !== undefined && Number(from) <= port && port <= Number(to)
}

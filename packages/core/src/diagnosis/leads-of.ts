import type { Launch } from '../launch/launch.ts'
import { isGap, type Known } from '../model/known.ts'
import type { ServiceLoadBalancer } from '../model/service.ts'
import { lookUp } from '../model/table.ts'
import type { ContainerDefinition } from '../model/task-definition.ts'
import type { World } from '../model/world.ts'
import type { Stop } from '../stops/stop.ts'
import type { Lead } from './lead.ts'

/** Where the rest of the answer stands: the logs of a container, the target group of a health check. */
export function leadsOf(world: World, launch: Launch, stop: Stop, taskId: string | null): readonly Lead[] {
  if (stop.step === 'pass-health-checks' && stop.service === 'elb')
    return [...targetGroups(world, launch), ...logs(launch, null, taskId)]
  return stop.kind === 'application' ? logs(launch, stop.container, taskId) : []
}

function logs(launch: Launch, container: string | null, taskId: string | null): readonly Lead[] {
  const { taskDefinition } = launch
  const definition = taskDefinition === null || isGap(taskDefinition) ? null : taskDefinition.value
  const all = knownOf(definition?.containerDefinitions) ?? []
  const named = all.filter(({ name }) => container === null || name === container)
  return named.flatMap((each) => logsOf(each, launch.place.region, taskId))
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html */
function logsOf({ name, logConfiguration }: ContainerDefinition, home: string, taskId: string | null): readonly Lead[] {
  if (isGap(name) || isGap(logConfiguration)) return []
  const driver = knownOf(logConfiguration?.logDriver)
  if (driver !== 'awslogs') return [{ lead: 'logs-elsewhere', container: name, driver }]
  const options = knownOf(logConfiguration?.options) ?? {}
  const group = knownOf(options['awslogs-group'])
  const prefix = knownOf(options['awslogs-stream-prefix'])
  if (group === null) return []
  return [
    {
      lead: 'logs',
      container: name,
      group,
      stream: taskId === null || prefix === null ? null : `${prefix}/${name}/${taskId}`,
      region: knownOf(options['awslogs-region']) ?? home,
    },
  ]
}

function targetGroups(world: World, launch: Launch): readonly Lead[] {
  const balancers = knownOf(launch.request.loadBalancers) ?? []
  return balancers.map((balancer) => targetGroupOf(world, launch, balancer))
}

function targetGroupOf(world: World, { place, securityGroupIds, request }: Launch, own: ServiceLoadBalancer): Lead {
  const region = world.region(place)
  const arn = knownOf(own.targetGroupArn)
  const group = arn === null ? null : knownOf(lookUp(region?.targetGroups, arn))
  const [balancer] = knownOf(group?.loadBalancerArns) ?? []
  const loadBalancer = typeof balancer === 'string' ? knownOf(lookUp(region?.loadBalancers, balancer)) : null
  return {
    lead: 'target-group',
    targetGroup: arn,
    container: knownOf(own.containerName),
    port: knownOf(own.containerPort),
    taskGroups: texts(securityGroupIds),
    loadBalancerGroups: texts(loadBalancer?.securityGroupIds),
    healthCheckPath: knownOf(group?.healthCheckPath),
    gracePeriod: knownOf(request.healthCheckGracePeriodSeconds),
  }
}

function texts(list: Known<readonly Known<string>[]> | undefined): readonly string[] | null {
  return knownOf(list)?.flatMap((each) => (isGap(each) ? [] : [each])) ?? null
}

function knownOf<T>(value: Known<T> | null | undefined): T | null {
  return value === undefined || value === null || isGap(value) ? null : value
}

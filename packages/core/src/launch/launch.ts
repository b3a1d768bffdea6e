import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { LaunchRequest, Service } from '../model/service.ts'
import { entriesOf, type Table } from '../model/table.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Place, Placed, PlacedSubnet, World } from '../model/world.ts'
import { containersOf, type LaunchContainer } from './containers.ts'
import { launchTypeOf } from './launch-type.ts'
import { type Platform, platformOf } from './platform.ts'
import { roleArnOf } from './roles.ts'
import { findTaskDefinition } from './task-definition-lookup.ts'

/** What is to start: a task definition on a platform, in subnets, with security groups and roles. */
export interface Launch {
  /** `service/web`, `run-task/nightly`. Public. */
  readonly id: string
  readonly at: Pointer
  readonly place: Place
  /** A gap where neither the request nor its cluster tells; then the launch is judged as one on Fargate. */
  readonly launchType: Known<'FARGATE'>
  /** As it stands in the snapshot. */
  readonly request: LaunchRequest & Partial<Service>
  /** As the request names it. */
  readonly taskDefinitionName: Known<string>
  readonly taskDefinition: Known<Placed<TaskDefinition>> | null
  /** Null where there is no task definition. */
  readonly containers: Known<readonly LaunchContainer[]> | null
  /** ARNs; null where the task definition names none. */
  readonly executionRole: Known<string> | null
  readonly taskRole: Known<string> | null
  readonly platform: Known<Platform>
  readonly subnets: Known<readonly Known<LaunchSubnet>[]>
  /** Empty: the default group of the VPC. */
  readonly securityGroupIds: Known<readonly Known<string>[]>
  readonly publicIp: Known<boolean>
  /** Tasks of the service that run now; null where nobody counted. */
  readonly runningCount: number | null
}

export interface LaunchSubnet {
  readonly id: string
  readonly subnet: Known<PlacedSubnet> | null
}

/** What Farsight saw and does not judge. */
export interface SkippedLaunch {
  readonly id: string
  readonly why: SkipReason
}

export type SkipReason =
  | { readonly skipped: 'launch-type'; readonly launchType: string }
  | { readonly skipped: 'unread'; readonly gap: Gap }

export interface Launches {
  readonly launches: readonly Launch[]
  readonly skipped: readonly SkippedLaunch[]
}

/** Every launch that the snapshot holds, services first, in the order in which they stand there. */
export function launchesOf(world: World): Launches {
  const launches: Launch[] = []
  const skipped: SkippedLaunch[] = []
  for (const place of world.places) {
    for (const { id, at, request, gap } of requestsIn(world, place)) {
      const launchType = request === null ? 'FARGATE' : launchTypeOf(world, place, request)
      if (gap !== null && request === null) skipped.push({ id, why: { skipped: 'unread', gap } })
      else if (!isGap(launchType) && launchType !== 'FARGATE') {
        skipped.push({ id, why: { skipped: 'launch-type', launchType } })
      } else if (request !== null) launches.push(layOut(world, place, { id, at, request, launchType }))
    }
  }
  return { launches, skipped }
}

interface Requested {
  readonly id: string
  readonly at: Pointer
  /** Null where the whole list was not read. */
  readonly request: LaunchRequest | null
  readonly gap: Gap | null
}

function requestsIn(world: World, place: Place): readonly Requested[] {
  const region = world.region(place)
  const base = pointerTo('/accounts', place.account, 'regions', place.region)
  return [
    ...requestsOf(region?.services, 'service', pointerTo(base, 'services')),
    ...requestsOf(region?.runTasks, 'run-task', pointerTo(base, 'runTasks')),
  ]
}

function requestsOf(table: Known<Table<LaunchRequest>> | undefined, kind: string, base: Pointer): readonly Requested[] {
  if (table === undefined) return []
  if (isGap(table)) return [{ id: `${kind}/*`, at: base, request: null, gap: table }]
  const requests = entriesOf(table).entries.map(([key, request]): Requested => {
    const id = `${kind}/${key}`
    const at = pointerTo(base, key)
    return isGap(request) ? { id, at, request: unknownRequest(request), gap: request } : { id, at, request, gap: null }
  })
  const rest = table['*']
  return isGap(rest) ? [...requests, { id: `${kind}/*`, at: base, request: null, gap: rest }] : requests
}

/** A request of which only the name is known: everything about it is the same gap. */
function unknownRequest(gap: Gap): LaunchRequest {
  return { taskDefinition: gap, launchType: gap, platformVersion: gap, networkConfiguration: gap }
}

interface LayOut {
  readonly id: string
  readonly at: Pointer
  readonly request: LaunchRequest & Partial<Service>
  readonly launchType: Known<'FARGATE'>
}

function layOut(world: World, place: Place, { id, at, request, launchType }: LayOut): Launch {
  const taskDefinition = findTaskDefinition(world, place, request.taskDefinition)
  const definition = taskDefinition === null || isGap(taskDefinition) ? null : taskDefinition.value
  const running = request.runningCount
  const network = networkOf(world, place, request)
  return {
    id,
    at,
    place,
    launchType,
    request,
    taskDefinitionName: request.taskDefinition,
    taskDefinition,
    containers: taskDefinition === null || isGap(taskDefinition) ? taskDefinition : containersOf(taskDefinition),
    executionRole: roleArnOf(taskDefinition, place, 'executionRoleArn'),
    taskRole: roleArnOf(taskDefinition, place, 'taskRoleArn'),
    platform: isGap(taskDefinition) ? taskDefinition : platformOf(request, definition),
    subnets: network.subnets,
    securityGroupIds: network.securityGroupIds,
    publicIp: network.publicIp,
    runningCount: running === undefined || isGap(running) ? null : running,
  }
}

type LaunchNetwork = Pick<Launch, 'subnets' | 'securityGroupIds' | 'publicIp'>

function networkOf(world: World, place: Place, request: LaunchRequest): LaunchNetwork {
  const network = request.networkConfiguration
  if (isGap(network)) return { subnets: network, securityGroupIds: network, publicIp: network }
  const awsvpc = network?.awsvpcConfiguration
  if (isGap(awsvpc)) return { subnets: awsvpc, securityGroupIds: awsvpc, publicIp: awsvpc }
  const subnets = awsvpc?.subnets ?? []
  const publicIp = awsvpc?.assignPublicIp ?? 'DISABLED'
  return {
    subnets: isGap(subnets)
      ? subnets
      : subnets.map((subnet) => (isGap(subnet) ? subnet : { id: subnet, subnet: world.subnet(subnet, place) })),
    securityGroupIds: awsvpc?.securityGroups ?? [],
    publicIp: isGap(publicIp) ? publicIp : publicIp === 'ENABLED',
  }
}

import { fieldOf } from '../model/field.ts'
import type { Gap } from '../model/gap.ts'
import { isGap, isGapOfMany, type Known } from '../model/known.ts'
import type { LaunchRequest } from '../model/launch-request.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { RunTask, StateMachine } from '../model/run-task.ts'
import type { Deployment, Service, TaskSet } from '../model/service.ts'
import { entriesOf, type Table } from '../model/table.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Place, Placed, PlacedSubnet, World } from '../model/world.ts'
import { type ContainerOverrides, containersOf, type LaunchContainer } from './containers.ts'
import { launchTypeOf } from './launch-type.ts'
import { otherLaunchesIn } from './other-launches.ts'
import { overriddenDefinition } from './overridden-definition.ts'
import { type Platform, platformOf } from './platform.ts'
import { roleArnOf } from './roles.ts'
import type { SkippedLaunch } from './skipped-launch.ts'
import { findTaskDefinition } from './task-definition-lookup.ts'
import { taskStatesOf } from './workflow.ts'

/** What is to start: a task definition on a platform, in subnets, with security groups and roles. */
export interface Launch {
  /** `service/web`, `run-task/nightly`. Public. */
  readonly id: string
  readonly at: Pointer
  readonly place: Place
  /** A gap where neither the request nor its cluster tells; then the launch is judged as one on Fargate. */
  readonly launchType: Known<'FARGATE'>
  /** As it stands in the snapshot. */
  readonly request: Request
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

/** The fields of all that asks for tasks. */
export type Request = LaunchRequest &
  Partial<Omit<Service, 'taskDefinition'>> &
  Partial<Pick<RunTask, 'caller' | 'count' | 'enableECSManagedTags' | 'overrides' | 'propagateTags' | 'startedBy'>>

export interface LaunchSubnet {
  readonly id: string
  readonly subnet: Known<PlacedSubnet> | null
}

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
    skipped.push(...otherLaunchesIn(world, place))
  }
  return { launches, skipped }
}

interface Requested {
  readonly id: string
  readonly at: Pointer
  /** Null where the whole list was not read. */
  readonly request: Request | null
  readonly gap: Gap | null
}

function requestsIn(world: World, place: Place): readonly Requested[] {
  const region = world.region(place)
  const base = pointerTo('/accounts', place.account, 'regions', place.region)
  return [
    ...requestsOf(region?.services, 'service', pointerTo(base, 'services'), ofService),
    ...requestsOf(region?.runTasks, 'run-task', pointerTo(base, 'runTasks'), asItIs),
    ...requestsOf(region?.stateMachines, 'workflow', pointerTo(base, 'stateMachines'), ofWorkflow),
  ]
}

/** What one thing of a table asks for: itself, or several. */
type Asking<Thing> = (thing: Thing, id: string, at: Pointer) => readonly Requested[]

const asItIs: Asking<RunTask> = (request, id, at) => [{ id, at, request, gap: null }]

/** Of a service that another controller deploys, the task sets that are not on their way out. */
const ofService: Asking<Service> = (written, id, at) => {
  const service = withDeployed(written)
  const { taskSets } = service
  if (taskSets !== undefined) return ofTaskSets(service, taskSets, id, at)
  if (isRequest(service)) return [{ id, at, request: service, gap: null }]
  return [{ id, at, request: null, gap: { gap: 'not-read', permission: 'ecs:DescribeTaskSets' } }]
}

/**
 * What ECS shows of a service in its deployments alone: that of the primary one, where the service itself does not say.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
function withDeployed(service: Service): Service {
  const { deployments } = service
  if (deployments === undefined) return service
  const { volumeConfigurations: volumes, serviceConnectConfiguration: connect } = isGap(deployments)
    ? { volumeConfigurations: deployments, serviceConnectConfiguration: deployments }
    : primaryOf(deployments)
  if (volumes === undefined && connect === undefined) return service
  return {
    ...(volumes === undefined ? {} : { volumeConfigurations: volumes }),
    ...(connect === undefined ? {} : { serviceConnectConfiguration: connect }),
    ...service,
  }
}

type Deployed = Pick<Deployment, 'serviceConnectConfiguration' | 'volumeConfigurations'>

/** A gap, of what any may have, where it is not known which of them is the primary one. */
function primaryOf(deployments: readonly Deployment[]): Deployed {
  const primary = deployments.find(({ status }) => status === 'PRIMARY')
  if (primary !== undefined) return primary
  const hidden = deployments.map(({ status }) => status).find(isGap)
  if (hidden === undefined) return {}
  const has = (field: keyof Deployed) => deployments.some((each) => isGap(each.status) && each[field] !== undefined)
  return {
    ...(has('volumeConfigurations') ? { volumeConfigurations: hidden } : {}),
    ...(has('serviceConnectConfiguration') ? { serviceConnectConfiguration: hidden } : {}),
  }
}

function isRequest(service: Service): service is Service & Request {
  return service.taskDefinition !== undefined
}

function ofTaskSets(
  service: Service,
  taskSets: Known<readonly TaskSet[]>,
  id: string,
  at: Pointer,
): readonly Requested[] {
  if (isGap(taskSets)) return [{ id, at, request: null, gap: taskSets }]
  return taskSets.flatMap((taskSet, position) => {
    if (taskSet.status === 'DRAINING') return []
    const { id: _, status: __, ...own } = taskSet
    const request: Request = { ...service, ...own }
    return [{ id: `${id}/${taskSet.id}`, at: pointerTo(at, 'taskSets', position), request, gap: null }]
  })
}

const ofWorkflow: Asking<StateMachine> = (machine, id, at) => {
  const states = taskStatesOf(machine)
  if (isGap(states)) return [{ id, at, request: null, gap: states }]
  return states.map(({ name, request }) => ({ id: `${id}/${name}`, at, request, gap: null }))
}

function requestsOf<Thing extends object>(
  table: Known<Table<Thing>> | undefined,
  kind: string,
  base: Pointer,
  asking: Asking<Thing>,
): readonly Requested[] {
  if (table === undefined) return []
  if (isGap(table)) return [{ id: `${kind}/*`, at: base, request: null, gap: table }]
  const requests = entriesOf(table).entries.flatMap(([key, thing]): readonly Requested[] => {
    const id = `${kind}/${key}`
    const at = pointerTo(base, key)
    return isGap(thing) ? [{ id, at, request: unknownRequest(thing), gap: thing }] : asking(thing, id, at)
  })
  const rest = table['*']
  return isGap(rest) ? [...requests, { id: `${kind}/*`, at: base, request: null, gap: rest }] : requests
}

/** A request of which only the name is known: everything about it is the same gap. */
function unknownRequest(gap: Gap): Request {
  return { taskDefinition: gap, launchType: gap, platformVersion: gap, networkConfiguration: gap }
}

export interface LayOut {
  readonly id: string
  readonly at: Pointer
  readonly request: Request
  readonly launchType: Known<'FARGATE'>
}

/** The launch that a request asks for. */
export function layOut(world: World, place: Place, { id, at, request, launchType }: LayOut): Launch {
  const taskDefinition = definitionOf(findTaskDefinition(world, place, request.taskDefinition), request)
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
    containers:
      taskDefinition === null || isGap(taskDefinition)
        ? taskDefinition
        : containersOf(taskDefinition, isWaitedFor(request), containerOverridesOf(request, at)),
    executionRole: roleArnOf(taskDefinition, place, 'executionRoleArn'),
    taskRole: roleArnOf(taskDefinition, place, 'taskRoleArn'),
    platform: isGap(taskDefinition) ? taskDefinition : platformOf(request, definition),
    subnets: network.subnets,
    securityGroupIds: network.securityGroupIds,
    publicIp: network.publicIp,
    runningCount: running === undefined || isGap(running) ? null : running,
  }
}

/** A workflow that waits fails with any container that does not end well. */
function isWaitedFor({ caller }: Request): boolean {
  return caller !== undefined && !isGap(caller) && caller.waits === true
}

/** The task definition as the request has it. */
function definitionOf(
  taskDefinition: Known<Placed<TaskDefinition>> | null,
  { overrides }: Request,
): Known<Placed<TaskDefinition>> | null {
  if (overrides === undefined || taskDefinition === null || isGap(taskDefinition)) return taskDefinition
  return overriddenDefinition(taskDefinition, overrides)
}

function containerOverridesOf({ overrides }: Request, at: Pointer): ContainerOverrides | null {
  if (overrides === undefined) return null
  if (isGap(overrides)) return { overrides, at: pointerTo(at, 'overrides') }
  const { containerOverrides: ofContainers } = overrides
  return ofContainers === undefined
    ? null
    : { overrides: ofContainers, at: pointerTo(at, 'overrides', 'containerOverrides') }
}

type LaunchNetwork = Pick<Launch, 'subnets' | 'securityGroupIds' | 'publicIp'>

function networkOf(world: World, place: Place, request: LaunchRequest): LaunchNetwork {
  const network = request.networkConfiguration
  if (network !== undefined && isGapOfMany(network)) {
    return { subnets: network, securityGroupIds: network, publicIp: network }
  }
  const awsvpc = network === undefined ? undefined : fieldOf(network, 'awsvpcConfiguration')
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

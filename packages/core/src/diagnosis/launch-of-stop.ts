import { type Launch, launchesOf, layOut, type Request } from '../launch/launch.ts'
import { launchTypeOf } from '../launch/launch-type.ts'
import { parseArn } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import type { AwsvpcConfiguration } from '../model/launch-request.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Service } from '../model/service.ts'
import type { Place, World } from '../model/world.ts'
import type { TaskFacts } from '../stops/stop-input.ts'
import type { ToldStop } from './told-stop.ts'

/** A task says nothing of the groups of its interface; the interface does, while it is there. */
const INTERFACE_NOT_READ: Gap = { gap: 'not-read', permission: 'ec2:DescribeNetworkInterfaces' }

/**
 * The launch of the tasks that stopped: their own revision, overrides and platform, in their own subnets, with the groups of their
 * interface. What a task does not tell is as its service has it. Null: nothing tells what was launched.
 */
export function launchOfStops(world: World, told: readonly ToldStop[]): Launch | null {
  const [first] = told
  const place = first === undefined ? null : placeOf(world, first)
  if (first === undefined || place === null) return null
  const service = serviceOf(world, place, first.owner)
  const facts = told.flatMap(({ input }) => input.task ?? [])
  const [task] = facts
  if (task === undefined) return service === null ? null : launchOfService(world, place, service.name)
  const taskDefinition = task.taskDefinitionArn ?? service?.value.taskDefinition
  if (taskDefinition === undefined) return null
  const request: Request = {
    ...service?.value,
    taskDefinition,
    ...(task.platformVersion === null ? {} : { platformVersion: task.platformVersion }),
    networkConfiguration: { awsvpcConfiguration: networkOf(service?.value ?? null, facts) },
    ...(task.overrides === null ? {} : { overrides: task.overrides }),
  }
  const id = first.owner ?? 'task'
  if (task.launchType !== null && task.launchType !== 'FARGATE') return null
  const launchType = task.launchType ?? launchTypeOf(world, place, request)
  if (!isGap(launchType) && launchType !== 'FARGATE') return null
  return layOut(world, place, { id, at: service?.at ?? taskPointer(place, task.id), request, launchType })
}

/** A service as it is now: what it said of itself was not about one task. */
function launchOfService(world: World, place: Place, name: string): Launch | null {
  const id = `service/${name}`
  const { launches } = launchesOf(world)
  return (
    launches.find(
      (launch) =>
        launch.place.account === place.account &&
        launch.place.region === place.region &&
        (launch.id === id || launch.id.startsWith(`${id}/`)),
    ) ?? null
  )
}

interface NamedService {
  readonly name: string
  readonly value: Service
  readonly at: Pointer
}

function serviceOf(world: World, place: Place, owner: string | null): NamedService | null {
  if (owner === null || !owner.startsWith('service/')) return null
  const name = owner.slice('service/'.length)
  const found = world.find('services', place, name)
  return found === null || isGap(found) ? null : { name, value: found.value, at: found.at }
}

/** Where the task ran: as its ARNs say, else where the service of that name is, else the only place that there is. */
function placeOf(world: World, { place, input, owner }: ToldStop): Place | null {
  if (place !== null) return place
  const arn = parseArn(input.task?.taskDefinitionArn ?? input.task?.clusterArn ?? '')
  if (arn !== null) return { account: arn.account, region: arn.region }
  const [only, ...others] = world.places.filter((each) => holdsOwner(world, each, owner))
  return only !== undefined && others.length === 0 ? only : null
}

function holdsOwner(world: World, place: Place, owner: string | null): boolean {
  return owner === null || !owner.startsWith('service/') || serviceOf(world, place, owner) !== null
}

function networkOf(service: Service | null, facts: readonly TaskFacts[]): Known<AwsvpcConfiguration> {
  const configuration = service?.networkConfiguration
  const own = configuration === undefined || isGap(configuration) ? configuration : configuration.awsvpcConfiguration
  const known = own === undefined || isGap(own) ? null : own
  const missing = isGap(own) ? own : INTERFACE_NOT_READ
  const subnets = [...new Set(facts.flatMap(({ subnetId }) => subnetId ?? []))]
  const [task] = facts
  if (subnets.length === 0 && known === null) return missing
  return {
    subnets: subnets.length > 0 ? subnets : (known?.subnets ?? missing),
    securityGroups: task?.securityGroups ?? (known === null ? missing : (known.securityGroups ?? [])),
    assignPublicIp: task?.assignPublicIp ?? (known === null ? missing : (known.assignPublicIp ?? 'DISABLED')),
  }
}

function taskPointer({ account, region }: Place, id: string | null): Pointer {
  return pointerTo('/accounts', account, 'regions', region, 'tasks', id ?? '*')
}

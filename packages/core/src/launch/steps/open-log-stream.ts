import { fails, type OpenFact, undecided } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { LogConfiguration } from '../../model/task-definition.ts'
import type { Place, World } from '../../model/world.ts'
import { partitionOf, serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import type { Launch } from '../launch.ts'
import type { Call, Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * For each container with the awslogs driver, Fargate opens a log stream as the execution role before the container
 * starts; with `awslogs-create-group` it makes the group first where that is missing.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export const openLogStream: Step = {
  id: 'open-log-stream',
  requires: (launch, world) => {
    const { containers } = launch
    if (containers === null || isGap(containers)) return []
    return containers.flatMap((container) => ofContainer(launch, world, container))
  },
}

const STEP = 'open-log-stream'

function ofContainer(launch: Launch, world: World, container: LaunchContainer): readonly Requirement[] {
  const { logConfiguration } = container.definition
  if (logConfiguration === undefined) return []
  const at = pointerTo(container.at, 'logConfiguration')
  if (isGap(logConfiguration)) return [unknownLog(container, logConfiguration, at)]
  const { logDriver, options = {} } = logConfiguration
  if (isGap(logDriver)) return [unknownLog(container, logDriver, at)]
  if (logDriver !== 'awslogs') return []
  if (isGap(options)) return [unknownLog(container, options, at)]
  return awslogs(launch, world, container, readOptions(options), at)
}

interface AwslogsOptions {
  readonly group: Known<string> | undefined
  readonly region: Known<string> | undefined
  readonly prefix: Known<string> | undefined
  readonly createGroup: Known<boolean>
}

function readOptions(options: Exclude<LogConfiguration['options'], undefined | { gap: unknown }>): AwslogsOptions {
  const create = (options as { readonly [key: string]: Known<string> })['awslogs-create-group']
  const text = options as { readonly [key: string]: Known<string> }
  return {
    group: text['awslogs-group'],
    region: text['awslogs-region'],
    prefix: text['awslogs-stream-prefix'],
    createGroup: isGap(create) ? create : String(create) === 'true',
  }
}

function awslogs(
  launch: Launch,
  world: World,
  container: LaunchContainer,
  log: AwslogsOptions,
  at: Pointer,
): readonly Requirement[] {
  const options = pointerTo(at, 'options')
  if (log.region === undefined) return [missingOption(container, 'awslogs-region', options)]
  if (log.group === undefined)
    return [unknownLog(container, { gap: 'not-modeled', what: 'awslogs-without-group' }, options)]
  if (isGap(log.region)) return [unknownLog(container, log.region, options)]
  if (isGap(log.group)) return [unknownLog(container, log.group, options)]
  const place = { account: launch.place.account, region: log.region }
  const prefix = log.prefix === undefined || isGap(log.prefix) ? '«stream-prefix»' : log.prefix
  const stream = `log-stream:${prefix}/${container.name}/«task-id»`
  const group = { launch, place, name: log.group, at: pointerTo(options, 'awslogs-group') }
  return [...createGroup(group, world, log.createGroup), createStream(group, stream, log.createGroup)]
}

interface Group {
  readonly launch: Launch
  readonly place: Place
  readonly name: string
  readonly at: Pointer
}

type Asked = Pick<Call, 'target' | 'onlyIf'> & { readonly action: string; readonly stream: string }

function logCall({ launch, place, name, at }: Group, { action, stream, target, onlyIf }: Asked): Call {
  const principal = launch.executionRole
  const partition = partitionOf(place.region)
  return call({
    step: STEP,
    at,
    service: 'logs',
    principal,
    action: principal === null ? null : action,
    resource: `arn:${partition}:logs:${place.region}:${place.account}:log-group:${name}:${stream}`,
    to: { host: serviceHost('logs', place.region), port: 443 },
    target,
    onlyIf,
  })
}

/**
 * The driver makes the group only after it found it missing, so a group that is there needs no right to make it.
 * CreateLogGroup is evaluated on the group's ARN with an empty stream.
 */
function createGroup(group: Group, world: World, wanted: Known<boolean>): readonly Requirement[] {
  if (wanted === false) return []
  const found = world.find('logGroups', group.place, group.name)
  if (found !== null && !isGap(found)) return []
  const gap = isGap(wanted) ? wanted : found
  const onlyIf: OpenFact | null =
    gap === null ? null : { gap, what: { kind: 'log-group', id: group.name }, at: group.at }
  return [logCall(group, { action: 'logs:CreateLogGroup', stream: 'log-stream:', target: null, onlyIf })]
}

function createStream(group: Group, stream: string, createsGroup: Known<boolean>): Call {
  const action = 'logs:CreateLogStream'
  if (createsGroup === true) return logCall(group, { action, stream, target: null, onlyIf: null })
  const target = { target: 'log-group', name: group.name, place: group.place } as const
  const what = { kind: 'log-group', id: group.name } as const
  const onlyIf = isGap(createsGroup) ? { gap: createsGroup, what, at: group.at } : null
  return logCall(group, { action, stream, target, onlyIf })
}

function missingOption({ name }: LaunchContainer, option: string, at: Pointer): Requirement {
  return condition({
    step: STEP,
    id: 'log-options-set',
    resource: () => name,
    judge: () => fails({ blocker: 'log-option-missing', container: name, option, at }),
  })
}

function unknownLog({ name }: LaunchContainer, gap: OpenFact['gap'], at: Pointer): Requirement {
  return condition({
    step: STEP,
    id: 'reference-known',
    resource: () => name,
    judge: () => undecided({ gap, what: { kind: 'log-configuration', id: name }, at }),
  })
}

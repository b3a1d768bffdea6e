import { fails, type OpenFact, undecided } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import type { LogConfiguration, StringMap } from '../../model/task-definition.ts'
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
    const requirements: Requirement[] = []
    for (const container of containers) {
      const { logConfiguration } = container.definition
      if (logConfiguration === undefined) continue
      const at = `${container.at}/logConfiguration`
      const known = optionsOf(logConfiguration)
      if (isGap(known)) requirements.push(unknownLog(container, known, at))
      else if (known !== null) awslogs(requirements, launch, world, container, readOptions(known), `${at}/options`)
    }
    return requirements
  },
}

const STEP = 'open-log-stream'

/** Null: another driver writes the logs. */
function optionsOf(logConfiguration: Known<LogConfiguration>): Known<StringMap> | null {
  if (isGap(logConfiguration)) return logConfiguration
  const { logDriver, options = {} } = logConfiguration
  if (isGap(logDriver)) return logDriver
  return logDriver === 'awslogs' ? options : null
}

interface AwslogsOptions {
  readonly group: Known<string> | undefined
  readonly region: Known<string> | undefined
  readonly prefix: Known<string> | undefined
  readonly createGroup: Known<boolean>
}

function readOptions(options: StringMap): AwslogsOptions {
  const text = options as { readonly [key: string]: Known<string> }
  const create = text['awslogs-create-group']
  return {
    group: text['awslogs-group'],
    region: text['awslogs-region'],
    prefix: text['awslogs-stream-prefix'],
    createGroup: isGap(create) ? create : String(create) === 'true',
  }
}

function awslogs(
  requirements: Requirement[],
  launch: Launch,
  world: World,
  container: LaunchContainer,
  { group: name, region, prefix, createGroup }: AwslogsOptions,
  at: Pointer,
): void {
  if (region === undefined) requirements.push(missingOption(container, 'awslogs-region', at))
  else if (name === undefined) {
    requirements.push(unknownLog(container, { gap: 'not-modeled', what: 'awslogs-without-group' }, at))
  } else if (isGap(region)) requirements.push(unknownLog(container, region, at))
  else if (isGap(name)) requirements.push(unknownLog(container, name, at))
  else {
    const place = region === launch.place.region ? launch.place : { account: launch.place.account, region }
    const group = { launch, place, name, at: `${at}/awslogs-group` }
    const makes = groupIsMade(group, world, createGroup)
    if (makes !== null) requirements.push(makes)
    const start = prefix === undefined || isGap(prefix) ? '«stream-prefix»' : prefix
    requirements.push(createStream(group, `log-stream:${start}/${container.name}/«task-id»`, createGroup))
  }
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
function groupIsMade(group: Group, world: World, wanted: Known<boolean>): Requirement | null {
  if (wanted === false) return null
  const found = world.find('logGroups', group.place, group.name)
  if (found !== null && !isGap(found)) return null
  const gap = isGap(wanted) ? wanted : found
  const onlyIf: OpenFact | null =
    gap === null ? null : { gap, what: { kind: 'log-group', id: group.name }, at: group.at }
  return logCall(group, { action: 'logs:CreateLogGroup', stream: 'log-stream:', target: null, onlyIf })
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

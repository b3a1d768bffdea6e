import type { Gap } from '../../model/gap.ts'
import type { OpenFact } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import type { StringMap } from '../../model/task-definition.ts'
import type { Place, World } from '../../model/world.ts'
import { partitionOf, serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { logOptionsSet } from '../conditions/log-options-set.ts'
import type { LaunchContainer } from '../containers.ts'
import type { Launch } from '../launch.ts'
import { isNo, isYes, type Logging, loggingOf, optionIn } from '../log-configuration.ts'
import type { Call, Requirement } from '../requirement.ts'
import { loggingContainersOf } from '../service-connect.ts'
import { mayBeSplunkUrl, splunkHostOf } from '../splunk-host.ts'
import type { Step } from '../step.ts'
import { unknownReference } from '../unknown-reference.ts'

/**
 * For each container with the awslogs driver, Fargate opens a log stream as the execution role before the container
 * starts; with `awslogs-create-group` it makes the group first where that is missing. The splunk driver connects to its
 * server, and FireLens sends to a container of the task.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 */
export const openLogStream: Step = {
  id: 'open-log-stream',
  requires: (launch, world) => {
    const containers = loggingContainersOf(launch)
    if (containers === null || isGap(containers)) return NONE
    const requirements: Requirement[] = []
    for (const container of containers) {
      const { logConfiguration, firelensConfiguration } = container.definition
      if (logConfiguration === undefined && firelensConfiguration === undefined) continue
      if (requirements.length === 0) requirements.push(logOptionsSet)
      openFor(requirements, launch, world, container)
    }
    return requirements
  },
}

const STEP = 'open-log-stream'
const NONE: readonly Requirement[] = []

function openFor(requirements: Requirement[], launch: Launch, world: World, container: LaunchContainer): void {
  const logging = loggingOf(container.definition)
  if (logging === null) return
  const at = `${container.at}/logConfiguration`
  const unknown = isGap(logging) ? logging : isGap(logging.driver) ? logging.driver : null
  if (isGap(logging) || unknown !== null) {
    if (unknown !== null) requirements.push(unknownLog(container, unknown, at))
    return
  }
  const { driver, options } = logging
  if (driver !== 'awslogs' && driver !== 'splunk') return
  if (isGap(options)) requirements.push(unknownLog(container, options, at))
  else if (driver === 'splunk') splunk(requirements, container, logging.secretOptions, options, `${at}/options`)
  else awslogs(requirements, launch, world, container, readOptions(options), `${at}/options`)
}

interface AwslogsOptions {
  readonly group: Known<string> | undefined
  readonly region: Known<string> | undefined
  readonly prefix: Known<string> | undefined
  readonly createGroup: Known<boolean>
}

function readOptions(options: StringMap): AwslogsOptions {
  return {
    group: optionIn(options, 'awslogs-group'),
    region: optionIn(options, 'awslogs-region'),
    prefix: optionIn(options, 'awslogs-stream-prefix'),
    createGroup: isYes(optionIn(options, 'awslogs-create-group')),
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
  // What is missing is said by `log-options-set`, and no call is made.
  if (region === undefined || name === undefined) return
  if (isGap(region)) requirements.push(unknownLog(container, region, at))
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

/**
 * The driver connects when it starts unless it is told not to, and the container does not start if it cannot.
 *
 * @see https://docs.docker.com/engine/logging/drivers/splunk/
 */
function splunk(
  requirements: Requirement[],
  container: LaunchContainer,
  secretOptions: Logging['secretOptions'],
  options: StringMap,
  at: Pointer,
): void {
  const url = optionIn(options, 'splunk-url')
  if (url === undefined) {
    const isSecret = !isGap(secretOptions) && secretOptions.some(({ name }) => name === 'splunk-url')
    if (isSecret) requirements.push(unknownLog(container, { gap: 'unresolved', expression: 'splunk-url' }, at))
    return
  }
  const to = isGap(url) ? null : splunkHostOf(url)
  if (isGap(url)) requirements.push(unknownLog(container, url, at))
  else if (to === null) {
    // What is no URL is said by `log-options-set`.
    if (url.includes('«') || mayBeSplunkUrl(url)) {
      requirements.push(unknownLog(container, { gap: 'unresolved', expression: url }, at))
    }
  } else {
    const unverified = isNo(optionIn(options, 'splunk-verify-connection'))
    const what = { kind: 'log-configuration', id: container.name } as const
    requirements.push(
      call({
        step: STEP,
        required: unverified !== true,
        at: `${at}/splunk-url`,
        service: 'splunk',
        principal: null,
        action: null,
        resource: url,
        to,
        onlyIf: isGap(unverified) ? { gap: unverified, what, at } : null,
      }),
    )
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

function unknownLog({ name: id }: LaunchContainer, gap: Gap, at: Pointer): Requirement {
  return unknownReference({ step: STEP, kind: 'log-configuration', id, gap, at })
}

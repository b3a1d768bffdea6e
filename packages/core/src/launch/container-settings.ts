import { isGap, type Known } from '../model/known.ts'
import { oneOf } from '../model/one-of.ts'
import type { ContainerDefinition, LinuxParameters } from '../model/task-definition.ts'
import type { ContainerSettingInvalid } from './container-blocker.ts'
import { pointerIn } from './containers.ts'
import data from './data/container-limits.json' with { type: 'json' }
import type { JudgedContainer } from './judged-container.ts'
import { judgePorts } from './port-mappings.ts'

type JudgeSetting = (definition: ContainerDefinition, container: JudgedContainer) => void

/** By the name of the setting: containers have few, and only those are looked at. */
export const SETTINGS: ReadonlyMap<string, JudgeSetting> = new Map<string, JudgeSetting>([
  ...data.notOnFargate.map((setting): [string, JudgeSetting] => [
    setting,
    (definition, container) => unsupported(container, setting, fieldOf(definition, setting), 'fargate'),
  ]),
  ...data.notOnWindows.map((setting): [string, JudgeSetting] => [
    setting,
    (definition, container) => {
      if (container.family === 'WINDOWS') unsupported(container, setting, fieldOf(definition, setting), 'windows')
      else if (setting === 'ulimits') judgeUlimits(definition, container)
      else if (setting === 'linuxParameters') judgeLinuxParameters(definition, container)
    },
  ]),
  ['portMappings', (definition, container) => judgePorts(definition.portMappings, container)],
  ['healthCheck', judgeHealthCheck],
  ['memoryReservation', judgeReservation],
  [
    'startTimeout',
    (definition, container) => bounded(container, 'startTimeout', definition.startTimeout, TIMEOUTS.startTimeout),
  ],
  [
    'stopTimeout',
    (definition, container) => bounded(container, 'stopTimeout', definition.stopTimeout, TIMEOUTS.stopTimeout),
  ],
])

const TIMEOUTS = data.timeouts

/**
 * What is reserved is no more than the limit. AWS says that it is less; the same is taken.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_memory
 * @see https://github.com/awsdocs/amazon-ecs-developer-guide/pull/242
 */
function judgeReservation({ memory, memoryReservation }: ContainerDefinition, container: JudgedContainer): void {
  // What is not known of either is said by containers-fit-task.
  if (memory === undefined || isGap(memory) || memory === 0 || isGap(memoryReservation)) return
  bounded(container, 'memoryReservation', memoryReservation, { most: memory })
}

function fieldOf(definition: object, field: string): unknown {
  return (definition as { readonly [field: string]: unknown })[field]
}

/** Off and empty is as good as not there: the API shows fields that nobody set. */
function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Object.values(value).some(isSet)
}

function unsupported(container: JudgedContainer, setting: string, value: unknown, on: 'fargate' | 'windows'): void {
  const { faults, name } = container
  if (isGap(value)) open(container, setting, value)
  else if (isSet(value)) {
    const at = pointerIn(container, setting)
    faults.fail({ blocker: 'container-setting-unsupported', container: name, setting, on, at })
  }
}

function open(container: JudgedContainer, setting: string, gap: Known<never>): void {
  const what = { kind: 'container', id: container.name } as const
  container.faults.open({ gap, what, at: pointerIn(container, setting) })
}

interface Bounds {
  readonly least?: number
  readonly most?: number
}

function bounded(container: JudgedContainer, setting: string, value: Known<number> | undefined, bounds: Bounds): void {
  if (value === undefined) return
  if (isGap(value)) open(container, setting, value)
  else if (value < (bounds.least ?? value) || value > (bounds.most ?? value)) {
    invalid(container, setting, String(value), bounds)
  }
}

function invalid(
  container: JudgedContainer,
  setting: string,
  value: string,
  wanted: ContainerSettingInvalid['wanted'],
): void {
  const { faults, name } = container
  const at = pointerIn(container, setting.replaceAll('.', '/'))
  faults.fail({ blocker: 'container-setting-invalid', container: name, setting, value, wanted, at })
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function judgeHealthCheck({ healthCheck }: ContainerDefinition, container: JudgedContainer): void {
  if (healthCheck === undefined) return
  if (isGap(healthCheck)) {
    open(container, 'healthCheck', healthCheck)
    return
  }
  for (const field of HEALTH_CHECK_FIELDS) {
    bounded(container, `healthCheck.${field}`, healthCheck[field], data.healthCheck[field])
  }
}

const HEALTH_CHECK_FIELDS = ['interval', 'timeout', 'retries', 'startPeriod'] as const

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-resource-limits */
function judgeUlimits({ ulimits }: ContainerDefinition, container: JudgedContainer): void {
  if (ulimits === undefined) return
  if (isGap(ulimits)) {
    open(container, 'ulimits', ulimits)
    return
  }
  for (const { name, softLimit, hardLimit } of ulimits) {
    const isNofile = isGap(name) ? name : oneOf(name, ['nofile'])
    if (isGap(isNofile)) open(container, 'ulimits', isNofile)
    else if (isNofile) {
      bounded(container, 'ulimits.nofile', softLimit, data.nofile)
      bounded(container, 'ulimits.nofile', hardLimit, data.nofile)
    }
  }
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html */
function judgeLinuxParameters({ linuxParameters }: ContainerDefinition, container: JudgedContainer): void {
  if (linuxParameters === undefined) return
  if (isGap(linuxParameters)) {
    open(container, 'linuxParameters', linuxParameters)
    return
  }
  for (const field of data.notOnFargateOfLinux) {
    const { faults, name, at } = container
    const value = fieldOf(linuxParameters, field)
    const setting = `linuxParameters.${field}`
    const here = `${at}/linuxParameters/${field}`
    if (isGap(value)) open(container, 'linuxParameters', value)
    else if (isSet(value)) {
      faults.fail({ blocker: 'container-setting-unsupported', container: name, setting, on: 'fargate', at: here })
    }
  }
  judgeCapabilities(linuxParameters, container)
}

function judgeCapabilities({ capabilities }: LinuxParameters, container: JudgedContainer): void {
  if (capabilities === undefined) return
  const added = isGap(capabilities) ? capabilities : (capabilities.add ?? [])
  if (isGap(added)) {
    open(container, 'linuxParameters', added)
    return
  }
  for (const capability of added) {
    const fits = isGap(capability) ? capability : oneOf(capability, data.addedCapabilities)
    if (isGap(fits)) open(container, 'linuxParameters', fits)
    else if (!fits) invalid(container, 'linuxParameters.capabilities.add', String(capability), ['SYS_PTRACE'])
  }
}

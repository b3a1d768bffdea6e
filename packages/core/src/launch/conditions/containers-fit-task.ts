import type { Gap } from '../../model/gap.ts'
import type { OpenFact } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import type { TaskDefinition } from '../../model/task-definition.ts'
import type { Placed, World } from '../../model/world.ts'
import { alsoAsWritten } from '../as-written.ts'
import { condition } from '../condition.ts'
import { type LaunchContainer, pointerIn } from '../containers.ts'
import limits from '../data/container-limits.json' with { type: 'json' }
import { DistinctNames } from '../distinct-names.ts'
import { environmentLength } from '../environment-length.ts'
import { Faults } from '../faults.ts'
import { isInCode } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import { pointerToField, pointerToOverride } from '../overridden-definition.ts'
import { cpuUnitsOf, mebibytesOf } from '../task-size.ts'

/**
 * The containers together make a task: each has its own name and ports, one is essential, and they ask for no more than
 * the task has. Of what a request overrides, ECS says the same when it is asked to run the task.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 * @see https://github.com/artilleryio/artillery/issues/591 what ECS says to an override
 */
export const containersFitTask = condition({
  step: 'start-containers',
  id: 'containers-fit-task',
  resource: nameOfDefinition,
  judge: alsoAsWritten((launch, world) => {
    const { containers, taskDefinition } = launch
    const faults = new Faults()
    if (containers === null || isGap(containers)) return faults.judgement()
    if (taskDefinition === null || isGap(taskDefinition)) return faults.judgement()
    judgeCount(faults, containers, taskDefinition)
    if (containers.length > 1) judgeNames(faults, containers, world)
    judgePorts(faults, containers, world)
    judgeCpu(faults, containers, taskDefinition, launch)
    judgeMemory(faults, containers, taskDefinition, launch, world)
    for (const container of containers) judgeVariables(faults, container, world)
    judgeEnvironment(faults, containers, taskDefinition)
    return faults.judgement()
  }),
})

type Containers = readonly LaunchContainer[]

/** @see https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
function judgeCount(faults: Faults, containers: Containers, { id, at }: Placed<TaskDefinition>): void {
  const here = `${at}/containerDefinitions`
  const { length: count } = containers
  const most = limits.containersInTask
  if (count > most) faults.fail({ blocker: 'too-many-containers', count, most, at: here })
  if (containers.some(({ definition: { essential } }) => essential === undefined || essential === true)) return
  const open = containers.find(({ definition: { essential } }) => isGap(essential))
  const gap = open?.definition.essential
  if (open !== undefined && isGap(gap)) faults.open({ gap, what: { kind: 'container', id: open.name }, at: open.at })
  else faults.fail({ blocker: 'no-essential-container', taskDefinition: id, at: here })
}

function judgeNames(faults: Faults, containers: Containers, world: World): void {
  const names = new DistinctNames()
  for (const { name: container, definition, at } of containers) {
    if (names.add(definition.name)) faults.fail({ blocker: 'container-name-twice', container, at: `${at}/name` })
    openDoubt(faults, names, container, `${at}/name`, world)
  }
}

/**
 * The name of a secret is that of no other secret and of no variable of the definition.
 *
 * @see https://github.com/dagster-io/dagster/issues/11622 what ECS says
 */
function judgeVariables(faults: Faults, { name: container, definition, at }: LaunchContainer, world: World): void {
  const { secrets, environment = [] } = definition
  if (secrets === undefined || isGap(secrets) || secrets.length === 0) return
  const names = new DistinctNames()
  if (isGap(environment)) names.take(environment)
  else for (const { name } of environment) names.take(name)
  for (const [position, { name }] of secrets.entries()) {
    const here = `${at}/secrets/${position}`
    if (names.add(name)) faults.fail({ blocker: 'variable-twice', container, variable: String(name), at: here })
    openDoubt(faults, names, container, here, world)
  }
}

/** All containers share the ports of the task's interface. */
function judgePorts(faults: Faults, containers: Containers, world: World): void {
  let ports: DistinctNames | null = null
  for (const { name: container, definition, at } of containers) {
    const { portMappings } = definition
    if (portMappings === undefined || isGap(portMappings)) continue
    for (const [position, { containerPort: port, protocol = 'tcp' }] of portMappings.entries()) {
      if (port === undefined) continue
      ports ??= new DistinctNames()
      const here = `${at}/portMappings/${position}`
      if (isGap(port) || isGap(protocol)) ports.add(isGap(port) ? port : protocol)
      else if (ports.add(`${port}/${protocol}`)) {
        faults.fail({ blocker: 'port-mapped-twice', container, port, protocol, at: here })
      }
      openDoubt(faults, ports, container, here, world)
    }
  }
}

/** Tells the first alone. Of a definition that is registered ECS knows that all are distinct. */
function openDoubt(faults: Faults, names: DistinctNames, container: string, at: Pointer, world: World): void {
  const gap = names.newDoubt()
  if (gap !== null && isInCode(world, at)) faults.open({ gap, what: { kind: 'container', id: container }, at })
}

function judgeCpu(faults: Faults, containers: Containers, definition: Placed<TaskDefinition>, launch: Launch): void {
  const { value, at } = definition
  const task = value.cpu === undefined || isGap(value.cpu) ? null : cpuUnitsOf(value.cpu)
  if (task === null) return
  let total = 0
  let open: OpenFact | null = null
  for (const container of containers) {
    const { cpu } = container.definition
    if (isGap(cpu)) open = openSize(container, 'cpu', cpu, definition, launch)
    else total += cpu ?? 0
  }
  if (total > task) {
    const here = changedIn(containers, 'cpu') ?? pointerToField(launch, at, 'cpu')
    faults.fail({ blocker: 'containers-exceed-task', resource: 'cpu', total, task, at: here })
  } else if (open !== null) faults.open(open)
}

type Size = 'cpu' | 'memory' | 'memoryReservation'

/** Where a request changes it in a container. */
function changedIn(containers: Containers, field: Size): Pointer | undefined {
  return containers.find(({ changes }) => changes?.places.has(field))?.changes?.places.get(field)
}

function openSize(
  { changes }: LaunchContainer,
  field: Size,
  gap: Gap,
  { id, at }: Placed<TaskDefinition>,
  launch: Launch,
): OpenFact {
  const changed = changes?.places.get(field)
  return changed === undefined
    ? { gap, what: { kind: 'task-definition', id }, at: `${at}/containerDefinitions` }
    : { gap, what: { kind: 'container-overrides', id: launch.id }, at: changed }
}

/**
 * No container may have more memory than the task, and all together may not reserve more. Their limits together may be
 * above it: ECS has been seen to register and to start such tasks. Of a definition that is registered ECS knows better.
 */
function judgeMemory(
  faults: Faults,
  containers: Containers,
  taskDefinition: Placed<TaskDefinition>,
  launch: Launch,
  world: World,
): void {
  const { value, at } = taskDefinition
  const task = value.memory === undefined || isGap(value.memory) ? null : mebibytesOf(value.memory)
  if (task === null) return
  let total = 0
  let open: OpenFact | null = null
  for (const container of containers) {
    const { name, definition } = container
    const { memory, memoryReservation: reserved } = definition
    if (memory !== undefined && !isGap(memory) && memory > task) {
      const here = pointerIn(container, 'memory')
      faults.fail({ blocker: 'container-exceeds-task', container: name, memory, task, at: here })
    }
    if (isGap(memory)) open = openSize(container, 'memory', memory, taskDefinition, launch)
    if (isGap(reserved)) open = openSize(container, 'memoryReservation', reserved, taskDefinition, launch)
    else total += reserved ?? 0
  }
  const changed = changedIn(containers, 'memoryReservation') ?? pointerToOverride(launch, 'memory')
  if (total > task && (changed !== undefined || isInCode(world, at))) {
    const here = changed ?? `${at}/memory`
    faults.fail({ blocker: 'containers-exceed-task', resource: 'memory', total, task, at: here })
  } else if (open !== null) faults.open(open)
}

function judgeEnvironment(faults: Faults, containers: Containers, { id, at }: Placed<TaskDefinition>): void {
  const most = limits.taskDefinitionBytes
  // Nearly all are far below, whatever their placeholders stand for.
  if (lengthOf(containers, false) <= most) return
  const bytes = lengthOf(containers, true)
  if (bytes > most) {
    faults.fail({ blocker: 'environment-too-large', taskDefinition: id, bytes, most, at: `${at}/containerDefinitions` })
  }
}

function lengthOf(containers: Containers, exact: boolean): number {
  let length = 0
  for (const { definition } of containers) length += environmentLength(definition, exact)
  return length
}

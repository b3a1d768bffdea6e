import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { ContainerOverride } from '../model/run-task.ts'
import type { ContainerDefinition, TaskDefinition } from '../model/task-definition.ts'
import type { Placed } from '../model/world.ts'
import { imageOf } from './image.ts'
import type { ImageReference } from './image-reference.ts'
import { writesToLogRouter } from './log-configuration.ts'
import { type ContainerChanges, overriddenContainers } from './overridden-containers.ts'

/** A container of the task, where it stands, and whether the task can start without it. */
export interface LaunchContainer {
  readonly name: string
  /** As the request has it. */
  readonly definition: ContainerDefinition
  /** Null where that is as the task definition has it. */
  readonly changes: ContainerChanges | null
  /** Null where the text is no image reference. */
  readonly image: Known<ImageReference> | null
  readonly at: Pointer
  /**
   * Whether the task stops when the container's image cannot be pulled: it is essential, or another container waits
   * for it.
   */
  readonly required: boolean
  /** Set where an unknown fact decides whether it is required. */
  readonly onlyIf: OpenFact | null
}

/** Where a field of a container stands: in an override of it, or in the task definition. */
export function pointerIn({ at, changes }: Pick<LaunchContainer, 'at' | 'changes'>, field: string): Pointer {
  return changes?.places.get(field) ?? `${at}/${field}`
}

/** What a request changes of containers, and where that stands. */
export interface ContainerOverrides {
  readonly overrides: Known<readonly ContainerOverride[]>
  readonly at: Pointer
}

/** @param mustAllEndWell whether who started the task waits for all of its containers to end well */
export function containersOf(
  { value, at }: Placed<TaskDefinition>,
  mustAllEndWell: boolean,
  overriding: ContainerOverrides | null = null,
): Known<readonly LaunchContainer[]> {
  const definitions = value.containerDefinitions
  if (isGap(definitions)) return definitions
  const base = `${at}/containerDefinitions`
  const awaits = definitions.some(({ dependsOn }) => dependsOn !== undefined)
  const awaited = awaits ? new Set(definitions.flatMap(dependenciesOf)) : NONE
  const routed = definitions.some(writesToLogRouter)
  const unknownWait = awaits ? openDependency(definitions, base) : null
  const overridden = overriding === null ? null : overriddenContainers(definitions, overriding.overrides, overriding.at)
  return definitions.map((definition, position) => {
    const own = overridden?.[position]
    const { essential = true } = definition
    const name = isGap(definition.name) ? `#${position + 1}` : definition.name
    const here = `${base}/${position}`
    const unknown = isGap(essential)
      ? { gap: essential, what: { kind: 'container' as const, id: name }, at: here }
      : unknownWait
    // Containers that write to FireLens wait for the log router.
    const routes = routed && definition.firelensConfiguration !== undefined
    const sure = mustAllEndWell || essential === true || awaited.has(name) || routes
    return {
      name,
      definition: own?.definition ?? definition,
      changes: own?.changes ?? null,
      image: imageOf(definition),
      at: here,
      required: sure || unknown !== null,
      onlyIf: sure ? null : unknown,
    }
  })
}

const NONE: ReadonlySet<string> = new Set()

function dependenciesOf({ dependsOn = [] }: ContainerDefinition): readonly string[] {
  if (isGap(dependsOn)) return []
  return dependsOn.flatMap(({ containerName }) => (isGap(containerName) ? [] : [containerName]))
}

function openDependency(definitions: readonly ContainerDefinition[], base: Pointer): OpenFact | null {
  for (const [position, { name, dependsOn = [] }] of definitions.entries()) {
    const gap = isGap(dependsOn) ? dependsOn : dependsOn.map(({ containerName }) => containerName).find(isGap)
    if (gap === undefined) continue
    return {
      gap,
      what: { kind: 'container', id: isGap(name) ? `#${position + 1}` : name },
      at: pointerTo(base, position, 'dependsOn'),
    }
  }
  return null
}

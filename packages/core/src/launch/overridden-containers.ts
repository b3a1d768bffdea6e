import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { ContainerOverride } from '../model/run-task.ts'
import type { ContainerDefinition } from '../model/task-definition.ts'

/** What a request changes of one container. */
export interface ContainerChanges {
  /** Where each field that is changed stands now. */
  readonly places: ReadonlyMap<string, Pointer>
  /**
   * Variables beside those of the definition. They may have the names of secrets: a definition with both is refused, and
   * a request is not.
   *
   * @see https://github.com/PrefectHQ/prefect/issues/16232 one that ECS took
   */
  readonly environment: readonly {
    readonly variables: NonNullable<ContainerOverride['environment']>
    readonly at: Pointer
  }[]
}

export interface OverriddenContainer {
  /** With the variables of the task definition alone. */
  readonly definition: ContainerDefinition
  /** Null: the request leaves it as it is. */
  readonly changes: ContainerChanges | null
}

/** An override of a container, or of one that may be it: then a gap stands for all that it changes. */
interface Change {
  readonly override: ContainerOverride
  readonly at: Pointer
  readonly doubt: Gap | null
}

/**
 * The containers as a request has them. What its overrides name replaces what the task definition has; variables are
 * added. Of an override that may be of any container nobody knows what it changes in which.
 *
 * @param at where the overrides stand
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
 */
export function overriddenContainers(
  definitions: readonly ContainerDefinition[],
  overrides: Known<readonly ContainerOverride[]>,
  at: Pointer,
): readonly OverriddenContainer[] {
  if (isGap(overrides)) return definitions.map((definition) => perhapsChanged(definition, overrides, at))
  const { own, ofUnknown, ofUnnamed } = sorted(definitions, overrides, at)
  return definitions.map((definition) => {
    const { name } = definition
    const named = isGap(name) ? undefined : own.get(name)
    const isOpen = isGap(name) || (named === undefined && hasPlaceholder(name))
    const changes = [named, ofUnknown, isOpen ? ofUnnamed : undefined].filter((change) => change !== undefined)
    return changes.length === 0 ? { definition, changes: null } : changed(definition, changes)
  })
}

interface Sorted {
  readonly own: ReadonlyMap<string, Change>
  /** Nobody knows of which container. */
  readonly ofUnknown: Change | undefined
  /** Perhaps of a container whose name is not known. */
  readonly ofUnnamed: Change | undefined
}

function sorted(
  definitions: readonly ContainerDefinition[],
  overrides: readonly ContainerOverride[],
  base: Pointer,
): Sorted {
  const names = new Set(definitions.map(({ name }) => name))
  const unnamed = definitions.map(({ name }) => name).find((name) => isGap(name) || hasPlaceholder(name))
  const own = new Map<string, Change>()
  let ofUnknown: Change | undefined
  let ofUnnamed: Change | undefined
  for (const [position, override] of overrides.entries()) {
    const { name } = override
    const at = pointerTo(base, position)
    if (!isGap(name) && names.has(name)) own.set(name, after(own.get(name), { override, at, doubt: null }))
    else if (isGap(name) || hasPlaceholder(name)) ofUnknown = after(ofUnknown, { override, at, doubt: gapOf(name) })
    else if (unnamed !== undefined) ofUnnamed = after(ofUnnamed, { override, at, doubt: gapOf(unnamed) })
  }
  return { own, ofUnknown, ofUnnamed }
}

/** Both as one; which of two ECS takes is open anyway. */
function after(before: Change | undefined, { override, at, doubt }: Change): Change {
  return before === undefined ? { override, at, doubt } : { override: { ...before.override, ...override }, at, doubt }
}

function gapOf(name: Known<string>): Gap {
  return isGap(name) ? name : { gap: 'unresolved', expression: name }
}

const REPLACED = [
  'command',
  'cpu',
  'environmentFiles',
  'memory',
  'memoryReservation',
  'resourceRequirements',
] as const satisfies readonly (keyof ContainerOverride)[]

function changed(definition: ContainerDefinition, changes: readonly Change[]): OverriddenContainer {
  const fields: { [field: string]: unknown } = {}
  const places = new Map<string, Pointer>()
  const environment: ContainerChanges['environment'][number][] = []
  for (const { override, at, doubt } of changes) {
    for (const field of REPLACED) {
      const value = replacing(definition, override, field)
      if (value === undefined) continue
      fields[field] = doubt ?? value
      places.set(field, `${at}/${field}`)
    }
    const { environment: variables } = override
    if (variables !== undefined) environment.push({ variables: doubt ?? variables, at: `${at}/environment` })
  }
  return { definition: { ...definition, ...fields }, changes: { places, environment } }
}

/**
 * What stands for a field instead of what the definition says; undefined: nothing does. That an empty list takes
 * anything away is not documented, and people ask for a way to.
 *
 * @see https://github.com/aws/containers-roadmap/issues/1564
 */
function replacing(
  definition: ContainerDefinition,
  override: ContainerOverride,
  field: (typeof REPLACED)[number],
): unknown {
  const value = override[field]
  if (!Array.isArray(value) || value.length > 0) return value
  const before = definition[field]
  if (field !== 'environmentFiles' || !Array.isArray(before) || before.length === 0) return undefined
  return EMPTIED
}

const EMPTIED: Gap = Object.freeze({ gap: 'not-modeled', what: 'environment-files-emptied' })

/** What the definition says of fields that the request may replace, nobody knows. */
function perhapsChanged(definition: ContainerDefinition, gap: Gap, at: Pointer): OverriddenContainer {
  const fields = REPLACED.filter((field) => definition[field] !== undefined)
  return {
    definition: { ...definition, ...Object.fromEntries(fields.map((field) => [field, gap])) },
    changes: {
      places: new Map(fields.map((field) => [field, at])),
      environment: [{ variables: gap, at }],
    },
  }
}

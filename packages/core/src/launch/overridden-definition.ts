import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { TaskOverride } from '../model/run-task.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Placed } from '../model/world.ts'

/** The task definition as a request has it; its containers stay as they are written. */
export function overriddenDefinition(
  { id, value, at, place }: Placed<TaskDefinition>,
  overrides: Known<TaskOverride>,
): Placed<TaskDefinition> {
  const known = isGap(overrides) ? overriddenInAll(overrides) : overrides
  const { containerOverrides: _, inferenceAcceleratorOverrides: accelerators, ...ofTask } = known
  const isAny = accelerators !== undefined && !(Array.isArray(accelerators) && accelerators.length === 0)
  return { id, value: { ...value, ...ofTask, ...(isAny ? { inferenceAccelerators: accelerators } : {}) }, at, place }
}

/** What overrides that nobody knows may have. */
function overriddenInAll(gap: Gap): TaskOverride {
  return {
    executionRoleArn: gap,
    taskRoleArn: gap,
    cpu: gap,
    memory: gap,
    ephemeralStorage: gap,
    inferenceAcceleratorOverrides: gap,
  }
}

interface Asked {
  readonly at: Pointer
  readonly request: { readonly overrides?: Known<TaskOverride> }
}

/** Where a request has its own value of a field of the task; undefined: it has none. */
export function pointerToOverride({ at, request }: Asked, field: string): Pointer | undefined {
  const { overrides } = request
  if (overrides === undefined) return undefined
  if (isGap(overrides)) return OF_TASK.has(field) ? pointerTo(at, 'overrides') : undefined
  const written = field === 'inferenceAccelerators' ? 'inferenceAcceleratorOverrides' : field
  return Object.hasOwn(overrides, written) ? pointerTo(at, 'overrides', written) : undefined
}

const OF_TASK: ReadonlySet<string> = new Set([
  'executionRoleArn',
  'taskRoleArn',
  'cpu',
  'memory',
  'ephemeralStorage',
  'inferenceAccelerators',
])

/** Where a field of the task stands: in the request, or in the task definition, whose place is given. */
export function pointerToField(launch: Asked, definition: Pointer, field: string): Pointer {
  return pointerToOverride(launch, field) ?? `${definition}/${field}`
}

import { stateOverrides } from '../../launch/state-arguments.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { TaskOverride } from '../../model/run-task.ts'
import { type Document, field, isDocument } from './fields.ts'

/**
 * What a task had instead of its definition; null: the document does not tell. Containers of which nothing is overridden are
 * left out: ECS shows them by their names, those that it adds itself among them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
 */
export function overridesOfTask(task: Document): Known<TaskOverride> | null {
  const written = field(task, 'overrides')
  if (written === undefined || written === null) return null
  if (isGap(written)) return written
  if (!isDocument(written)) return { gap: 'unresolved', expression: 'overrides' }
  const overrides = stateOverrides(inPascalCase(written, DEPTH) as Document)
  const { containerOverrides: all } = overrides
  if (all === undefined || isGap(all)) return overrides
  return { ...overrides, containerOverrides: all.filter((each) => Object.keys(each).length > 1) }
}

/** As deep as overrides nest. */
const DEPTH = 6

/** As Step Functions writes the members of the API. No member of overrides has names of its own as members. */
function inPascalCase(value: unknown, depth: number): unknown {
  if (depth === 0 || isGap(value)) return value
  if (Array.isArray(value)) return value.map((each) => inPascalCase(each, depth - 1))
  if (!isDocument(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      inPascalCase(member, depth - 1),
    ]),
  )
}

import type { Resource } from '../resource.ts'
import type { Stack } from '../stack.ts'
import { fieldOf, unknown, unresolved, type Value } from '../value.ts'
import { addRunTask, type RunTaskSource } from './add-run-task.ts'

type ArgumentsSource = Omit<RunTaskSource, 'form' | 'cluster' | 'overrides'>

/** Puts a task that something runs with the arguments of RunTask, in PascalCase, into the snapshot. */
export function addArguments(resource: Resource, stack: Stack, source: ArgumentsSource): void {
  const parameters = known(source.parameters)
  addRunTask(resource, stack, {
    ...source,
    form: 'arguments',
    parameters,
    cluster: memberOf(parameters, 'Cluster'),
    overrides: memberOf(parameters, 'Overrides'),
  })
}

/** With a member that AWS refuses, it is not known on what the task runs, if at all. */
function known(written: Value): Value {
  if (written.kind === 'unknown') return written
  if (written.kind !== 'map') return unresolved(written.kind, written.at)
  const key = memberInCamelCase(written)
  if (key === null) return written
  const expression = `${key} → ${key.charAt(0).toUpperCase()}${key.slice(1)}`
  const value = unknown({ gap: 'refused', expression }, key, written.at)
  return { ...written, entries: new Map([...written.entries, ['launchType', { keyAt: written.at, value }]]) }
}

/**
 * AWS takes no members by the names of the ECS API, at any depth. INVARIANT: no argument has names of its own as members.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
function memberInCamelCase(value: Value): string | null {
  if (value.kind === 'list') return first(value.items)
  if (value.kind !== 'map') return null
  for (const key of value.entries.keys()) if (/^[a-z]/.test(key)) return key
  return first([...value.entries.values()].map((entry) => entry.value))
}

function first(values: readonly Value[]): string | null {
  for (const value of values) {
    const found = memberInCamelCase(value)
    if (found !== null) return found
  }
  return null
}

function memberOf(parameters: Value, name: string): Value | undefined {
  return parameters.kind === 'unknown' ? parameters : fieldOf(parameters, name)?.value
}

import { placeholder } from '@farsight/core'
import { isNoJson, jsonValue } from '../json-value.ts'
import type { Stack } from '../stack.ts'
import { embed, fieldOf, unknown, unresolved, type Value } from '../value.ts'
import { namedBy } from './named-by.ts'

/** `arn:aws:scheduler:::aws-sdk:ecs:runTask` */
const RUN_TASK = /:scheduler:::aws-sdk:ecs:runTask$/i

/**
 * The arguments of RunTask that a universal target of a schedule has in its input; null: its target is another one.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export function universalTarget(target: Value, stack: Stack): UniversalTarget | null {
  const arn = fieldOf(target, 'Arn')
  const named = namedBy(arn?.value, RUN_TASK)
  if (arn === null || named === null) return null
  if (named.doubt !== null) return { parameters: unknown(named.doubt, 'Arn', arn.value.at), at: arn.keyAt }
  const input = fieldOf(target, 'Input')
  if (input === null) return { parameters: unresolved('Input', arn.value.at), at: arn.keyAt }
  return { parameters: argumentsIn(input.value, stack), at: input.keyAt }
}

interface UniversalTarget {
  readonly parameters: Value
  /** Where they stand. */
  readonly at: number
}

function argumentsIn(input: Value, stack: Stack): Value {
  if (input.kind === 'map' || input.kind === 'unknown') return input
  const written = embed(input)
  if (written === null || input.kind === 'absent') return unresolved('Input', input.at)
  const json = withAttributes(written)
  if (isNoJson(json)) return unknown({ gap: 'refused', expression: 'Input' }, 'Input', input.at)
  return jsonValue(json, input.at, stack.reference) ?? unresolved('Input', input.at)
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function withAttributes(json: string): string {
  return json.replace(/<(aws\.scheduler\.[a-z-]+)>/g, (_, name: string) => placeholder(name))
}

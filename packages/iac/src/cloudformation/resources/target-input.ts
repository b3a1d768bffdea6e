import { placeholder } from '@farsight/core'
import { isNoJson, jsonValue } from '../json-value.ts'
import type { Stack } from '../stack.ts'
import { embed, fieldOf, unresolved, type Value } from '../value.ts'

/**
 * The input of a target is what it overrides, as JSON in a text; of a rule also what it makes of the event.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function inputOf(target: Value, stack: Stack): Value | undefined {
  const path = fieldOf(target, 'InputPath')?.value
  if (path !== undefined && path.kind !== 'absent' && !isWholeEvent(path)) return unresolved('InputPath', path.at)
  const transformer = fieldOf(target, 'InputTransformer')?.value
  if (transformer !== undefined && transformer.kind !== 'absent') return transformed(transformer, stack)
  const input = fieldOf(target, 'Input')?.value
  const json = input === undefined ? null : embed(input)
  if (input === undefined || input.kind === 'unknown' || json === null) return input
  // A text that is no JSON overrides nothing
  return jsonValue(json, input.at, stack.reference) ?? (isNoJson(json) ? undefined : unresolved('Input', input.at))
}

/** An event has no member that overrides anything. */
function isWholeEvent(path: Value): boolean {
  return path.kind === 'text' && path.open === null && (path.text === '$' || path.text === '')
}

function transformed(transformer: Value, stack: Stack): Value {
  const template = fieldOf(transformer, 'InputTemplate')?.value
  const written = template === undefined ? null : embed(template)
  const found = written === null ? null : jsonValue(withVariables(written), transformer.at, stack.reference)
  return found?.kind === 'map' ? found : unresolved('InputTransformer', transformer.at)
}

/** `<name>` stands for a part of the event, inside of a text or for a whole value. */
const VARIABLE = /<([\w.-]{1,256})>/y

function withVariables(template: string): string {
  const parts: string[] = []
  let isInText = false
  for (let at = 0; at < template.length; at++) {
    const char = template[at] ?? ''
    if (char === '"') isInText = !isInText
    VARIABLE.lastIndex = at
    const [variable, name] = char === '<' ? (VARIABLE.exec(template) ?? []) : []
    if (variable !== undefined && name !== undefined) {
      parts.push(isInText ? placeholder(name) : JSON.stringify(placeholder(name)))
      at += variable.length - 1
    } else if (char === '\\') {
      parts.push(char, template[at + 1] ?? '')
      at++
    } else parts.push(char)
  }
  return parts.join('')
}

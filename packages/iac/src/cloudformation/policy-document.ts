import {
  type Gap,
  type Known,
  type OneOrMany,
  type Pointer,
  type PolicyConditions,
  type PolicyDocument,
  type PolicyPrincipal,
  type PolicyStatement,
  pointerTo,
} from '@farsight/core'
import { jsonValue } from './json-value.ts'
import { notLikeGap, pattern, type Reading, type Shape } from './shape.ts'
import { fieldOf, type MapValue, type Value } from './value.ts'

/** An IAM policy: its structure stays, and what is not known inside is a placeholder or a gap. */
export const policyDocument: Shape<PolicyDocument> = {
  read: (value, at, reading) => {
    if (value.kind === 'absent') return undefined
    if (value.kind === 'unknown') return value.gap
    // Resource policies may be given as a text of JSON
    const document = value.kind === 'text' ? jsonValue(value.text, value.at) : value
    if (document?.kind !== 'map') return noDocument(value, reading)
    const version = textAt(document, 'Version')
    const id = textAt(document, 'Id')
    return {
      ...(version === null ? {} : { Version: version }),
      ...(id === null ? {} : { Id: id }),
      Statement: statements(fieldOf(document, 'Statement')?.value, pointerTo(at, 'Statement'), reading),
    }
  },
}

function noDocument(value: Value, { problems, path }: Reading): Gap {
  problems.report('W_WRONG_PROPERTY_TYPE', value.at, { expected: 'policy', found: value.kind }, path)
  return unresolved('PolicyDocument')
}

function statements(value: Value | undefined, at: Pointer, reading: Reading): PolicyDocument['Statement'] {
  if (value === undefined || value.kind === 'absent') return []
  if (value.kind === 'unknown') return value.gap
  const items = value.kind === 'list' ? value.items : [value]
  return items.map((item, i) => {
    reading.origins.set(pointerTo(at, i), item.at, reading.path)
    return statement(item, reading)
  })
}

function statement(value: Value, reading: Reading): PolicyStatement {
  if (value.kind !== 'map') {
    // A statement that may or may not be there could do anything
    const effect = value.kind === 'unknown' ? value.gap : unresolved('Statement')
    return { Effect: effect, Action: '*', Resource: '*' }
  }
  const elements: Record<string, unknown> = {}
  for (const [name, read] of ELEMENTS) {
    const element = fieldOf(value, name)?.value
    const found = element === undefined ? undefined : read(element, reading)
    if (found !== undefined) elements[name] = found
  }
  return { Effect: unresolved('Effect'), ...elements }
}

type Element = (value: Value, reading: Reading) => unknown

const ELEMENTS: readonly (readonly [keyof PolicyStatement, Element])[] = [
  ['Sid', (value) => (value.kind === 'text' ? value.text : undefined)],
  ['Effect', effect],
  ['Principal', principal],
  ['NotPrincipal', principal],
  ['Action', texts],
  ['NotAction', texts],
  ['Resource', texts],
  ['NotResource', texts],
  ['Condition', conditions],
]

function effect(value: Value): PolicyStatement['Effect'] {
  if (value.kind === 'unknown') return value.gap
  if (value.kind !== 'text') return unresolved('Effect')
  return value.text === 'Allow' || value.text === 'Deny' ? value.text : unresolved(value.text)
}

/** What is matched as text: a placeholder in it says more than a gap. */
function texts(value: Value, reading: Reading): Known<OneOrMany<Known<string>>> | undefined {
  if (value.kind !== 'list') return pattern.read(value, '', reading)
  return value.items.flatMap((item) => {
    const found = texts(item, reading) ?? []
    return Array.isArray(found) ? (found as readonly Known<string>[]) : [found as Known<string>]
  })
}

function principal(value: Value, reading: Reading): Known<PolicyPrincipal> {
  if (value.kind === 'unknown') return value.gap
  if (value.kind !== 'map') return value.kind === 'text' && value.text === '*' ? '*' : unresolved('Principal')
  return notLikeGap(mapped(value, (item) => texts(item, reading) ?? []))
}

function conditions(value: Value, reading: Reading): Known<PolicyConditions> {
  if (value.kind === 'unknown') return value.gap
  if (value.kind !== 'map' || ![...value.entries.values()].every((entry) => isOperands(entry.value))) {
    return unresolved('Condition')
  }
  return notLikeGap(
    mapped(value, (keys) => (keys.kind === 'map' ? mapped(keys, (item) => texts(item, reading) ?? []) : {})),
  )
}

/** No condition key is named so, and what we read would look like a gap of ours. */
function isOperands(value: Value): boolean {
  return value.kind === 'map' && !value.entries.has('gap')
}

function mapped<T>(value: MapValue, read: (value: Value) => T): { readonly [key: string]: T } {
  return Object.fromEntries([...value.entries].map(([key, entry]) => [key, read(entry.value)]))
}

function textAt(value: MapValue, name: string): string | null {
  const found = fieldOf(value, name)?.value
  return found?.kind === 'text' ? found.text : null
}

function unresolved(expression: string): Gap {
  return { gap: 'unresolved', expression }
}

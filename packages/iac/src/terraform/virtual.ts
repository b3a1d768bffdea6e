import { ABSENT, fieldOf, text, type Value, type ValueEntry } from '../cloudformation/value.ts'
import type { Evaluator } from './evaluator.ts'
import type { Instance } from './plan.ts'

/** What an instance is in the words of CloudFormation, which the readers of resources understand. */
export interface Virtual {
  readonly type: string
  readonly properties: { readonly [property: string]: Value }
  /** Where one instance is several resources. */
  readonly suffix?: string
}

/** An instance with its attributes. */
export interface Given {
  readonly instance: Instance
  readonly at: number
  /** The instance as others refer to it. */
  readonly self: Value
  get(attribute: string): Value
  /** A nested block of which there is at most one. */
  block(attribute: string): Value
  /** Nested blocks, or the items of a list. */
  items(attribute: string): readonly Value[]
}

export function givenBy(instance: Instance, at: number, self: Value, evaluator: Evaluator): Given {
  const get = (attribute: string) => evaluator.given(instance, attribute)
  return {
    instance,
    at,
    self,
    get,
    block: (attribute) => only(get(attribute)),
    items: (attribute) => itemsOf(get(attribute)),
  }
}

export function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'absent') return []
  return value.kind === 'list' ? value.items : [value]
}

/** The one item of a block; absent where there is none. */
export function only(value: Value): Value {
  return value.kind === 'list' ? (value.items[0] ?? { ...ABSENT, at: value.at }) : value
}

export function inside(value: Value, name: string): Value {
  if (value.kind === 'unknown') return value
  return fieldOf(value, name)?.value ?? { ...ABSENT, at: value.at }
}

/** An object of what is there. */
export function map(at: number, entries: { readonly [name: string]: Value }): Value {
  const found = Object.entries(entries).filter(([, { kind }]) => kind !== 'absent')
  return {
    kind: 'map',
    entries: new Map(found.map(([name, value]): [string, ValueEntry] => [name, { keyAt: at, value }])),
    at,
  }
}

export function listed(at: number, items: readonly Value[]): Value {
  return { kind: 'list', items, at }
}

/** The blocks of a list, each as an object with other names. */
export function each(value: Value, make: (block: Value) => Value): Value {
  return value.kind === 'list' ? { ...value, items: value.items.map(make) } : value
}

/** `true` and `false` as the words that the API takes. */
export function word(value: Value, whenTrue: string, whenFalse: string): Value {
  if (value.kind !== 'text' || value.open !== null) return value
  return text(value.text === 'true' ? whenTrue : whenFalse, value.at)
}

/** Empty texts are what Terraform writes for nothing. */
export function filled(value: Value): Value {
  return value.kind === 'text' && value.text === '' ? { ...ABSENT, at: value.at } : value
}

import { ABSENT, fieldOf, text, type Value, type ValueEntry } from '../cloudformation/value.ts'

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

import { type Gap, type Pointer, pointerTo } from '@farsight/core'
import { otherwise, type Reading, type Shape } from './shape.ts'
import { fieldOf, type Value } from './value.ts'

type Inner<V> = Exclude<V, Gap | undefined>

/** An object with these fields; null for those that the template does not decide. */
export function record<T extends object>(fields: { readonly [K in keyof T]-?: Shape<Inner<T[K]>> | null }): Shape<T> {
  const shapes = Object.entries<Shape<unknown> | null>(fields)
  return {
    read: (value, at, reading) => {
      if (value.kind !== 'map') return otherwise(value, 'map', reading)
      const read: Record<string, unknown> = {}
      for (const [name, shape] of shapes) {
        const found = shape === null ? undefined : readField(value, name, shape, at, reading)
        if (found !== undefined) read[name] = found
      }
      return read as T
    },
  }
}

function readField(value: Value, name: string, shape: Shape<unknown>, at: Pointer, reading: Reading): unknown {
  const property = shape.from ?? name
  const entry = fieldOf(value, property)
  const pointer = pointerTo(at, name)
  if (entry !== null) {
    if (shape.marked) reading.origins.set(pointer, entry.keyAt, reading.path)
    const found = shape.read(entry.value, pointer, reading)
    if (found !== undefined) return found
  }
  return shape.required ? missing(value, property, reading) : undefined
}

function missing(value: Value, property: string, { problems, path }: Reading): Gap {
  const name = property.charAt(0).toUpperCase() + property.slice(1)
  problems.report('W_MISSING_PROPERTY', value.at, { property: name }, path)
  return { gap: 'unresolved', expression: name }
}

import type { Snapshot } from '@farsight/core'
import { describe, expectTypeOf, test } from 'vitest'
import type * as z from 'zod/mini'
import type { snapshot } from './snapshot.ts'

/** Zod's types say nothing of readonly; all else must be the same. */
type Writable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : { -readonly [Key in keyof T]: Writable<T[Key]> }

describe('the schema and the types of core', () => {
  test('are the same', () => {
    expectTypeOf<z.infer<typeof snapshot>>().toEqualTypeOf<Writable<Snapshot>>()
  })
})

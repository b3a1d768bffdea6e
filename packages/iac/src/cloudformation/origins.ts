import type { CodeOrigin, Pointer } from '@farsight/core'
import type { Problems } from './problems.ts'

/** Where each part of the snapshot stands in the template. */
export interface Origins {
  readonly byPointer: ReadonlyMap<Pointer, CodeOrigin>
  set(pointer: Pointer, at: number, path: string): void
}

export function createOrigins(file: string, problems: Problems): Origins {
  const byPointer = new Map<Pointer, CodeOrigin>()
  return {
    byPointer,
    set: (pointer, at, path) => byPointer.set(pointer, { file, ...problems.place(at), path }),
  }
}

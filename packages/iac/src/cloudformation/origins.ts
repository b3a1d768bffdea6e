import type { Origin, Pointer } from '@farsight/core'
import type { Problems } from './problems.ts'

/** Where each part of the snapshot stands in one file. */
export interface Origins {
  set(pointer: Pointer, at: number, path: string): void
}

export function createOrigins(byPointer: Map<Pointer, Origin>, problems: Problems): Origins {
  const { file } = problems
  return { set: (pointer, at, path) => byPointer.set(pointer, { file, ...problems.place(at), path }) }
}

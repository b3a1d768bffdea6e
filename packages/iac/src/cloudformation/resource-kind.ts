import type { Resource } from './resource.ts'
import type { Stack } from './stack.ts'
import type { Value } from './value.ts'

/** What the intrinsic functions give for a resource; the place is filled in by the resolver. */
export interface Naming {
  readonly ref?: Name
  readonly attribute?: (name: string) => Name | undefined
}

export type Name = (resource: Resource, at: number) => Value

/** A type of resource: how others name it, and what it puts into the snapshot. */
export interface ResourceKind extends Naming {
  readonly type: string
  readonly read?: (resource: Resource, stack: Stack) => void
}

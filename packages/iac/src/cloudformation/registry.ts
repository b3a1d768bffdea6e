import type { Resource } from './resource.ts'
import type { ReferenceValue, Value } from './value.ts'

/** What the stacks that are read together know of each other. */
export interface Registry {
  /** By `Resource.id`. */
  readonly resources: ReadonlyMap<string, Resource>
  /** By how they look inside a longer text: lists of ids travel between stacks as one text. */
  readonly references: Map<string, ReferenceValue>
  /** What nested stacks are for their parents; null where the template of one was not read. */
  readonly nested: (resource: Resource) => NestedStack | null
  /** `Fn::ImportValue`; null where no stack exports the name, or more than one may. */
  readonly imported: (name: string, at: number) => Value | null
  /** Expressions that lead to expressions, over all stacks. */
  nesting: number
  /** Characters of all texts that functions put together. */
  made: number
}

export interface NestedStack {
  output(name: string, at: number): Value
}

/** Of the resource that a placeholder stands for: `Nested.Vpc` of `Nested.Vpc.DefaultSecurityGroup`. */
export function typeOfPlaceholder({ resources }: Registry, name: string): string | undefined {
  for (let id = name; id !== ''; id = id.slice(0, Math.max(id.lastIndexOf('.'), 0))) {
    const found = resources.get(id)
    if (found !== undefined) return found.type
  }
  return undefined
}

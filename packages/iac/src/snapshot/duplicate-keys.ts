import type { Fault, Path } from './fault.ts'
import { visitJson } from './json-text.ts'

/**
 * The keys that an object of the text has twice: `JSON.parse` keeps the last and drops the others without a word.
 * `members` is how many members the objects of the text have, as counted in the text.
 */
export function duplicateKeys(text: string, value: unknown, members: number): readonly Fault[] {
  if (countMembers(value) === members) return []
  const duplicates: Fault[] = []
  visitJson<Container>(text, { keys: new Set(), path: () => [] }, (parent, key) => {
    const path = () => [...parent.path(), key]
    if (typeof key === 'string') {
      if (parent.keys.has(key)) {
        duplicates.push({ code: 'E_SNAPSHOT_DUPLICATE_KEY', path: path(), atKey: true, params: { key } })
      }
      parent.keys.add(key)
    }
    return { keys: new Set(), path }
  })
  return duplicates
}

interface Container {
  readonly keys: Set<string>
  readonly path: () => Path
}

function countMembers(root: unknown): number {
  let members = 0
  const open: object[] = []
  const push = (value: unknown) => {
    if (typeof value === 'object' && value !== null) open.push(value)
  }
  push(root)
  for (let container = open.pop(); container !== undefined; container = open.pop()) {
    if (Array.isArray(container)) container.forEach(push)
    else {
      for (const key of Object.keys(container)) {
        members++
        push((container as Readonly<Record<string, unknown>>)[key])
      }
    }
  }
  return members
}

import type { Path } from './fault.ts'
import { visitJson } from './json-text.ts'

export interface Place {
  readonly start: number
  /** Where the key of the value starts; the value itself in a list. */
  readonly keyStart: number
}

interface Node {
  readonly children: Map<string | number, Node>
  place: Place | undefined
}

/** Where the parts of a JSON text are, in the order of the paths; undefined for what is not there. */
export function locate(text: string, paths: readonly Path[]): readonly (Place | undefined)[] {
  if (paths.length === 0) return []
  const rootStart = Math.max(0, text.search(/\S/))
  const root: Node = { children: new Map(), place: { start: rootStart, keyStart: rootStart } }
  const nodes = paths.map((path) => path.reduce<Node>(childOf, root))
  visitJson<Node | undefined>(text, root, (parent, key, start, keyStart) => {
    const node = parent?.children.get(key)
    if (node !== undefined) node.place = { start, keyStart }
    return node
  })
  return nodes.map(({ place }) => place)
}

function childOf(parent: Node, key: string | number): Node {
  const known = parent.children.get(key)
  if (known !== undefined) return known
  const child: Node = { children: new Map(), place: undefined }
  parent.children.set(key, child)
  return child
}

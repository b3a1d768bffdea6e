/**
 * A part of a template with its place: YAML, JSON, short tags and aliases look alike. `at` is the offset in the text at
 * which it starts.
 */
export type TemplateNode = ScalarNode | ListNode | MapNode | CallNode

export interface ScalarNode {
  readonly kind: 'scalar'
  /** As it is written, so that `0123`, `1.10` and `2012-10-17` survive; null for an empty value. */
  readonly text: string | null
  readonly at: number
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly TemplateNode[]
  readonly at: number
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, NodeEntry>
  readonly at: number
}

export interface NodeEntry {
  readonly keyAt: number
  readonly value: TemplateNode
}

/** An intrinsic function, by its long name: `Ref`, `Fn::Sub`, `Condition`. */
export interface CallNode {
  readonly kind: 'call'
  readonly name: string
  readonly argument: TemplateNode
  readonly at: number
}

/** How problems name what was found; `words/` translates it. */
export type NodeKind = 'text' | 'list' | 'map' | 'function' | 'nothing'

export function kindOf(node: TemplateNode): NodeKind {
  if (node.kind === 'call') return 'function'
  if (node.kind === 'scalar') return node.text === null ? 'nothing' : 'text'
  return node.kind
}

export function textOf(node: TemplateNode | undefined): string | null {
  return node?.kind === 'scalar' ? node.text : null
}

/** The children of a node, for walks over a whole template. */
export function childrenOf(node: TemplateNode): readonly TemplateNode[] {
  if (node.kind === 'list') return node.items
  if (node.kind === 'call') return [node.argument]
  return node.kind === 'map' ? [...node.entries.values()].map(({ value }) => value) : []
}

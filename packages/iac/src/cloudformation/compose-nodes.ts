import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { MAX_DEPTH } from './measure-depth.ts'
import type { Problems } from './problems.ts'
import { longNameOf } from './short-tags.ts'
import type { NodeEntry, TemplateNode } from './template-node.ts'

/** How many nodes aliases may add to a template before it is taken for an attack. */
const MAX_ALIASED_NODES = 100_000

/** A node with its measures once all aliases are written out. */
interface Composed {
  readonly node: TemplateNode
  readonly size: number
  readonly depth: number
}

interface Context {
  readonly problems: Problems
  readonly anchors: Map<string, Composed>
  aliased: number
  refused: boolean
}

/** The template as nodes of our own. Null where aliases blow it up. */
export function composeNodes(document: Document, problems: Problems): TemplateNode | null {
  const context: Context = { problems, anchors: new Map(), aliased: 0, refused: false }
  const { node } = compose(document.contents, 0, context)
  return context.refused ? null : node
}

function compose(source: Node | null, at: number, context: Context): Composed {
  if (source === null) return { node: { kind: 'scalar', text: null, at }, size: 1, depth: 1 }
  if (isAlias(source)) return composeAlias(source.source, source.range?.[0] ?? at, context)
  const start = source.range?.[0] ?? at
  const tag = source.tag ?? null
  const name = tag === null ? null : longNameOf(tag)
  const plain = isMap(source)
    ? composeMap(source, start, context)
    : isSeq(source)
      ? composeList(source.items as Node[], start, context)
      : { node: scalarOf(source, start, tag), size: 1, depth: 1 }
  const composed: Composed =
    name === null ? plain : { ...plain, node: { kind: 'call', name, argument: plain.node, at: start } }
  if (source.anchor) context.anchors.set(source.anchor, composed)
  return composed
}

function scalarOf(source: Node, at: number, tag: string | null): TemplateNode {
  const scalar = source as Scalar
  const isPlain = scalar.type === 'PLAIN' || scalar.type === undefined
  const text = isScalar(source) && scalar.value !== null ? String(scalar.value) : null
  if (!isPlain || text === null) return { kind: 'scalar', text, at }
  if (text === '' || text === '~' || text === 'null') return { kind: 'scalar', text: null, at }
  return { kind: 'scalar', text: tag === null ? (TRUTHS.get(text) ?? text) : text, at }
}

/**
 * What CloudFormation makes of words of YAML 1.1 without quotes; `y` and `n` stay as they are.
 *
 * @see https://github.com/ASFHyP3/hyp3/pull/2061 what a tag became
 */
const TRUTHS: ReadonlyMap<string, string> = new Map([
  ...['True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, 'true'] as const),
  ...['False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, 'false'] as const),
])

function composeAlias(name: string, at: number, context: Context): Composed {
  const target = context.anchors.get(name)
  if (target === undefined) {
    context.problems.report('E_UNDEFINED_ALIAS', at, { name })
    return { node: { kind: 'scalar', text: null, at }, size: 1, depth: 1 }
  }
  context.aliased += target.size
  if (context.aliased > MAX_ALIASED_NODES && !context.refused) {
    context.refused = true
    context.problems.report('E_TOO_MANY_ALIASES', at, { limit: String(MAX_ALIASED_NODES) })
  }
  return target
}

function composeList(sources: readonly Node[], at: number, context: Context): Composed {
  const items = sources.map((source) => compose(source, at, context))
  return measured({ kind: 'list', items: items.map(({ node }) => node), at }, items, context)
}

function composeMap(source: YAMLMap, at: number, context: Context): Composed {
  const entries = new Map<string, NodeEntry>()
  const merged: Composed[] = []
  const values: Composed[] = []
  for (const { key, value } of source.items as Pair<Node, Node | null>[]) {
    const keyAt = key?.range?.[0] ?? at
    const composed = compose(value, key?.range?.[1] ?? keyAt, context)
    values.push(composed)
    if (!isScalar(key)) context.problems.report('E_WRONG_TYPE', keyAt, { what: 'key', expected: 'text', found: 'map' })
    else if (key.value === '<<' && key.type === 'PLAIN') merged.push(composed)
    else addEntry(entries, String(key.value ?? ''), { keyAt, value: composed.node }, context.problems)
  }
  for (const { node } of merged) merge(entries, node)
  return measured(callOf(entries, at) ?? { kind: 'map', entries, at }, values, context)
}

/** Of keys that are written twice the last counts. */
export function addEntry(entries: Map<string, NodeEntry>, key: string, entry: NodeEntry, problems: Problems): void {
  const first = entries.get(key)
  entries.set(key, entry)
  if (first === undefined) return
  problems.report('W_DUPLICATE_KEY', entry.keyAt, { key, firstLine: String(problems.place(first.keyAt).line) })
}

/** `<<: *base`, which `aws cloudformation package` writes out; keys that are there win. */
function merge(entries: Map<string, NodeEntry>, from: TemplateNode): void {
  if (from.kind === 'list') for (const item of from.items) merge(entries, item)
  if (from.kind !== 'map') return
  for (const [key, entry] of from.entries) if (!entries.has(key)) entries.set(key, entry)
}

/** `{ "Ref": … }` and `{ "Fn::…": … }`. */
export function callOf(entries: ReadonlyMap<string, NodeEntry>, at: number): TemplateNode | null {
  if (entries.size !== 1) return null
  const [first] = entries
  if (first === undefined) return null
  const [name, { value }] = first
  if (name !== 'Ref' && !(name.startsWith('Fn::') && !name.startsWith('Fn::ForEach'))) return null
  return { kind: 'call', name, argument: value, at }
}

function measured(node: TemplateNode, children: readonly Composed[], context: Context): Composed {
  let size = 1
  let depth = 0
  for (const child of children) {
    size += child.size
    if (child.depth > depth) depth = child.depth
  }
  if (depth + 1 > MAX_DEPTH + 1 && !context.refused) {
    context.refused = true
    context.problems.report('E_TOO_DEEP', node.at, { limit: String(MAX_DEPTH) })
  }
  return { node, size, depth: depth + 1 }
}

import type { Problems } from './problems.ts'
import { type MapNode, type NodeEntry, type TemplateNode, textOf } from './template-node.ts'
import { embed, openOf, type Value } from './value.ts'

const LOOP = 'Fn::ForEach::'

/** Nodes that the loops of a template may make before it is taken for an attack. */
const MAX_MADE = 200_000

interface Context {
  readonly resolved: (node: TemplateNode) => Value
  readonly problems: Problems
  made: number
}

export function hasLoops(root: TemplateNode): boolean {
  const open: TemplateNode[] = [root]
  const seen = new Set<TemplateNode>()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (node.kind === 'map') {
      for (const [key, { value }] of node.entries) {
        if (key.startsWith(LOOP)) return true
        open.push(value)
      }
    } else if (node.kind === 'list') open.push(...node.items)
    else if (node.kind === 'call') open.push(node.argument)
  }
  return false
}

/**
 * The template with its loops written out, as the transform AWS::LanguageExtensions does. A loop over a collection that
 * nobody knows stays, and what stands around it is unknown.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function expandLoops(root: MapNode, resolved: (node: TemplateNode) => Value, problems: Problems): MapNode {
  return expandMap(root, { resolved, problems, made: 0 })
}

function expand(node: TemplateNode, context: Context): TemplateNode {
  if (node.kind === 'map') return expandMap(node, context)
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => expand(item, context)) }
  return node.kind === 'call' ? { ...node, argument: expand(node.argument, context) } : node
}

function expandMap(node: MapNode, context: Context): MapNode {
  const entries = new Map<string, NodeEntry>()
  for (const [key, entry] of node.entries) {
    const looped = key.startsWith(LOOP) ? loop(key, entry, context) : null
    if (looped === null) entries.set(key, { ...entry, value: expand(entry.value, context) })
    else for (const [name, made] of looped) entries.set(name, made)
  }
  return { ...node, entries }
}

/** What a loop makes; null where its collection is not known. */
function loop(key: string, { keyAt, value }: NodeEntry, context: Context): ReadonlyMap<string, NodeEntry> | null {
  const [identifierNode, collection, body] = value.kind === 'list' ? value.items : []
  const identifier = textOf(identifierNode)
  if (identifier === null || collection === undefined || body?.kind !== 'map') {
    context.problems.report('E_BAD_FUNCTION', keyAt, {
      function: key,
      expected: '[identifier, list, map]',
      found: value.kind,
    })
    return null
  }
  const items = textsOf(context.resolved(collection))
  if (items === null) {
    context.problems.report('W_LOOP_NOT_KNOWN', keyAt, { name: key.slice(LOOP.length) })
    return null
  }
  const made = new Map<string, NodeEntry>()
  for (const item of items) {
    const written = expandMap(substitute(body, identifier, item, context) as MapNode, context)
    if (context.made > MAX_MADE) {
      context.problems.report('E_LOOP_TOO_LARGE', keyAt, { limit: String(MAX_MADE) })
      return made
    }
    for (const [name, entry] of written.entries) made.set(name, entry)
  }
  return made
}

function textsOf(value: Value): readonly string[] | null {
  if (value.kind !== 'list') return null
  const texts = value.items.map((item) => (openOf(item) === null ? embed(item) : null))
  return texts.includes(null) ? null : (texts as readonly string[])
}

/** `${Item}` as it is, `&{Item}` without all that logical ids may not hold, and `!Ref Item`. */
function substitute(node: TemplateNode, identifier: string, item: string, context: Context): TemplateNode {
  if (++context.made > MAX_MADE) return node
  const inText = (text: string): string =>
    text.replaceAll(`\${${identifier}}`, item).replaceAll(`&{${identifier}}`, item.replace(/[^A-Za-z0-9]/g, ''))
  switch (node.kind) {
    case 'scalar':
      return node.text === null ? node : { ...node, text: inText(node.text) }
    case 'list':
      return { ...node, items: node.items.map((each) => substitute(each, identifier, item, context)) }
    case 'call': {
      const isItem = node.name === 'Ref' && textOf(node.argument) === identifier
      if (isItem) return { kind: 'scalar', text: item, at: node.at }
      return { ...node, argument: substitute(node.argument, identifier, item, context) }
    }
    case 'map': {
      const entries = new Map<string, NodeEntry>()
      for (const [key, { keyAt, value }] of node.entries) {
        entries.set(inText(key), { keyAt, value: substitute(value, identifier, item, context) })
      }
      return { ...node, entries }
    }
  }
}

import type { LineCounter } from 'yaml'
import { visitJson } from '../snapshot/json-text.ts'
import { addEntry, callOf } from './compose-nodes.ts'
import type { Problems } from './problems.ts'
import type { NodeEntry, TemplateNode } from './template-node.ts'

/** A list or map that is still being read. */
interface Draft {
  readonly at: number
  /** Null: a list. */
  readonly keys: Key[] | null
  readonly items: (Draft | TemplateNode)[]
}

interface Key {
  readonly text: string
  readonly at: number
}

/**
 * The nodes of a template that is plain JSON, as most are that tools write: the same as the YAML library gives, which takes
 * several times as long. Null: it is not, or something about it is to be told, which the slow way does.
 * INVARIANT: the text nests no deeper than `MAX_DEPTH`.
 */
export function jsonNodes(text: string, lines: LineCounter, problems: Problems): TemplateNode | null {
  if (!/^\s*\{/.test(text)) return null
  const root: Draft = { at: 0, keys: null, items: [] }
  const visit = (parent: Draft, key: string | number, start: number, keyStart: number): Draft => {
    parent.keys?.push({ text: String(key), at: keyStart })
    const child = partAt(text, start)
    parent.items.push(child)
    return 'items' in child && 'keys' in child ? child : NO_PARTS
  }
  const whole = visit(root, 0, text.indexOf('{'), 0)
  if (visitJson(text, whole, visit) !== null) return null
  countLines(text, lines)
  return nodeOf(whole, problems)
}

/** As the YAML library counts them while it reads. */
export function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0)
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1)
}

const NO_PARTS: Draft = { at: 0, keys: null, items: [] }
const OTHER_SCALAR = /[\w.+-]*/y

function partAt(text: string, at: number): Draft | TemplateNode {
  const first = text[at]
  if (first === '{') return { at, keys: [], items: [] }
  if (first === '[') return { at, keys: null, items: [] }
  return { kind: 'scalar', text: first === '"' ? stringAt(text, at) : scalarAt(text, at), at }
}

function stringAt(text: string, at: number): string | null {
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  const raw = text.slice(at + 1, end)
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    // No JSON, as the visit goes on to find
    return null
  }
}

/** Numbers stay as they are written. */
function scalarAt(text: string, at: number): string | null {
  OTHER_SCALAR.lastIndex = at
  const [written = ''] = OTHER_SCALAR.exec(text) ?? []
  return written === 'null' ? null : written
}

/** INVARIANT: it nests no deeper than `MAX_DEPTH`. */
function nodeOf(part: Draft | TemplateNode, problems: Problems): TemplateNode {
  if ('kind' in part) return part
  const { at, keys, items } = part
  const nodes = items.map((item) => nodeOf(item, problems))
  if (keys === null) return { kind: 'list', items: nodes, at }
  const entries = new Map<string, NodeEntry>()
  for (const [position, value] of nodes.entries()) {
    const key = keys[position]
    if (key !== undefined) addEntry(entries, key.text, { keyAt: key.at, value }, problems)
  }
  return callOf(entries, at) ?? { kind: 'map', entries, at }
}

import { field, type Json, listOf } from './json.ts'

/** What a reference of the configuration leads to. */
export type Reference =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'output'; readonly call: string; readonly key: string; readonly output: string | null }
  | { readonly kind: 'each'; readonly attribute: string | null }
  | ResourceReference
  | { readonly kind: 'other' }

export interface ResourceReference {
  readonly kind: 'resource'
  /** `aws_subnet.private`, `data.aws_vpc.main` */
  readonly group: string
  /** As JSON: `0`, `"a"`. */
  readonly key: string | null
  readonly attribute: string | null
}

const KEY = String.raw`\[(?:"(?:[^"\\]|\\.)*"|\d+)\]`
const VARIABLE = /^var\.([\w-]+)/
const OUTPUT = new RegExp(String.raw`^module\.([\w-]+)(${KEY})?(?:\.([\w-]+))?`)
const RESOURCE = new RegExp(String.raw`^((?:data\.)?[a-z]\w*\.[\w-]+)(${KEY})?(?:\.([\w-]+))?`)

export function parseReference(written: string): Reference {
  const [, variable] = VARIABLE.exec(written) ?? []
  if (variable !== undefined) return { kind: 'variable', name: variable }
  const [, call, moduleKey = '', output = null] = OUTPUT.exec(written) ?? []
  if (call !== undefined) return { kind: 'output', call, key: moduleKey, output }
  if (/^each\.value/.test(written)) return { kind: 'each', attribute: written.split('.')[2] ?? null }
  if (/^(?:local|self|path|terraform|count|each)\./.test(written)) return { kind: 'other' }
  const [, group, key, attribute = null] = RESOURCE.exec(written) ?? []
  if (group === undefined) return { kind: 'other' }
  return { kind: 'resource', group, key: key === undefined ? null : key.slice(1, -1), attribute }
}

/** Whether an expression takes the instance of its own key. */
export function hasKey(expression: Json | undefined): boolean {
  return listOf(field(expression, 'references')).some(isKey)
}

export function isPolicyReference(written: string | undefined): boolean {
  return written !== undefined && /^data\.aws_iam_policy_document\..*json$/.test(written)
}

export function innerModule(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`
}

const LAST_STEP = new RegExp(String.raw`(?:^|\.)module\.[\w-]+(?:${KEY})?$`)

export function outerModule(path: string): string {
  return path.replace(LAST_STEP, '')
}

export function isKey(written: Json): boolean {
  return written === 'each.key' || written === 'count.index'
}

/** Of what is looked up by a key, a plan names neither that nor the attribute. */
export function takesKey(written: string): boolean {
  const reference = parseReference(written)
  if (reference.kind === 'variable' || reference.kind === 'output') return true
  return reference.kind === 'resource' && reference.attribute === null && reference.key === null
}

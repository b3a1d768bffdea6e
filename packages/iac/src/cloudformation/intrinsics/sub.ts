import type { Resolver } from '../resolver.ts'
import { type NodeEntry, type TemplateNode, textOf } from '../template-node.ts'
import { unresolved, type Value } from '../value.ts'
import { badCall } from './arguments.ts'
import { composeText } from './compose-text.ts'
import { splitAtDot } from './get-att.ts'

const VARIABLE = /\$\{(!?)([^${}]*)\}/g

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html */
export function sub(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const { template, variables } = operandsOf(argument)
  if (template === null) return badCall('Fn::Sub', 'text', argument, resolver)
  const parts: (string | Value)[] = []
  let end = 0
  for (const { 0: whole, 1: literal, 2: inner = '', index } of template.matchAll(VARIABLE)) {
    parts.push(template.slice(end, index))
    end = index + whole.length
    const given = variables.get(inner.trim())
    if (literal === '!') parts.push(`\${${inner}}`)
    else parts.push(given === undefined ? variable(inner.trim(), at, resolver) : resolver.value(given.value))
  }
  const [only] = parts.filter((part) => part !== '')
  if (isWholeValue(only) && parts.length === 2 && end === template.length) return { ...only, at }
  return composeText([...parts, template.slice(end)], at, resolver)
}

/** `${Subnet}` alone is the subnet itself. */
function isWholeValue(part: string | Value | undefined): part is Value {
  return part !== undefined && typeof part !== 'string' && (part.kind === 'reference' || part.kind === 'unknown')
}

function operandsOf(argument: TemplateNode): {
  readonly template: string | null
  readonly variables: ReadonlyMap<string, NodeEntry>
} {
  const [first, second] = argument.kind === 'list' ? argument.items : [argument]
  return { template: textOf(first), variables: second?.kind === 'map' ? second.entries : new Map() }
}

function variable(name: string, at: number, resolver: Resolver): Value {
  const target = splitAtDot(name)
  const value = target === null ? resolver.ref(name, at) : resolver.attribute(target[0], target[1], at)
  return value ?? unresolved(name, at)
}

/** The names that a `Fn::Sub` refers to beyond its own variables. */
export function subReferences(argument: TemplateNode): readonly string[] {
  const { template, variables } = operandsOf(argument)
  return [...(template ?? '').matchAll(VARIABLE)]
    .filter(([, literal]) => literal !== '!')
    .map(([, , name = '']) => name.trim())
    .filter((name) => !variables.has(name))
}

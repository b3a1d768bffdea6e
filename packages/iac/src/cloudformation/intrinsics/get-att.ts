import type { Resolver } from '../resolver.ts'
import { type TemplateNode, textOf } from '../template-node.ts'
import { embed, unresolved, type Value } from '../value.ts'
import { badCall } from './arguments.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html */
export function getAtt(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const target = getAttTarget(argument, resolver)
  if (target === null) return badCall('Fn::GetAtt', 'LogicalId.Attribute', argument, resolver)
  const [logicalId, attribute] = target
  return resolver.attribute(logicalId, attribute, at) ?? unresolved(`${logicalId}.${attribute}`, at)
}

/** `A.B.C` and `[A, B.C]` name the attribute `B.C` of `A`; the attribute may be an expression. */
function getAttTarget(argument: TemplateNode, resolver: Resolver): readonly [string, string] | null {
  const dotted = textOf(argument)
  if (dotted !== null) return splitAtDot(dotted)
  if (argument.kind !== 'list') return null
  const [first, ...rest] = argument.items
  const logicalId = textOf(first)
  const attribute = rest.map((node) => embed(resolver.value(node)) ?? '').join('.')
  return logicalId === null || attribute === '' ? null : [logicalId, attribute]
}

export function splitAtDot(name: string): readonly [string, string] | null {
  const dot = name.indexOf('.')
  return dot < 1 || dot === name.length - 1 ? null : [name.slice(0, dot), name.slice(dot + 1)]
}

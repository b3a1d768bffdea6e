import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { text, unresolved, type Value } from '../value.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html */
export function length(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const list = resolver.value(argument)
  return list.kind === 'list' ? text(String(list.items.length), at) : unresolved('Fn::Length', at)
}

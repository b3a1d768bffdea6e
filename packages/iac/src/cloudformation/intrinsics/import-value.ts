import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { embed, unresolved, type Value } from '../value.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html */
export function importValue(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const name = resolver.value(argument)
  const exported = embed(name)
  const found = exported === null ? null : resolver.registry.imported(exported, at)
  return found ?? unresolved(`Fn::ImportValue ${(exported ?? '').replace(/[«»]/g, '')}`, at)
}

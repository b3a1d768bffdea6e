import type { Resolver } from '../resolver.ts'
import { type TemplateNode, textOf } from '../template-node.ts'
import { unresolved, type Value } from '../value.ts'
import { badCall } from './arguments.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html */
export function ref(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const name = textOf(argument)
  if (name === null) return badCall('Ref', 'text', argument, resolver)
  return resolver.ref(name, at) ?? unresolved(name, at)
}

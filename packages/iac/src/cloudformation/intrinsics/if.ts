import { isGap } from '@farsight/core'
import type { Resolver } from '../resolver.ts'
import { type TemplateNode, textOf } from '../template-node.ts'
import { embed, sameValue, unknown, type Value } from '../value.ts'
import { badCall, operandsOf } from './arguments.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html */
export function ifElse(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const [conditionNode, whenTrue, whenFalse] = operandsOf(argument, 3) ?? []
  if (conditionNode === undefined || whenTrue === undefined || whenFalse === undefined) {
    return badCall('Fn::If', '[condition, value, value]', argument, resolver)
  }
  const name = textOf(conditionNode)
  const truth = name === null ? resolver.truth(conditionNode) : resolver.condition(name, conditionNode.at)
  if (!isGap(truth)) return resolver.value(truth ? whenTrue : whenFalse)
  const [left, right] = [resolver.value(whenTrue), resolver.value(whenFalse)]
  if (sameValue(left, right)) return { ...left, at }
  return { ...unknown(truth, nameOf(name ?? '', left, right, at), at), candidates: [left, right] }
}

/** The same choice between the same texts is the same unknown. */
function nameOf(condition: string, left: Value, right: Value, at: number): string {
  const [first, second] = [embed(left), embed(right)]
  return first === null || second === null ? `Fn::If ${condition}@${at}` : `Fn::If ${condition} ${first} ${second}`
}

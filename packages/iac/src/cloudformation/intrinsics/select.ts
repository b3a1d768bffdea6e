import { hasPlaceholder, placeholder } from '@farsight/core'
import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { derived, embed, text, type UnknownValue, unresolved, type Value } from '../value.ts'
import { badCall, operandsOf } from './arguments.ts'
import { ZONES } from './get-azs.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html */
export function select(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const [position, list] = operandsOf(argument, 2) ?? []
  if (position === undefined || list === undefined) return badCall('Fn::Select', '[index, list]', argument, resolver)
  const index = Number(embed(resolver.value(position)) ?? Number.NaN)
  const values = resolver.value(list)
  if (!Number.isInteger(index)) return unresolved('Fn::Select', at)
  if (values.kind === 'unknown') return fromUnknown(values.name, index, { ...values, at })
  const found = values.kind === 'list' ? values.items[index] : undefined
  if (found !== undefined) return { ...found, at }
  if (values.kind === 'list')
    resolver.problems.report('W_INDEX_OUT_OF_RANGE', at, { index: String(index), length: String(values.items.length) })
  return unresolved('Fn::Select', at)
}

/** Which zones an account sees is known to AWS alone; the same index of the same Region is the same zone. */
function fromUnknown(name: string, index: number, value: UnknownValue): Value {
  const indexed = `${name}[${index}]`
  if (!name.startsWith(ZONES)) return derived(value, indexed, value.at)
  const region = name.slice(ZONES.length)
  return text(`${hasPlaceholder(region) ? '' : region}${placeholder(indexed)}`, value.at, value.gap)
}

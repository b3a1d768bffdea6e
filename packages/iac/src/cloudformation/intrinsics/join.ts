import type { Resolver } from '../resolver.ts'
import { type TemplateNode, textOf } from '../template-node.ts'
import { derived, type Value } from '../value.ts'
import { badCall, operandsOf } from './arguments.ts'
import { composeText } from './compose-text.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html */
export function join(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const [delimiter, list] = operandsOf(argument, 2) ?? []
  if (list === undefined) return badCall('Fn::Join', '[delimiter, list]', argument, resolver)
  const values = resolver.value(list)
  if (values.kind === 'unknown') return derived(values, values.name, at)
  return joined(values.kind === 'list' ? values.items : [values], textOf(delimiter) ?? '', at, resolver)
}

export function joined(values: readonly Value[], between: string, at: number, resolver: Resolver): Value {
  const items = values.flatMap(itemsOf)
  const [only] = items
  if (items.length === 1 && (only?.kind === 'unknown' || only?.kind === 'reference')) return { ...only, at }
  return composeText(
    items.flatMap((item, i) => (i === 0 ? [item] : [between, item])),
    at,
    resolver,
  )
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [value]
}

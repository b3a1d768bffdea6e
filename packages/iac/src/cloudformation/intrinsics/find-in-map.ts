import type { Resolver } from '../resolver.ts'
import type { MapNode, TemplateNode } from '../template-node.ts'
import { embed, openOf, sameValue, unknown, unresolved, type Value } from '../value.ts'
import { badCall, operandsOf } from './arguments.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html */
export function findInMap(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const operands = operandsOf(argument, 3)
  if (operands === null) return badCall('Fn::FindInMap', '[map, key, key]', argument, resolver)
  const keys = operands.slice(0, 3).map((node) => resolver.value(node))
  const path = keys.map((key) => embed(key) ?? '').join('.')
  const found = candidates(resolver.template.mappings, keys)
  const [first] = found
  const fallback = operands[3]?.kind === 'map' ? operands[3].entries.get('DefaultValue')?.value : undefined
  if (first === undefined) return missing(path, at, fallback, resolver)
  const values = found.map((node) => flat(resolver.value(node), path))
  const [value] = values
  if (value !== undefined && values.every((other) => sameValue(other, value))) return { ...value, at }
  const open = keys.map(openOf).find((gap) => gap !== null)
  return unknown(open ?? { gap: 'unresolved', expression: `Fn::FindInMap ${path}` }, `Fn::FindInMap ${path}`, at)
}

/** Mappings hold texts and lists of texts. */
function flat(value: Value, path: string): Value {
  const isFlat = value.kind === 'list' ? value.items.every(({ kind }) => kind === 'text') : value.kind !== 'map'
  return isFlat ? value : unresolved(`Fn::FindInMap ${path}`, value.at)
}

/** Every value that the keys may lead to: a key that is not known may be any. */
function candidates(mappings: MapNode | null, keys: readonly Value[]): readonly TemplateNode[] {
  let level: readonly TemplateNode[] = mappings === null ? [] : [mappings]
  for (const key of keys) {
    const name = openOf(key) === null ? embed(key) : null
    level = level.flatMap((node) => {
      if (node.kind !== 'map') return []
      if (name === null) return [...node.entries.values()].map(({ value }) => value)
      const entry = node.entries.get(name)
      return entry === undefined ? [] : [entry.value]
    })
  }
  return level
}

function missing(path: string, at: number, fallback: TemplateNode | undefined, resolver: Resolver): Value {
  if (fallback !== undefined) return resolver.value(fallback)
  if (resolver.template.transforms.length === 0) resolver.problems.report('W_UNDEFINED_MAPPING', at, { name: path })
  return unresolved(`Fn::FindInMap ${path}`, at)
}

import { text, type Value } from '../../cloudformation/value.ts'
import { each, inside, listed, map, word } from '../values.ts'

export function networkConfiguration(block: Value, at: number): Value {
  if (block.kind !== 'map') return block
  return map(at, {
    AwsvpcConfiguration: map(at, {
      Subnets: inside(block, 'subnets'),
      SecurityGroups: inside(block, 'security_groups'),
      AssignPublicIp: word(inside(block, 'assign_public_ip'), 'ENABLED', 'DISABLED'),
    }),
  })
}

export function capacityProviderStrategy(value: Value, at: number): Value {
  const items = each(value, (block) =>
    map(at, {
      CapacityProvider: inside(block, 'capacity_provider'),
      Weight: inside(block, 'weight'),
      Base: inside(block, 'base'),
    }),
  )
  return items.kind === 'list' && items.items.length === 0 ? { kind: 'absent', at } : items
}

/** Constraints or strategies of placement, in blocks. */
export function placementRules(value: Value, at: number): Value {
  return each(value, (block) => map(at, { Type: inside(block, 'type') }))
}

/** Keys and values as a list of tags. */
export function tagList(value: Value, at: number): Value {
  if (value.kind !== 'map') return value
  return listed(
    at,
    [...value.entries].map(([key, entry]) => map(at, { Key: text(key, at), Value: entry.value })),
  )
}

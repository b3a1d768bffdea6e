import { type Origin, originOf, type Pointer } from '../model/origin.ts'
import type { World } from '../model/world.ts'
import { oncePer } from '../network/once.ts'
import type { Launch } from './launch.ts'

type Origins = { readonly [pointer: Pointer]: Origin }

/**
 * Whether a part of the snapshot stands in code. What ECS checks when a thing is made cannot be wrong about a thing that
 * is there; in code it can.
 */
export function isInCode(world: World, at: Pointer): boolean {
  const { origins } = world.snapshot
  if (origins === undefined || !hasCode(origins)) return false
  const origin = originOf(origins, at)
  return origin !== null && 'file' in origin
}

/** Nothing of an account that was read stands in code. */
const hasCode = oncePer((origins: Origins) => Object.values(origins).some((origin) => 'file' in origin))

/** A service of the account, and not one that code would make or change. */
export function isExistingService({ id, at }: Launch, world: World): boolean {
  return id.startsWith('service/') && !isInCode(world, at)
}

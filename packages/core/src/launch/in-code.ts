import { originOf, type Pointer } from '../model/origin.ts'
import type { World } from '../model/world.ts'
import type { Launch } from './launch.ts'

/**
 * Whether a part of the snapshot stands in code. What ECS checks when a thing is made cannot be wrong about a thing that
 * is there; in code it can.
 */
export function isInCode(world: World, at: Pointer): boolean {
  const origin = originOf(world.snapshot.origins, at)
  return origin !== null && 'file' in origin
}

/** A service of the account, and not one that code would make or change. */
export function isExistingService({ id, at }: Launch, world: World): boolean {
  return id.startsWith('service/') && !isInCode(world, at)
}

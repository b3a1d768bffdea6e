import { parseArn } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { entriesOf } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'
import { partitionOf } from '../network/aws-host.ts'

export interface FoundKey {
  readonly id: string
  readonly arn: string
  readonly place: Place
  readonly isManagedByAws: boolean
}

/** Keys that AWS makes for its services let everybody of the account decrypt through the service. */
export function isManagedByAws(reference: string): boolean {
  return /(^|:)(alias\/)?aws\/[a-z-]+$/.test(reference)
}

/**
 * The key that an ARN, an id or an alias means; a gap where an alias does not lead to a key that was read.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function findKey(world: World, near: Place, reference: string): FoundKey | Gap {
  const arn = parseArn(reference)
  if (arn === null && reference.startsWith('arn:')) return { gap: 'unresolved', expression: reference }
  const place = arn === null ? near : { account: arn.account, region: arn.region }
  const name = arn === null ? reference : arn.resource
  const id = name.startsWith('alias/') ? idOfAlias(world, place, name) : name.replace(/^key\//, '')
  if (isGap(id)) return id
  const key = world.find('keys', place, id)
  // One that code makes is filed under its placeholder
  const isOfCode = key !== null && !isGap(key)
  if (arn === null && hasPlaceholder(id) && !isOfCode) return { gap: 'unresolved', expression: reference }
  const manager = key === null || isGap(key) ? undefined : key.value.keyManager
  return {
    id,
    place,
    arn: `arn:${arn?.partition ?? partitionOf(place.region)}:kms:${place.region}:${place.account}:key/${id}`,
    isManagedByAws: manager === 'AWS',
  }
}

function idOfAlias(world: World, place: Place, alias: string): string | Gap {
  for (const [id, key] of entriesOf(world.region(place)?.keys).entries) {
    const aliases = isGap(key) ? undefined : key.aliases
    if (aliases !== undefined && !isGap(aliases) && aliases.includes(alias)) return id
  }
  return { gap: 'not-read', permission: 'kms:ListAliases' }
}

import { isGap, type Known } from '../model/known.ts'
import { entriesOf } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'

/** The name under which AWS makes the group that a VPC begins with. */
export const DEFAULT_GROUP = 'default'

/**
 * The ids that were given, or the default group of the VPC.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
export function groupsOrDefault(vpc: Placed<Vpc>, ids: readonly string[]): Known<readonly string[]> {
  if (ids.length > 0) return ids
  const { entries, more } = entriesOf(vpc.value.securityGroups)
  const found = entries.find(([, group]) => !isGap(group) && group.groupName === DEFAULT_GROUP)
  if (found !== undefined) return [found[0]]
  if (more !== null) return more
  for (const [, group] of entries) {
    if (isGap(group)) return group
    if (isGap(group.groupName)) return group.groupName
  }
  return [DEFAULT_GROUP]
}

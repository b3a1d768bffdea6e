import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { entriesOf } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'
import type { SkippedLaunch } from './skipped-launch.ts'

/** What starts on Fargate in ways that are not judged; absent: no reader looked for it. */
export function otherLaunchesIn(world: World, place: Place): readonly SkippedLaunch[] {
  const table = world.region(place)?.otherLaunches
  if (table === undefined) return []
  const { entries, more } = entriesOf(table)
  const skipped = entries.map(([key, found]): SkippedLaunch => {
    if (isGap(found)) return unread(key, found)
    return { id: `${found.kind}/${key}`, why: { skipped: 'other-launch', kind: found.kind } }
  })
  return more === null ? skipped : [...skipped, unread('*', more)]
}

function unread(key: string, gap: Gap): SkippedLaunch {
  return { id: `other-launch/${key}`, why: { skipped: 'unread', gap } }
}

import { isGap, type Known } from '../model/known.ts'
import { lookUp } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'

/**
 * Whether tasks get the IPv6 addresses that their subnet has. It is on unless somebody turned it off; where nobody
 * looked, it is taken for that.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
 */
export function dualStackSetting(world: World, place: Place): Known<boolean> {
  const setting = lookUp(world.region(place)?.accountSettings, 'dualStackIPv6')
  if (isGap(setting)) return setting.gap === 'not-read' ? true : setting
  return setting !== 'disabled' && setting !== 'off'
}

import { assuming, fails, type Judgement, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import type { Launch, LaunchSubnet } from '../launch.ts'
import { osFamilyOf } from '../task-size.ts'
import { isServed, servesAllZones, zonesServed } from '../zones.ts'

/**
 * Fargate does not serve every zone. Which zone it is, its id tells: names of zones differ from account to account.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html
 */
export const zoneServed = condition({
  step: 'place-task',
  id: 'zone-served',
  scope: 'subnet',
  judge: (launch, _, subnet) => (isGap(subnet) ? WORKS : inSubnet(launch, subnet)),
})

const ASSUMED = assuming('zones-served')

function inSubnet({ platform }: Launch, { subnet }: LaunchSubnet): Judgement<Blocker> {
  if (subnet === null || isGap(subnet) || isGap(platform)) return WORKS
  const { availabilityZoneId: zoneId } = subnet.value
  const family = osFamilyOf(platform.family)
  const { region } = subnet.place
  if (zoneId === undefined || isGap(zoneId)) return servesAllZones(family, region) ? WORKS : ASSUMED
  if (isServed(family, region, zoneId)) return WORKS
  const at = `${subnet.at}/availabilityZoneId`
  return fails({
    blocker: 'zone-not-served',
    subnetId: subnet.id,
    zoneId,
    family,
    served: zonesServed(family, region),
    at,
  })
}

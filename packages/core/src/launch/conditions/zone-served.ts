import { assuming, fails, type Judgement, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { hasPlaceholder } from '../../model/placeholder.ts'
import type { PlacedSubnet } from '../../model/world.ts'
import { oncePer } from '../../network/once.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import type { Launch, LaunchSubnet } from '../launch.ts'
import type { ZoneNotServed } from '../request-blocker.ts'
import { type OsFamily, osFamilyOf } from '../task-size.ts'
import { hasVolumes, isAtEdge, isServed, servesAllZones, zonesServed } from '../zones.ts'

/**
 * Fargate does not serve every zone. Which zone it is, its id tells: names of zones differ from account to account.
 * Local Zones and Wavelength Zones it does not serve, and in one zone it attaches no EBS volumes.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html
 */
export const zoneServed = condition({
  step: 'place-task',
  id: 'zone-served',
  scope: 'subnet',
  judge: (launch, _, subnet) => (isGap(subnet) ? WORKS : inSubnet(launch, subnet)),
})

const ASSUMED = assuming('zones-served')

function inSubnet(launch: Launch, { subnet }: LaunchSubnet): Judgement<Blocker> {
  const { platform } = launch
  if (subnet === null || isGap(subnet) || isGap(platform)) return WORKS
  const family = osFamilyOf(platform.family)
  if (hasVolumeOfLaunch(launch)) return judgeZone(subnet, family, true)
  return family === 'LINUX' ? onLinux(subnet) : judgeZone(subnet, family, false)
}

/** Of nearly all launches: once for each subnet. */
const onLinux = oncePer((subnet: PlacedSubnet) => judgeZone(subnet, 'LINUX', false))

function judgeZone(subnet: PlacedSubnet, family: OsFamily, withVolumes: boolean): Judgement<Blocker> {
  const { availabilityZoneId: zoneId, availabilityZone: zone } = subnet.value
  const { region } = subnet.place
  const refuse = (field: string, unserved: string, why: ZoneNotServed['why']): Judgement<Blocker> =>
    fails({
      blocker: 'zone-not-served',
      subnetId: subnet.id,
      zoneId: unserved,
      family,
      why,
      served: why === 'volumes' ? [] : zonesServed(family, region),
      at: `${subnet.at}/${field}`,
    })
  if (zone !== undefined && !isGap(zone) && isAtEdge(region, zone)) return refuse('availabilityZone', zone, 'edge')
  if (zoneId === undefined || isGap(zoneId) || hasPlaceholder(zoneId))
    return servesAllZones(family, region, withVolumes) ? WORKS : ASSUMED
  if (isAtEdge(region, zoneId)) return refuse('availabilityZoneId', zoneId, 'edge')
  if (!isServed(family, region, zoneId)) return refuse('availabilityZoneId', zoneId, 'zone')
  return withVolumes && !hasVolumes(region, zoneId) ? refuse('availabilityZoneId', zoneId, 'volumes') : WORKS
}

function hasVolumeOfLaunch({ taskDefinition }: Launch): boolean {
  if (taskDefinition === null || isGap(taskDefinition)) return false
  const { volumes = NONE } = taskDefinition.value
  return !isGap(volumes) && volumes.some(({ configuredAtLaunch }) => configuredAtLaunch === true)
}

const NONE: readonly never[] = []

import { subBlock } from '../address.ts'
import type { Random } from '../random.ts'
import type { VpcBlueprint } from './blueprint.ts'

const ZONES = ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'] as const

/** Subnets of three tiers over two or three zones, each tier with tables as people set them up. */
export function addSubnets(random: Random, vpc: VpcBlueprint, prefix: string, hasIpv6: boolean): void {
  const zones = random.chance(0.7) ? 2 : 3
  const [first = '10.0.0.0/16', second] = vpc.cidrBlocks.filter((block) => !block.includes(':'))
  const ipv6 = vpc.cidrBlocks.find((block) => block.includes(':'))
  let place = 0
  for (const tier of ['public', 'private', 'isolated']) {
    if (tier === 'isolated' && random.chance(0.5)) continue
    for (const zone of ZONES.slice(0, zones)) {
      const id = `subnet-${prefix}${tier}-${zone.slice(-1)}`
      place += random.between(1, 3)
      const own = second !== undefined && random.chance(0.3) ? second : first
      const length = random.pick([24, 24, 24, 26, 27])
      vpc.subnets[id] = {
        cidrBlock: subBlock(subBlock(own, 24, place), length, 0),
        availabilityZone: zone,
        routeTableId: tableFor(random, vpc, prefix, tier, zone),
        ...(hasIpv6 && ipv6 !== undefined && random.chance(0.8) ? { ipv6CidrBlock: subBlock(ipv6, 64, place) } : {}),
      }
      if (tier === 'isolated' && random.chance(0.4)) delete vpc.subnets[id]?.routeTableId
    }
  }
}

function tableFor(random: Random, vpc: VpcBlueprint, prefix: string, tier: string, zone: string): string {
  const shared = `rtb-${prefix}${tier}`
  const id = tier === 'private' || random.chance(0.2) ? `${shared}-${zone.slice(-1)}` : shared
  vpc.routeTables[id] ??= { routes: [] }
  return id
}

export function subnetsOfTier(vpc: VpcBlueprint, tier: string): readonly string[] {
  return Object.keys(vpc.subnets).filter((id) => id.includes(tier))
}

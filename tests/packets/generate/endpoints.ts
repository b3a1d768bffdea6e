import type { VpcEndpoint } from '@farsight/core'
import { PLACE } from '../packet-world.ts'
import type { Random } from '../random.ts'
import type { VpcBlueprint } from './blueprint.ts'
import type { Feature } from './features.ts'

/** Endpoints for some services, each in one or two subnets of any tier, and one for S3 in some tables. */
export function addEndpoints(random: Random, vpc: VpcBlueprint, prefix: string, features: ReadonlySet<Feature>): void {
  for (const service of ['ecr.api', 'ecr.dkr', 'logs']) {
    if (random.chance(0.5)) vpc.endpoints[`vpce-${prefix}${service}`] = interfaceEndpoint(random, vpc, prefix, service)
  }
  // What a gateway behind a NAT gateway does is a question of its own
  const atNat = Object.values(vpc.natGateways).map(
    ({ subnetId }) => vpc.subnets[String(subnetId)]?.routeTableId ?? 'rtb-main',
  )
  const tables = Object.keys(vpc.routeTables).filter(
    (id) => features.has('gateway-endpoint-at-nat') || !atNat.includes(id),
  )
  if (random.chance(0.6)) {
    vpc.endpoints[`vpce-${prefix}s3`] = {
      vpcEndpointType: 'Gateway',
      serviceName: `com.amazonaws.${PLACE.region}.s3`,
      routeTableIds: tables.filter(() => random.chance(0.75)),
    }
  }
  if (random.chance(0.1)) {
    vpc.endpoints[`vpce-${prefix}s3-interface`] = {
      ...interfaceEndpoint(random, vpc, prefix, 's3'),
      privateDnsOnlyForInboundResolverEndpoint: random.chance(0.5),
    }
  }
}

export function interfaceEndpoint(random: Random, vpc: VpcBlueprint, prefix: string, service: string): VpcEndpoint {
  const groups = [`sg-${prefix}endpoint`, `sg-${prefix}endpoint`, `sg-${prefix}endpoint-2`] as const
  const securityGroupIds = random.chance(0.05) ? [] : [random.pick(groups)]
  // At most one subnet a zone
  const zones = new Map(random.shuffled(Object.entries(vpc.subnets)).map(([id, each]) => [each.availabilityZone, id]))
  return {
    vpcEndpointType: 'Interface',
    serviceName: `com.amazonaws.${PLACE.region}.${service}`,
    subnetIds: [...zones.values()].slice(0, random.between(1, 2)),
    securityGroupIds,
    privateDnsEnabled: random.chance(0.85),
    ...(random.chance(0.04) ? { state: random.pick(['pending', 'rejected', 'failed']) } : {}),
  }
}

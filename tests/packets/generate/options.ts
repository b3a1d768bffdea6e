import type { Random } from '../random.ts'
import type { VpcBlueprint } from './blueprint.ts'
import type { Feature } from './features.ts'
import { subnetsOfTier } from './subnets.ts'

/** What a VPC may have that most have not. */
export function addOptions(random: Random, vpc: VpcBlueprint, features: ReadonlySet<Feature>): void {
  if (features.has('regional-nat') && random.chance(0.2)) makeRegional(random, vpc)
  if (features.has('private-nat') && random.chance(0.1)) {
    for (const gateway of Object.values(vpc.natGateways)) {
      if (gateway.availabilityMode !== 'regional' && random.chance(0.5)) gateway.connectivityType = 'private'
    }
  }
  if (features.has('block-public-access') && random.chance(0.15)) blockAccess(random, vpc)
}

function makeRegional(random: Random, vpc: VpcBlueprint): void {
  const [id] = Object.keys(vpc.natGateways)
  if (id === undefined) return
  const routes = random.chance(0.85) ? [{ destination: '0.0.0.0/0', target: 'igw-1' }] : []
  vpc.routeTables['rtb-regional-nat'] = { routes }
  vpc.natGateways[id] = { availabilityMode: 'regional', routeTableId: 'rtb-regional-nat' }
}

function blockAccess(random: Random, vpc: VpcBlueprint): void {
  const excluded = random.anyOf(['vpc-1', ...subnetsOfTier(vpc, 'public')])
  const mode = random.pick(['allow-bidirectional', 'allow-egress'] as const)
  vpc.blockPublicAccess = {
    mode: random.pick(['off', 'block-bidirectional', 'block-ingress'] as const),
    exclusions: excluded === undefined || random.chance(0.4) ? [] : [{ resourceId: excluded, mode }],
  }
}

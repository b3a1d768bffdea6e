import type { Snapshot } from '@farsight/core'
import { type PacketProbe, type PacketWorld, PLACE } from '../packet-world.ts'
import { Random } from '../random.ts'
import { addAcls } from './acls.ts'
import { hostAddresses, publicAddress, publicIpv6Address, S3_BLOCKS } from './addresses.ts'
import type { Blueprint, VpcBlueprint } from './blueprint.ts'
import { addEndpoints } from './endpoints.ts'
import type { Feature } from './features.ts'
import { addGroups } from './groups.ts'
import { addHub } from './hub.ts'
import { addOptions } from './options.ts'
import { addGateways, addOddRoutes, blockOfOther } from './routes.ts'
import { spreadHosts } from './spread.ts'
import { addSubnets } from './subnets.ts'

/** A world in the shape of AWS, the same for the same seed and features. */
export function generate(seed: number, features: ReadonlySet<Feature>): PacketWorld {
  const random = new Random(seed)
  const blueprint: Blueprint = { vpcs: {}, prefixLists: {}, transitGateways: {}, hosts: hostAddresses(random) }
  const address = publicAddress(random)
  blueprint.hosts[address] = [address]
  if (features.has('ipv6')) {
    const ipv6 = publicIpv6Address(random)
    blueprint.hosts[ipv6] = [ipv6]
  }
  addPrefixLists(random, blueprint)
  addVpc(random, blueprint, features)
  if (features.has('two-vpcs') && random.chance(0.5)) addHub(random, blueprint, features)
  const hosts = spreadHosts(random, blueprint)
  return { snapshot: snapshotOf(blueprint), hosts, probes: probesOf(random, blueprint) }
}

function addPrefixLists(random: Random, blueprint: Blueprint): void {
  blueprint.prefixLists['pl-s3'] = {
    prefixListName: `com.amazonaws.${PLACE.region}.s3`,
    cidrs: S3_BLOCKS.filter((block) => !block.includes(':')),
  }
  blueprint.prefixLists['pl-partners'] = {
    prefixListName: 'partners',
    cidrs: [blockOfOther(blueprint, random.pick([12, 16, 24])), '192.168.7.0/24'],
  }
}

function addVpc(random: Random, blueprint: Blueprint, features: ReadonlySet<Feature>): void {
  const hasIpv6 = features.has('ipv6') && random.chance(0.4)
  const vpc: VpcBlueprint = {
    cidrBlocks: [
      random.pick(['10.0.0.0/16', '10.64.0.0/16', '172.31.0.0/16']),
      ...(random.chance(0.3) ? ['100.64.0.0/17'] : []),
      ...(random.chance(0.05) ? ['172.168.0.0/16'] : []),
      ...(hasIpv6 ? ['2600:1f14:77:5500::/56'] : []),
    ],
    enableDnsSupport: random.chance(0.98),
    enableDnsHostnames: random.chance(0.93),
    subnets: {},
    routeTables: { 'rtb-main': { main: true, routes: [] } },
    networkAcls: {},
    securityGroups: {},
    endpoints: {},
    natGateways: {},
    internetGateways: {},
    egressOnlyInternetGateways: {},
  }
  blueprint.vpcs['vpc-1'] = vpc
  addSubnets(random, vpc, '', hasIpv6)
  addGateways(random, vpc, '')
  if (hasIpv6) addIpv6Routes(random, vpc)
  addOddRoutes(random, blueprint, vpc, features)
  addGroups(random, vpc, '')
  if (features.has('acl')) addAcls(random, blueprint, vpc, '')
  addOptions(random, vpc, features)
  addEndpoints(random, vpc, '', features)
}

function addIpv6Routes(random: Random, vpc: VpcBlueprint): void {
  vpc.egressOnlyInternetGateways['eigw-1'] = {}
  for (const [id, { routes }] of Object.entries(vpc.routeTables)) {
    if (id.includes('public')) routes.push({ destination: '::/0', target: 'igw-1' })
    if (id.includes('private') && random.chance(0.7)) routes.push({ destination: '::/0', target: 'eigw-1' })
  }
}

/** Some tasks in some subnets, each of which asks for some hosts. */
function probesOf(random: Random, { vpcs, hosts }: Blueprint): readonly PacketProbe[] {
  const subnets = random.shuffled(Object.keys(vpcs['vpc-1']?.subnets ?? {})).slice(0, 3)
  return subnets.flatMap((subnetId) => {
    const securityGroupIds = random.pick([['sg-task-a'], ['sg-task-a'], ['sg-task-b'], ['sg-task-a', 'sg-task-b'], []])
    const publicIp = random.chance(subnetId.includes('public') ? 0.8 : 0.1)
    const asked = random.shuffled(Object.keys(hosts)).slice(0, random.between(3, 4))
    return asked.map((host) => ({ subnetId, securityGroupIds, publicIp, host, port: 443 }))
  })
}

function snapshotOf({ vpcs, prefixLists, transitGateways }: Blueprint): Snapshot {
  const region = {
    vpcs: { ...vpcs, '*': null },
    prefixLists: { ...prefixLists, '*': null },
    ...(Object.keys(transitGateways).length === 0 ? {} : { transitGateways }),
  }
  return {
    schema: 'farsight.snapshot/1',
    accounts: { [PLACE.account]: { regions: { [PLACE.region]: region } } },
  }
}

import type { NetworkAclEntry, Route, SecurityGroupRule } from '@farsight/core'
import type { KernelVerdict } from './compare.ts'
import type { Blocker } from './farsight.ts'
import type { VpcBlueprint } from './generate/blueprint.ts'
import { type PacketProbe, type PacketWorld, PLACE } from './packet-world.ts'

/** A small world whose answer AWS's documentation gives: the anchors of the oracle, which random worlds are not. */
export interface Situation {
  readonly name: string
  readonly world: PacketWorld
  readonly verdict: KernelVerdict
  /** The kind of the first blocker. */
  readonly by: Blocker['blocker'] | null
}

const HOST = '52.94.0.10'
const ENDPOINT_HOST = `api.ecr.${PLACE.region}.amazonaws.com`
const S3_HOST = `prod-${PLACE.region}-starport-layer-bucket.s3.${PLACE.region}.amazonaws.com`

type Change = (vpc: VpcBlueprint) => void

const https = (cidr: string): SecurityGroupRule => ({ protocol: 'tcp', fromPort: 443, toPort: 443, cidr })

const entry = (
  ruleNumber: number,
  direction: 'in' | 'out',
  ruleAction: 'allow' | 'deny',
  ports: readonly [number, number] | null = null,
  cidrBlock = '0.0.0.0/0',
): NetworkAclEntry => ({
  ruleNumber,
  egress: direction === 'out',
  ruleAction,
  cidrBlock,
  ...(ports === null ? { protocol: '-1' } : { protocol: 'tcp', fromPort: ports[0], toPort: ports[1] }),
})

const at8443: SecurityGroupRule = { protocol: 'tcp', fromPort: 8443, toPort: 8443, cidr: '10.0.0.0/16' }

const HTTPS = [443, 443] as const
const EPHEMERAL = [1024, 65_535] as const
const OPEN = [entry(100, 'in', 'allow'), entry(100, 'out', 'allow')]

/** Task subnet A, endpoint subnet B, public subnet P with a NAT gateway; no ACL, and tables without routes but P's. */
function vpcOf(change: Change): VpcBlueprint {
  const vpc: VpcBlueprint = {
    cidrBlocks: ['10.0.0.0/16'],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    subnets: {
      'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-a' },
      'subnet-b': { cidrBlock: '10.0.2.0/24', routeTableId: 'rtb-b' },
      'subnet-p': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-p' },
    },
    routeTables: {
      'rtb-a': { routes: [] },
      'rtb-b': { routes: [] },
      'rtb-p': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
    },
    networkAcls: {},
    securityGroups: {
      'sg-task': { ingress: [], egress: [https('0.0.0.0/0')] },
      'sg-endpoint': { ingress: [https('10.0.1.0/24')], egress: [] },
    },
    endpoints: {
      'vpce-1': {
        vpcEndpointType: 'Interface',
        serviceName: `com.amazonaws.${PLACE.region}.ecr.api`,
        subnetIds: ['subnet-b'],
        securityGroupIds: ['sg-endpoint'],
      },
    },
    natGateways: { 'nat-1': { subnetId: 'subnet-p' } },
    internetGateways: { 'igw-1': {} },
    egressOnlyInternetGateways: {},
  }
  change(vpc)
  return vpc
}

function worldOf(change: Change, probe: Partial<PacketProbe>): PacketWorld {
  return {
    snapshot: {
      schema: 'farsight.snapshot/1',
      accounts: {
        [PLACE.account]: {
          regions: {
            [PLACE.region]: {
              vpcs: { 'vpc-1': vpcOf(change), '*': null },
              prefixLists: {
                'pl-s3': { prefixListName: `com.amazonaws.${PLACE.region}.s3`, cidrs: ['52.216.0.0/15'] },
                '*': null,
              },
            },
          },
        },
      },
    },
    hosts: { [HOST]: [HOST], [S3_HOST]: ['52.216.0.10'], [ENDPOINT_HOST]: ['52.94.0.20'] },
    probes: [
      {
        subnetId: 'subnet-a',
        securityGroupIds: ['sg-task'],
        publicIp: false,
        host: ENDPOINT_HOST,
        port: 443,
        ...probe,
      },
    ],
  }
}

const NOTHING: Change = () => {}

/** The ACL of one subnet. */
const acl =
  (subnet: 'a' | 'b' | 'p', ...entries: NetworkAclEntry[]): Change =>
  (vpc) => {
    const place = vpc.subnets[`subnet-${subnet}`]
    if (place !== undefined) place.networkAclId = 'acl-1'
    vpc.networkAcls['acl-1'] = { entries }
  }

/** The routes of the task's subnet. */
const routes =
  (...entries: Route[]): Change =>
  (vpc) => {
    vpc.routeTables['rtb-a'] = { routes: entries }
  }

const group =
  (id: string, direction: 'ingress' | 'egress', ...rules: SecurityGroupRule[]): Change =>
  (vpc) => {
    const found = vpc.securityGroups[id]
    if (found !== undefined) found[direction] = rules
  }

const all =
  (...changes: Change[]): Change =>
  (vpc) => {
    for (const change of changes) change(vpc)
  }

const TO_NAT: Route = { destination: '0.0.0.0/0', target: 'nat-1' }
const TO_IGW: Route = { destination: '0.0.0.0/0', target: 'igw-1' }
const throughNat = routes(TO_NAT)

const s3Endpoint: Change = (vpc) => {
  vpc.endpoints['vpce-s3'] = {
    vpcEndpointType: 'Gateway',
    serviceName: `com.amazonaws.${PLACE.region}.s3`,
    routeTableIds: ['rtb-a'],
  }
}

const endpointInTaskSubnet: Change = (vpc) => {
  const endpoint = vpc.endpoints['vpce-1']
  if (endpoint !== undefined) vpc.endpoints['vpce-1'] = { ...endpoint, subnetIds: ['subnet-a'] }
}

const natIn =
  (state: 'failed' | 'deleted'): Change =>
  (vpc) => {
    vpc.natGateways['nat-1'] = { subnetId: 'subnet-p', state }
  }

const TO_HOST = { host: HOST }
const TO_S3 = { host: S3_HOST }
const PUBLIC = { host: HOST, subnetId: 'subnet-p' }

type Row = readonly [name: string, change: Change, probe: Partial<PacketProbe>, by: Blocker['blocker'] | null]

/** Port ranges of a client are 32768 to 60999 throughout: an ACL that lets back a part of them is `partial`. */
const ROWS: readonly Row[] = [
  ['an interface endpoint in another subnet', NOTHING, {}, null],
  [
    'another port, which both groups open',
    all(group('sg-task', 'egress', at8443), group('sg-endpoint', 'ingress', at8443)),
    { port: 8443 },
    null,
  ],
  [
    'the group of the task lets 80 out and not 443',
    group('sg-task', 'egress', { ...https('0.0.0.0/0'), fromPort: 80, toPort: 80 }),
    {},
    'security-group-egress',
  ],
  [
    'the group of the endpoint admits another subnet',
    group('sg-endpoint', 'ingress', https('10.0.9.0/24')),
    {},
    'endpoint-security-group',
  ],
  [
    'groups are stateful: no rule for the answer on either side',
    all(group('sg-task', 'ingress'), group('sg-endpoint', 'egress')),
    {},
    null,
  ],
  ['the ACL of the task denies 443 out', acl('a', entry(90, 'out', 'deny', HTTPS), ...OPEN), {}, 'network-acl'],
  [
    'the ACL of the task denies the answer in',
    acl('a', entry(90, 'in', 'deny', EPHEMERAL), ...OPEN),
    {},
    'network-acl',
  ],
  [
    'the ACL of the endpoint denies the answer out',
    acl('b', entry(90, 'out', 'deny', EPHEMERAL), ...OPEN),
    {},
    'network-acl',
  ],
  ['the ACL of the endpoint denies 443 in', acl('b', entry(90, 'in', 'deny', HTTPS), ...OPEN), {}, 'network-acl'],
  [
    'an ACL that allows just 443 out and the answers in',
    acl(
      'a',
      entry(100, 'out', 'allow', HTTPS),
      entry(200, 'out', 'deny'),
      entry(100, 'in', 'allow', EPHEMERAL),
      entry(200, 'in', 'deny'),
    ),
    {},
    null,
  ],
  [
    'an ACL that lets back 32768 to 60999',
    acl('a', entry(100, 'out', 'allow'), entry(100, 'in', 'allow', [32_768, 60_999])),
    {},
    null,
  ],
  [
    'an ACL that lets back no port of the client',
    acl('a', entry(100, 'out', 'allow'), entry(100, 'in', 'allow', [61_000, 65_535])),
    {},
    'network-acl',
  ],
  ['within a subnet no ACL is asked', all(acl('a'), endpointInTaskSubnet), {}, null],
  ['a NAT gateway in a subnet with a way to the internet', throughNat, TO_HOST, null],
  [
    'a NAT gateway in a subnet without one',
    all(throughNat, (vpc) => {
      vpc.routeTables['rtb-p'] = { routes: [] }
    }),
    TO_HOST,
    'nat-gateway-without-internet',
  ],
  ['a NAT gateway that got no address, and so failed', all(throughNat, natIn('failed')), TO_HOST, 'nat-gateway-state'],
  ['a NAT gateway that was deleted', all(throughNat, natIn('deleted')), TO_HOST, 'nat-gateway-state'],
  [
    'the ACL of the NAT gateway drops the answer of the internet',
    all(throughNat, acl('p', entry(90, 'in', 'deny', EPHEMERAL, '52.94.0.0/22'), ...OPEN)),
    TO_HOST,
    'network-acl',
  ],
  [
    'the ACL of the NAT gateway drops the answer to the task',
    all(throughNat, acl('p', entry(90, 'out', 'deny', EPHEMERAL, '10.0.1.0/24'), ...OPEN)),
    TO_HOST,
    'network-acl',
  ],
  ['no route', NOTHING, TO_HOST, 'no-route'],
  ['a route to the internet gateway from a task without a public address', routes(TO_IGW), TO_HOST, 'no-public-ip'],
  ['a public subnet and a public address', NOTHING, { ...PUBLIC, publicIp: true }, null],
  ['a public subnet and no public address', NOTHING, PUBLIC, 'no-public-ip'],
  ['a gateway endpoint and no other way', s3Endpoint, TO_S3, null],
  [
    'a gateway endpoint and an ACL that lets back the VPC alone',
    all(s3Endpoint, acl('a', entry(100, 'out', 'allow'), entry(100, 'in', 'allow', null, '10.0.0.0/16'))),
    TO_S3,
    'network-acl',
  ],
  [
    'the longer prefix leads nowhere, the default route would work',
    routes(TO_NAT, { destination: '52.94.0.0/22', target: 'eni-gone', state: 'blackhole' }),
    TO_HOST,
    'blackhole-route',
  ],
]

export const SITUATIONS: readonly Situation[] = [
  ...ROWS.map(
    ([name, change, probe, by]): Situation => ({
      name,
      world: worldOf(change, probe),
      verdict: by === null ? 'works' : 'fails',
      by,
    }),
  ),
  {
    name: 'an ACL that lets back 49152 to 65535, a part of the ports of the client',
    world: worldOf(acl('a', entry(100, 'out', 'allow'), entry(100, 'in', 'allow', [49_152, 65_535])), {}),
    verdict: 'partial',
    by: 'network-acl',
  },
]

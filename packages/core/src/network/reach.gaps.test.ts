import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DhcpOptions } from '../model/dns.ts'
import { isGap } from '../model/known.ts'
import type { NetworkAcl } from '../model/network-acl.ts'
import type { Route, RouteTable } from '../model/route-table.ts'
import type { SecurityGroup, SecurityGroupRule } from '../model/security-group.ts'
import type { RegionState, Snapshot } from '../model/snapshot.ts'
import type { Subnet } from '../model/subnet.ts'
import type { BlockPublicAccess, Vpc } from '../model/vpc.ts'
import { index } from '../model/world.ts'
import { reach } from './reach.ts'
import { ALLOW_IN, ALLOW_OUT, DENIED, PLACE, snapshotOf, TO_IGW, TO_NAT, taskIn, to } from './test-world.ts'

/** `FARSIGHT_RUNS` makes more worlds, `FARSIGHT_SEED` others. */
const RUNS = { numRuns: Number(process.env.FARSIGHT_RUNS ?? 200), seed: Number(process.env.FARSIGHT_SEED ?? 1) }
const REGION = PLACE.region
const CIDRS = ['0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/24', '10.0.2.0/24', '10.0.2.0/25', '52.0.0.0/8', '::/0']
const PORTS = [
  [443, 443],
  [0, 65535],
  [1024, 65535],
  [32768, 60999],
  [1024, 40000],
] as const

/** Mostly what works, so that the worlds have something to lose. */
function usually<T>(good: T, other: fc.Arbitrary<T>, weight = 9): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: other })
}

const cidr = fc.constantFrom(...CIDRS)
const ports = fc.constantFrom(...PORTS).map(([fromPort, toPort]) => ({ fromPort, toPort }))
const protocol = fc.constantFrom('tcp', '6', '-1', 'udp')
const subnetId = fc.constantFrom('subnet-a', 'subnet-b', 'subnet-public')

const ALL_OUT: SecurityGroupRule = { protocol: '-1', cidr: '0.0.0.0/0' }
const ALL_IN: SecurityGroupRule = { protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '10.0.0.0/16' }

const groupRule: fc.Arbitrary<SecurityGroupRule> = fc
  .tuple(
    protocol,
    ports,
    fc.oneof(
      cidr.map((value) => ({ cidr: value })),
      fc.constantFrom('sg-task', 'sg-endpoint', 'sg-other').map((groupId) => ({ groupId })),
      fc.constantFrom('pl-s3', 'pl-own', 'pl-unknown').map((prefixListId) => ({ prefixListId })),
    ),
  )
  .map(([proto, range, peer]) => ({ protocol: proto, ...range, ...peer }))
const rules = fc.array(groupRule, { maxLength: 2 })
const group: fc.Arbitrary<SecurityGroup> = fc.record({
  ingress: usually([ALL_IN], rules),
  egress: usually([ALL_OUT], rules),
})

const aclEntry = fc.record({
  ruleNumber: fc.integer({ min: 1, max: 5 }),
  egress: fc.boolean(),
  ruleAction: fc.constantFrom('allow', 'allow', 'deny'),
  protocol,
  ports,
  cidrBlock: cidr,
})
const acl: fc.Arbitrary<NetworkAcl> = fc
  .uniqueArray(aclEntry, { maxLength: 5, selector: ({ ruleNumber, egress }) => `${ruleNumber} ${egress}` })
  .map((entries) => ({ entries: entries.map(({ ports: range, ...entry }) => ({ ...entry, ...range })) }))

const openAcl: NetworkAcl = { entries: [ALLOW_IN, ALLOW_OUT] }

const route: fc.Arbitrary<Route> = fc.record(
  {
    destination: fc.constantFrom('0.0.0.0/0', '0.0.0.0/0', '52.0.0.0/8', '10.0.2.0/25', 'pl-s3', 'pl-own', '::/0'),
    target: fc.constantFrom('nat-1', 'nat-1', 'igw-1', 'igw-1', 'igw-gone', 'nat-gone', 'vpce-s3', 'tgw-1', 'local'),
    state: fc.constantFrom('active', 'active', 'blackhole'),
  },
  { requiredKeys: ['destination', 'target'] },
)
const table: fc.Arbitrary<RouteTable> = fc
  .uniqueArray(route, { maxLength: 3, selector: ({ destination }) => destination })
  .map((routes) => ({ routes }))

function endpoint(services: readonly string[], types: readonly string[]) {
  return fc.record(
    {
      vpcEndpointType: fc.constantFrom(...types),
      serviceName: fc.constantFrom(...services).map((service) => `com.amazonaws.${REGION}.${service}`),
      state: usually('available', fc.constantFrom('Available', 'pending', 'deleting')),
      subnetIds: fc.uniqueArray(subnetId, { minLength: 1, maxLength: 3 }),
      securityGroupIds: fc.constantFrom(['sg-endpoint'], ['sg-task'], ['sg-endpoint', 'sg-other']),
      privateDnsEnabled: usually(true, fc.constant(false)),
      privateDnsOnlyForInboundResolverEndpoint: fc.boolean(),
      privateIpAddresses: fc.constantFrom(['10.0.2.5'], ['10.0.2.200', '10.0.1.9']),
      ipAddressType: usually('ipv4', fc.constantFrom('dualstack', 'ipv6')),
      routeTableIds: fc.subarray(['rtb-1', 'rtb-2']),
    },
    { requiredKeys: ['vpcEndpointType', 'serviceName', 'subnetIds'] },
  )
}

const subnet = (cidrBlock: string, routeTableId: string) =>
  usually<Subnet>(
    { cidrBlock, routeTableId },
    fc.record(
      {
        cidrBlock: fc.constant(cidrBlock),
        routeTableId: fc.constantFrom('rtb-1', 'rtb-2'),
        networkAclId: fc.constantFrom('acl-1', 'acl-2'),
      },
      { requiredKeys: ['cidrBlock'] },
    ),
    1,
  )

const mostly = usually(true, fc.constant(false), 9)

const SYSTEM_BELOW_FORWARD = {
  'rslvr-1': { domainName: '.', ruleType: 'FORWARD' as const },
  'rslvr-2': { domainName: 'amazonaws.com', ruleType: 'SYSTEM' as const },
}

const vpc = fc.record(
  {
    cidrBlocks: fc.constantFrom(['10.0.0.0/16'], ['10.0.0.0/16', '100.64.0.0/16']),
    enableDnsSupport: mostly,
    enableDnsHostnames: mostly,
    subnets: fc.record({
      'subnet-a': subnet('10.0.1.0/24', 'rtb-1'),
      'subnet-b': subnet('10.0.2.0/24', 'rtb-1'),
      'subnet-public': subnet('10.0.3.0/24', 'rtb-2'),
    }),
    routeTables: fc.record({
      'rtb-1': usually<RouteTable>({ routes: [TO_NAT] }, table, 2),
      'rtb-2': usually<RouteTable>({ routes: [TO_IGW] }, table, 2),
      'rtb-main': table.map((value) => ({ ...value, main: true })),
    }),
    networkAcls: fc.record({ 'acl-1': usually(openAcl, acl, 2), 'acl-2': acl }),
    securityGroups: fc.record({ 'sg-task': group, 'sg-endpoint': group, 'sg-other': group }),
    endpoints: fc.record(
      {
        'vpce-1': endpoint(['ecr.api', 'ecr.api', 'logs'], ['Interface']),
        'vpce-2': endpoint(['s3', 's3', 'vpce.vpce-svc-0'], ['Interface']),
        'vpce-s3': endpoint(['s3'], ['Gateway', 'Gateway', 'GatewayLoadBalancer']),
      },
      { requiredKeys: [] },
    ),
    natGateways: fc.record({
      'nat-1': fc.record(
        {
          state: usually('available' as const, fc.constant('failed' as const)),
          subnetId: usually('subnet-public', subnetId),
          connectivityType: usually('public' as const, fc.constant('private' as const)),
        },
        { requiredKeys: ['subnetId'] },
      ),
    }),
    internetGateways: usually<NonNullable<Vpc['internetGateways']>>(
      { 'igw-1': {} },
      fc.constantFrom({}, { 'igw-1': { state: 'detached' as const } }),
    ),
    dhcpOptions: usually<DhcpOptions>(
      { domainNameServers: ['AmazonProvidedDNS'] },
      fc.constant({ domainNameServers: ['10.0.0.9'] }),
    ),
    hostedZones: usually<NonNullable<Vpc['hostedZones']>>(
      { Z1: { name: 'corp.internal', records: [] } },
      fc.constant({ Z2: { name: 'amazonaws.com', records: [] } }),
    ),
    resolverRules: fc.constantFrom({}, SYSTEM_BELOW_FORWARD),
    blockPublicAccess: usually<BlockPublicAccess>({ mode: 'off' }, fc.constant({ mode: 'block-bidirectional' })),
  },
  {
    requiredKeys: [
      'cidrBlocks',
      'enableDnsSupport',
      'enableDnsHostnames',
      'subnets',
      'routeTables',
      'networkAcls',
      'securityGroups',
      'endpoints',
      'natGateways',
      'internetGateways',
    ],
  },
)

const lists = fc.record({
  'pl-s3': fc.constant({ prefixListName: `com.amazonaws.${REGION}.s3`, cidrs: ['52.219.0.0/20', '3.5.152.0/21'] }),
  'pl-own': fc.record({ cidrs: fc.constantFrom(['10.0.2.0/24'], ['52.0.0.0/8', '0.0.0.0/2'], ['0.0.0.0/0']) }),
  'pl-unknown': fc.constant(null),
})

/** What an object may also hold, by a key that it surely has: absent is a fact as well, and may be unknown. */
const OPTIONAL: readonly (readonly [string, readonly string[]])[] = [
  ['enableDnsSupport', ['dhcpOptions', 'hostedZones', 'resolverRules', 'dnsFirewall', 'blockPublicAccess']],
  [
    'vpcEndpointType',
    [
      'state',
      'privateDnsEnabled',
      'privateDnsOnlyForInboundResolverEndpoint',
      'securityGroupIds',
      'ipAddressType',
      'routeTableIds',
    ],
  ],
  ['destination', ['state']],
  ['routes', ['main']],
  ['entries', ['default']],
  ['cidrBlock', ['routeTableId', 'networkAclId', 'ipv6CidrBlock', 'ipv6Native']],
  ['ingress', ['groupName']],
  ['subnetId', ['state', 'connectivityType', 'availabilityMode']],
]

const LISTINGS = [
  'subnets',
  'routeTables',
  'networkAcls',
  'securityGroups',
  'endpoints',
  'natGateways',
  'internetGateways',
  'hostedZones',
  'resolverRules',
]
const ALWAYS_KNOWN = ['ruleNumber', 'records']

type Json = { readonly [key: string]: unknown }

/** The paths at which a gap may stand. */
function hideable(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || isGap(value)) return []
  const object = value as Json
  const inside = Object.entries(object).flatMap(([key, part]) => {
    const here = [...path, key]
    const known = Array.isArray(value) || ALWAYS_KNOWN.includes(key) || (key === 'egress' && typeof part === 'boolean')
    return [...(known ? [] : [here]), ...hideable(part, here)]
  })
  if (Array.isArray(value)) return inside
  const absent = OPTIONAL.filter(([mark]) => mark in object).flatMap(([, keys]) =>
    keys.filter((key) => !(key in object)),
  )
  const more = LISTINGS.includes(path.at(-1) ?? '') ? ['*'] : []
  return [...inside, ...[...absent, ...more].map((key) => [...path, key])]
}

function hide(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return DENIED
  if (Array.isArray(value)) return value.map((part, position) => (String(position) === key ? hide(part, rest) : part))
  const object = value as Json
  return { ...object, [key]: hide(object[key], rest) }
}

const CALLS = [
  to('ecr.api'),
  to('s3'),
  to('logs'),
  { host: 'registry.example.com', port: 443 },
  { host: '52.1.2.3', port: 443 },
  to('s3', 80),
]

function verdictsIn(snapshot: Snapshot, publicIp: boolean, from: readonly string[]) {
  const world = index(snapshot)
  return from.flatMap((id) => CALLS.map((call) => reach(world, taskIn(world, { subnet: id, publicIp }), call).verdict))
}

const SUBNETS = ['subnet-a', 'subnet-b', 'subnet-public']

describe('what is not known', () => {
  const world = fc.record({ vpc, prefixLists: lists })

  test('is never the ground of an answer: filling a gap changes no answer that was decided', () => {
    const decided = { works: 0, fails: 0 }
    fc.assert(
      fc.property(world, fc.boolean(), fc.nat(), fc.nat(), (facts, publicIp, one, other) => {
        let less: unknown = facts
        for (const pick of [one, other]) {
          const paths = hideable(less).filter((path) => path.length > 1 && !hidesTask(path))
          less = hide(less, paths[pick % paths.length] ?? [])
        }
        const hidden = less as typeof facts
        const full = verdictsIn(
          snapshotOf(facts.vpc as Vpc, { prefixLists: facts.prefixLists } as RegionState),
          publicIp,
          SUBNETS,
        )
        const partly = verdictsIn(
          snapshotOf(hidden.vpc as Vpc, { prefixLists: hidden.prefixLists } as RegionState),
          publicIp,
          SUBNETS,
        )
        partly.forEach((verdict, position) => {
          if (verdict === 'undecided') return
          decided[verdict]++
          expect(full[position]).toBe(verdict)
        })
      }),
      RUNS,
    )
    expect(decided.works).toBeGreaterThan(0)
    expect(decided.fails).toBeGreaterThan(0)
  })
})

/** Without its own subnet there is no question to ask. */
function hidesTask(path: readonly string[]): boolean {
  const [root, listing, ...rest] = path
  return root === 'vpc' && listing === 'subnets' && rest.length < 2
}

import { describe, expect, test } from 'vitest'
import type { HostPort } from '../model/host-port.ts'
import type { Subnet } from '../model/subnet.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import {
  aclEntry,
  DENIED,
  ENDPOINT_GROUP,
  HTTPS_OUT,
  interfaceEndpoint,
  PLACE,
  routes,
  S3_GATEWAY,
  TASK_GROUP,
  taskIn,
  to,
  VPC_AT,
  worldOf,
} from './test-world.ts'

/** A name with addresses of both families. */
const DUAL: HostPort = { host: `ecs.${PLACE.region}.api.aws`, port: 443 }
const ANY: HostPort = { host: 'registry.example.com', port: 443 }

const SIX_OUT = { ...HTTPS_OUT, cidr: '::/0' }
const BOTH: Subnet = { cidrBlock: '10.0.1.0/24', ipv6CidrBlock: '2600:1f14::/64', routeTableId: 'rtb-private' }
const SIX: Subnet = { ipv6CidrBlock: '2600:1f14::/64', ipv6Native: true, routeTableId: 'rtb-private' }
const PUBLIC: Subnet = { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' }
const BY_EIGW = routes({ destination: '::/0', target: 'eigw-1' })

function vpcWith(subnet: Subnet, vpc: Partial<Vpc> = {}): Partial<Vpc> {
  return {
    cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'],
    subnets: {
      'subnet-a': subnet,
      'subnet-public': PUBLIC,
      'subnet-6': { ...SIX, ipv6CidrBlock: '2600:1f14:0:1::/64' },
    },
    securityGroups: { 'sg-task': { ingress: [], egress: [HTTPS_OUT, SIX_OUT] }, 'sg-endpoint': ENDPOINT_GROUP },
    egressOnlyInternetGateways: { 'eigw-1': {} },
    ...vpc,
  }
}

function call(subnet: Subnet, vpc: Partial<Vpc> = {}, host = DUAL, publicIp = false) {
  const world = worldOf(vpcWith(subnet, vpc))
  return reach(world, taskIn(world, { publicIp }), host)
}

describe('IPv6', () => {
  test.each(['eigw-1', 'igw-1'])('leads to the internet through %s, without a public IPv4 address', (target) => {
    expect(call(SIX, routes({ destination: '::/0', target })).verdict).toBe('works')
  })

  test('leads to a host that is given by its address', () => {
    const host = { host: '2606:4700::1', port: 443 }
    expect(call(SIX, BY_EIGW, host).verdict).toBe('works')
    expect(call(BOTH, BY_EIGW, host).verdict).toBe('works')
    expect(call(BOTH, {}, host)).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-route' }] })
    expect(call(SIX, routes({ destination: '2606:4701::/32', target: 'eigw-1' }), host).verdict).toBe('fails')
    expect(call(PUBLIC, {}, host).blockers).toMatchObject([{ blocker: 'no-common-family', family: 4 }])
  })

  test('leaves open a private address beyond a gateway to the internet', () => {
    expect(call(SIX, BY_EIGW, { host: 'fd00::1', port: 443 }).gaps).toMatchObject([
      { gap: { what: 'private-address' } },
    ])
  })

  test('needs a route of its own', () => {
    expect(call(SIX, routes({ destination: '0.0.0.0/0', target: 'igw-1' }))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-route' }],
    })
  })

  test('does not leave through an egress-only gateway that is gone', () => {
    expect(call(SIX, { ...BY_EIGW, egressOnlyInternetGateways: {} })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'blackhole-route', targetId: 'eigw-1' }],
    })
  })

  test('leaves open a gateway that was not read', () => {
    expect(call(SIX, { ...BY_EIGW, egressOnlyInternetGateways: DENIED }).verdict).toBe('undecided')
  })

  test('IPv4 does not leave through an egress-only gateway', () => {
    expect(call(BOTH, routes({ destination: '0.0.0.0/0', target: 'eigw-1' }), to('logs')).verdict).toBe('fails')
  })

  test('is filtered by rules of its own', () => {
    const securityGroups = { 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP }
    expect(call(SIX, { ...BY_EIGW, securityGroups })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'security-group-egress', destination: ['::/0'] }],
    })
  })

  test('meets the entries of an ACL for IPv6 alone', () => {
    const withAcl = (...blocks: readonly string[]) => ({
      ...BY_EIGW,
      networkAcls: {
        'acl-1': {
          entries: blocks.flatMap((cidrBlock, number) =>
            [true, false].map((egress) => aclEntry({ ruleNumber: number + 1, egress, cidrBlock })),
          ),
        },
      },
    })
    const subnet = { ...SIX, networkAclId: 'acl-1' }
    expect(call(subnet, withAcl('0.0.0.0/0'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl' }, {}],
    })
    expect(call(subnet, withAcl('0.0.0.0/0', '::/0')).verdict).toBe('works')
  })

  test('is stopped by Block Public Access in both directions, and not by that of what comes in', () => {
    const blocked = (mode: 'block-bidirectional' | 'block-ingress') => ({ ...BY_EIGW, blockPublicAccess: { mode } })
    expect(call(SIX, blocked('block-bidirectional'))).toMatchObject({
      blockers: [{ blocker: 'public-access-blocked' }],
    })
    expect(call(SIX, blocked('block-ingress')).verdict).toBe('works')
  })
})

describe('with both families', () => {
  test('one of them is enough', () => {
    expect(call(BOTH, BY_EIGW).verdict).toBe('works')
    expect(call(BOTH, routes({ destination: '0.0.0.0/0', target: 'igw-1' }), DUAL, true).verdict).toBe('works')
  })

  test('each is filtered by rules of its own, also where the host has the other one alone', () => {
    const securityGroups = { 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP }
    expect(call(BOTH, { ...BY_EIGW, securityGroups }, { host: '2606:4700::1', port: 443 })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'security-group-egress', destination: ['2606:4700::1/128'] }],
    })
  })

  test('what stops either of them is told', () => {
    expect(call(BOTH, routes({ destination: '::/0', target: 'eigw-1', state: 'blackhole' }))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-route' }, { blocker: 'blackhole-route', targetId: 'eigw-1' }],
    })
  })

  test('a host that may have IPv6 addresses leaves open what IPv6 alone can reach', () => {
    expect(call(BOTH, BY_EIGW, ANY)).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'host', id: ANY.host } }],
    })
    expect(call(BOTH, {}, ANY)).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-route' }] })
  })

  test.each(['disabled', 'off'])('the account may have turned IPv6 off: %s', (dualStackIPv6) => {
    const callFrom = (subnet: Subnet) => {
      const world = worldOf(vpcWith(subnet, BY_EIGW), { accountSettings: { dualStackIPv6 } })
      return reach(world, taskIn(world), DUAL)
    }
    expect(callFrom(BOTH)).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-route' }] })
    // Of subnets that have nothing else the setting says nothing
    expect(callFrom(SIX).verdict).toBe('works')
  })

  test('whether the account turned IPv6 off decides where IPv6 alone leads', () => {
    const denied = { gap: 'denied', permission: 'ecs:ListAccountSettings' } as const
    const settings: readonly [object, string][] = [
      [{ accountSettings: denied }, 'undecided'],
      [{ accountSettings: { dualStackIPv6: denied } }, 'undecided'],
      [{ accountSettings: { '*': { gap: 'not-read' } } }, 'works'],
    ]
    for (const [region, verdict] of settings) {
      const world = worldOf(vpcWith(BOTH, BY_EIGW), region)
      expect(reach(world, taskIn(world), DUAL).verdict).toBe(verdict)
    }
  })
})

describe('a host with IPv4 alone, from a subnet with IPv6 alone', () => {
  const NAT64 = {
    ...routes({ destination: '64:ff9b::/96', target: 'nat-1' }),
    natGateways: { 'nat-1': { subnetId: 'subnet-public' } },
  }
  const DNS64: Subnet = { ...SIX, enableDns64: true }

  test('is not reached', () => {
    expect(call(SIX, { ...BY_EIGW }, to('logs'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-common-family', subnetId: 'subnet-a', family: 6 }],
    })
  })

  test('is reached by DNS64 and a NAT gateway', () => {
    expect(call(DNS64, NAT64, to('logs')).verdict).toBe('works')
  })

  test('is not reached by DNS64 where nothing translates', () => {
    expect(call(DNS64, {}, to('logs'))).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-route' }] })
  })

  test('is reached only through groups that let its translated address out', () => {
    const only = (cidr: string) => ({
      'sg-task': { ingress: [], egress: [{ ...HTTPS_OUT, cidr }] },
      'sg-endpoint': ENDPOINT_GROUP,
    })
    expect(call(DNS64, { ...NAT64, securityGroups: only('64:ff9b::/96') }, to('logs')).verdict).toBe('works')
    expect(call(DNS64, { ...NAT64, securityGroups: only('0.0.0.0/0') }, to('logs'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'security-group-egress', destination: ['64:ff9b::/96'] }],
    })
  })

  test('leaves open whether the subnet has DNS64', () => {
    expect(call({ ...SIX, enableDns64: DENIED }, NAT64, to('logs'))).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'subnet', id: 'subnet-a' }, at: `${VPC_AT}/subnets/subnet-a/enableDns64`, gap: DENIED }],
    })
    expect(call({ ...SIX, enableDns64: DENIED }, {}, to('logs')).verdict).toBe('fails')
  })

  test('is not reached without DNS64, whatever would translate', () => {
    expect(call({ ...SIX, enableDns64: false }, NAT64, to('logs'))).toMatchObject({
      blockers: [{ blocker: 'no-common-family', family: 6 }],
    })
  })

  test('has no IPv4 address that DNS64 could take where it is given by one of IPv6', () => {
    const host = { host: '2606:4700::1', port: 443 }
    const noRoute = { verdict: 'fails', blockers: [{ blocker: 'no-route' }], gaps: [] }
    expect(call(DNS64, NAT64, host)).toMatchObject(noRoute)
    expect(call({ ...BOTH, enableDns64: true }, NAT64, host)).toMatchObject(noRoute)
  })

  test.each([
    [
      'an endpoint',
      { endpoints: { 'vpce-1': interfaceEndpoint('ecr.api', { subnetIds: ['subnet-public'] }) } },
      to('ecr.api').host,
      { kind: 'endpoint', id: 'vpce-1' },
    ],
    [
      'a record',
      { hostedZones: { Z1: { name: 'corp', records: [{ name: 'x.corp', type: 'A', values: ['10.0.3.9'] }] } } },
      'x.corp',
      { kind: 'host', id: 'x.corp' },
    ],
  ])('leaves open where DNS64 leads what %s gives a private address', (_, vpc, host, what) => {
    expect(call(DNS64, { ...NAT64, ...vpc }, { host, port: 443 })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what, gap: { what: 'dns64-to-private-address' } }],
    })
    expect(call(SIX, { ...NAT64, ...vpc }, { host, port: 443 })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-common-family', host, family: 6 }],
    })
  })

  test('IPv6 that is not NAT64 leaves a NAT gateway open', () => {
    const byNat = {
      ...routes({ destination: '::/0', target: 'nat-1' }),
      natGateways: { 'nat-1': { subnetId: 'subnet-public' } },
    }
    expect(call(SIX, byNat)).toMatchObject({ verdict: 'undecided', gaps: [{ gap: { what: 'ipv6-through-nat' } }] })
  })
})

test('a name that its zone does not have leads nowhere in IPv6 either', () => {
  const hostedZones = { Z1: { name: 'corp', records: [] } }
  expect(call(SIX, { ...BY_EIGW, hostedZones }, { host: 'x.corp', port: 443 })).toMatchObject({
    verdict: 'fails',
    blockers: [{ blocker: 'zone-without-record' }],
    gaps: [],
  })
})

describe('a name that leads nobody knows where', () => {
  const elsewhere = { ...BY_EIGW, dhcpOptions: { domainNameServers: ['10.0.0.9'] } }
  const closed = { 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP }

  test('is open from a subnet with IPv6 alone', () => {
    expect(call(SIX, elsewhere)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ gap: { what: 'name-servers' } }],
    })
  })

  test('is not reached through groups that let no IPv6 out', () => {
    expect(call(SIX, { ...elsewhere, securityGroups: closed })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'security-group-egress', destination: ['::/0'] }],
    })
  })

  test('by records for IPv6, which are not read, is open as well', () => {
    const records = [
      { name: 'x.corp', type: 'A', values: ['10.0.3.9'] },
      { name: 'x.corp', type: 'AAAA', values: ['2600:1f14:0:1::9'] },
    ]
    const vpc = { ...BY_EIGW, hostedZones: { Z1: { name: 'corp', records } } }
    expect(call(SIX, vpc, { host: 'x.corp', port: 443 })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'host', id: 'x.corp' }, gap: { what: 'ipv6' } }],
    })
  })
})

describe('endpoints', () => {
  const endpoint = interfaceEndpoint('ecr.api', { subnetIds: ['subnet-6'], ipAddressType: 'ipv6' })
  const admits = (cidr: string) => ({
    endpoints: { 'vpce-1': endpoint },
    securityGroups: {
      'sg-task': { ingress: [], egress: [SIX_OUT] },
      'sg-endpoint': { ingress: [{ ...HTTPS_OUT, cidr }], egress: [] },
    },
  })

  test('are reached by IPv6', () => {
    expect(call(SIX, admits('2600:1f14::/56'), to('ecr.api'))).toMatchObject({
      verdict: 'works',
      endpoints: [{ id: 'vpce-1' }],
    })
    expect(call(SIX, admits('10.0.0.0/8'), to('ecr.api'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group', source: '2600:1f14::/64' }],
    })
  })

  test.each(['ipv4', 'dualstack'] as const)('of %s that a record for IPv4 names are open by IPv6', (ipAddressType) => {
    const { host, port } = to('ecr.api')
    const records = [
      { name: host, type: 'A', values: ['10.0.3.9'] },
      { name: host, type: 'AAAA', values: ['2600:1f14:0:1::9'] },
    ]
    const endpoints = {
      'vpce-1': interfaceEndpoint('ecr.api', {
        subnetIds: ['subnet-public'],
        ipAddressType,
        privateDnsEnabled: false,
        privateIpAddresses: ['10.0.3.9'],
      }),
    }
    const subnets = {
      'subnet-a': SIX,
      'subnet-4': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
      'subnet-public': { ...PUBLIC, ipv6CidrBlock: '2600:1f14:0:1::/64' },
    }
    const vpc = { ...admits('::/0'), endpoints, subnets, hostedZones: { Z1: { name: host, records } } }
    expect(call(SIX, vpc, { host, port })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'host', id: host }, gap: { what: 'ipv6' } }],
      endpoints: [],
    })
    const open = { 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP }
    const world = worldOf(vpcWith(SIX, { ...vpc, securityGroups: open }))
    expect(reach(world, taskIn(world, { subnet: 'subnet-4' }), { host, port })).toMatchObject({
      verdict: 'works',
      endpoints: [{ id: 'vpce-1' }],
    })
  })

  test('are not reached by IPv4 where they have IPv6 alone', () => {
    expect(
      call({ cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' }, admits('::/0'), to('ecr.api')),
    ).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-common-family', family: 4 }],
    })
  })

  test('for S3 take IPv6 where they carry it', () => {
    const s3: HostPort = { host: `bucket.s3.dualstack.${PLACE.region}.amazonaws.com`, port: 443 }
    const gateway = { ...S3_GATEWAY, ipAddressType: 'dualstack' } as const
    expect(call(SIX, { endpoints: { 'vpce-s3': gateway } }, s3)).toMatchObject({
      verdict: 'works',
      endpoints: [{ id: 'vpce-s3' }],
    })
    expect(call(SIX, { endpoints: { 'vpce-s3': S3_GATEWAY } }, s3)).toMatchObject({ verdict: 'fails' })
  })

  test('for S3 need rules with a prefix list of the family', () => {
    const s3: HostPort = { host: `bucket.s3.dualstack.${PLACE.region}.amazonaws.com`, port: 443 }
    const endpoints = { 'vpce-s3': { ...S3_GATEWAY, ipAddressType: 'dualstack' as const } }
    const securityGroups = {
      'sg-task': { ingress: [], egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, prefixListId: 'pl-s3' }] },
    }
    const verdict = (cidrs: readonly string[] | typeof DENIED) => {
      const name = `com.amazonaws.${PLACE.region}.s3`
      const world = worldOf(vpcWith(SIX, { endpoints, securityGroups }), {
        prefixLists: { 'pl-s3': { prefixListName: name, cidrs } },
      })
      return reach(world, taskIn(world), s3).verdict
    }
    expect(verdict(['2600:1fa0::/32'])).toBe('works')
    expect(verdict(['52.219.0.0/16'])).toBe('fails')
    expect(verdict(DENIED)).toBe('undecided')
  })
})

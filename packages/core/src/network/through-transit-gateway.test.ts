import { describe, expect, test } from 'vitest'
import type { TransitGateway } from '../model/transit-gateway.ts'
import { reach } from './reach.ts'
import { attachment, HUB, type Parts, SPOKE, TO_SPOKE, TRANSIT_GATEWAY, twoVpcs } from './test-two-vpcs.ts'
import { ALLOW_IN, ALLOW_OUT, aclEntry, DENIED, HTTPS_OUT, routes, TASK_GROUP, taskIn, to } from './test-world.ts'

function call(parts: Parts = {}, subnet = 'subnet-a', host = to('secretsmanager')) {
  const world = twoVpcs(parts)
  return reach(world, taskIn(world, { subnet }), host)
}

function tableWith(...routeList: readonly object[]): Partial<TransitGateway> {
  return { routeTables: { 'tgw-rtb-1': { routes: routeList as never } } }
}

const withoutSubnets = { ...attachment(), subnetIds: DENIED }

const [TO_SPOKE_ROUTE, TO_HUB_ROUTE] = [
  { destinationCidrBlock: '10.0.0.0/16', transitGatewayAttachmentId: 'tgw-attach-spoke' },
  { destinationCidrBlock: '10.1.0.0/16', transitGatewayAttachmentId: 'tgw-attach-hub' },
]

describe('an endpoint of a hub behind a transit gateway', () => {
  test('is reached, and its policy bears on the call', () => {
    expect(call()).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
  })

  test('is not reached from a zone that the attachment does not serve', () => {
    expect(call({}, 'subnet-c')).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'transit-gateway-zone',
          attachmentId: 'tgw-attach-spoke',
          subnetId: 'subnet-c',
          zone: 'ap-northeast-1c',
          zones: ['ap-northeast-1a'],
          reply: false,
        },
      ],
    })
    const hub = { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: [] } } }
    expect(call({ hub }, 'subnet-c').blockers).toMatchObject([
      { blocker: 'transit-gateway-zone' },
      { blocker: 'no-return-route' },
    ])
  })

  test('is reached by the interface in the zone of the task, wherever the others are', () => {
    const subnets = {
      ...SPOKE.subnets,
      'subnet-d': { cidrBlock: '10.0.9.16/28', availabilityZone: 'ap-northeast-1d', networkAclId: 'acl-1' },
      'subnet-tgw': { ...SPOKE.subnets['subnet-tgw'], networkAclId: 'acl-2' },
    }
    const interfaces = { 'tgw-attach-spoke': attachment('subnet-d', 'subnet-tgw') }
    const closing = (id: string) => {
      const open = { 'acl-1': { entries: [ALLOW_IN, ALLOW_OUT] }, 'acl-2': { entries: [ALLOW_IN, ALLOW_OUT] } }
      const networkAcls = { ...open, [id]: { entries: [ALLOW_OUT] } }
      return call({ spoke: { subnets, networkAcls, transitGatewayAttachments: interfaces } })
    }
    expect(closing('acl-1').verdict).toBe('works')
    expect(closing('acl-2')).toMatchObject({ blockers: [{ blocker: 'network-acl', subnetId: 'subnet-tgw' }] })
  })

  test('is reached by the interface in the same zone of the hub, wherever the others are', () => {
    const hub = {
      subnets: {
        ...HUB.subnets,
        'hub-d': { cidrBlock: '10.1.9.16/28', availabilityZone: 'ap-northeast-1d', networkAclId: 'acl-1' },
      },
      networkAcls: { 'acl-1': { entries: [ALLOW_IN] } },
      transitGatewayAttachments: { 'tgw-attach-hub': attachment('hub-d', 'hub-tgw') },
    }
    expect(call({ hub }).verdict).toBe('works')
  })

  test('is asked at the interfaces alone that the record names', () => {
    const both = {
      ...HUB.endpoints['vpce-1'],
      subnetIds: ['hub-a', 'hub-b'],
      privateIpAddresses: ['10.1.1.10', '10.1.2.10'],
    }
    const subnets = {
      ...HUB.subnets,
      'hub-b': { cidrBlock: '10.1.2.0/24', routeTableId: 'rtb-closed', availabilityZone: 'ap-northeast-1a' },
    }
    const routeTables = { ...HUB.routeTables, 'rtb-closed': { routes: [] } }
    const hub = { endpoints: { 'vpce-1': both }, subnets, routeTables }
    const host = to('secretsmanager').host
    const named = (...values: readonly string[]) =>
      call({ hub, spoke: { hostedZones: { Z1: { name: host, records: [{ name: host, type: 'A', values }] } } } })
    expect(named('10.1.1.10')).toMatchObject({ verdict: 'works', endpoints: [{ id: 'vpce-1' }] })
    expect(named('10.1.2.10')).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-return-route' }] })
    expect(named('10.1.1.10', '10.1.2.10')).toMatchObject({ verdict: 'undecided', partial: { works: 1, of: 2 } })
  })

  test('may be beside the attachment, where no ACL is in between, as long as nobody read which host it is', () => {
    const hub = {
      endpoints: DENIED,
      networkAcls: { 'acl-1': { entries: [ALLOW_IN] } },
      subnets: { ...HUB.subnets, 'hub-tgw': { ...HUB.subnets['hub-tgw'], networkAclId: 'acl-1' } },
    }
    const values = (...addresses: readonly string[]) => ({
      hostedZones: { Z1: { name: 'corp', records: [{ name: 'x.corp', type: 'A', values: addresses }] } },
    })
    const host = { host: 'x.corp', port: 443 }
    expect(call({ hub, spoke: values('10.1.9.7', '10.1.1.10') }, 'subnet-a', host).verdict).toBe('undecided')
    expect(call({ hub, spoke: values('10.1.1.10') }, 'subnet-a', host)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl' }],
    })
  })

  test('does not answer from a zone that the attachment of the hub does not serve', () => {
    const hub = {
      subnets: { ...HUB.subnets, 'hub-tgw': { cidrBlock: '10.1.9.0/28', availabilityZone: 'ap-northeast-1d' } },
    }
    expect(call({ hub })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'transit-gateway-zone', attachmentId: 'tgw-attach-hub', subnetId: 'hub-a', reply: true }],
    })
  })

  test.each([
    [
      'the table that the answer takes is not read',
      { hub: { routeTables: { ...HUB.routeTables, 'rtb-hub': DENIED } } },
    ],
    [
      'the gateway sends the answer back where it came from',
      {
        hub: { routeTables: { ...HUB.routeTables, 'rtb-hub-tgw': { routes: [TO_SPOKE] } } },
        transitGateway: tableWith({ destinationCidrBlock: '0.0.0.0/0', transitGatewayAttachmentId: 'tgw-attach-hub' }),
      },
    ],
  ])('is open while %s', (_, parts) => {
    const { verdict, gaps } = call(parts as Parts)
    expect([verdict, gaps.length]).toEqual(['undecided', 1])
  })

  test('is not reached where the subnet has no route to the gateway', () => {
    expect(call({ spoke: routes() })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-route', addresses: ['10.1.1.10/32'] }],
    })
  })

  test('does not answer where its subnet has no route back', () => {
    const hub = { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: [] } } }
    expect(call({ hub })).toMatchObject({
      verdict: 'fails',
      blockers: [
        { blocker: 'no-return-route', subnetId: 'hub-a', routeTableId: 'rtb-hub', addresses: ['10.0.1.0/24'] },
      ],
    })
  })

  test.each(['igw-hub', 'nat-hub'])('does not answer through %s', (target) => {
    const hub = { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: [{ destination: '0.0.0.0/0', target }] } } }
    expect(call({ hub })).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'no-return-route' }] })
  })

  test.each([
    ['has no route to the hub', [TO_SPOKE_ROUTE], null, false],
    ['has no route back', [TO_HUB_ROUTE], null, true],
    ['drops what goes to the hub', [TO_SPOKE_ROUTE, { ...TO_HUB_ROUTE, state: 'blackhole' }], '10.1.0.0/16', false],
    [
      'has a longer prefix that drops it',
      [TO_HUB_ROUTE, { destinationCidrBlock: '10.1.1.0/24', state: 'blackhole' }, TO_SPOKE_ROUTE],
      '10.1.1.0/24',
      false,
    ],
  ])('is not reached where the table of the gateway %s', (_, list, destination, reply) => {
    expect(
      call({
        hub: { routeTables: { ...HUB.routeTables, 'rtb-hub-tgw': { routes: [TO_SPOKE] } } },
        transitGateway: tableWith(...list),
      }),
    ).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'transit-gateway-route', routeTableId: 'tgw-rtb-1', destination, reply }],
    })
  })

  test('is reached where the longer prefix leads there', () => {
    const dropped = { destinationCidrBlock: '10.0.0.0/8', state: 'blackhole' }
    expect(call({ transitGateway: tableWith(dropped, TO_HUB_ROUTE, TO_SPOKE_ROUTE) }).verdict).toBe('works')
  })

  test.each([
    ['is not attached', {}],
    ['was detached', { 'tgw-attach-spoke': { ...attachment('subnet-tgw'), state: 'deleted' } }],
    [
      'is attached to another gateway',
      { 'tgw-attach-spoke': { ...attachment('subnet-tgw'), transitGatewayId: 'tgw-2' } },
    ],
  ])('is not reached where the VPC %s', (_, transitGatewayAttachments) => {
    expect(call({ spoke: { transitGatewayAttachments } })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'blackhole-route', targetId: 'tgw-1', destination: '10.1.0.0/16' }],
    })
  })

  test.each([
    ['the attachments', { spoke: { transitGatewayAttachments: DENIED } }],
    ['whether there are more attachments', { spoke: { transitGatewayAttachments: { '*': DENIED } } }],
    ['the attachment', { spoke: { transitGatewayAttachments: { 'tgw-attach-spoke': DENIED } } }],
    ['its state', withAttachment({ state: DENIED })],
    ['whether it carries packets yet', withAttachment({ state: 'pending' })],
    ['its subnets', withAttachment({ subnetIds: DENIED })],
    ['its table', withAttachment({ transitGatewayRouteTableId: DENIED })],
    ['the gateway', { region: { transitGateways: DENIED } }],
    ['the tables of the gateway', { transitGateway: { routeTables: DENIED } }],
    ['the routes of its table', { transitGateway: { routeTables: { 'tgw-rtb-1': { routes: DENIED } } } }],
    [
      'the subnets of the other attachment',
      { hub: { transitGatewayAttachments: { 'tgw-attach-hub': withoutSubnets } } },
    ],
    ['a destination', { transitGateway: tableWith({ ...TO_HUB_ROUTE, destinationCidrBlock: DENIED }) }],
    ['where a route leads', { transitGateway: tableWith({ ...TO_HUB_ROUTE, transitGatewayAttachmentId: DENIED }) }],
    ['whether a route is alive', { transitGateway: tableWith({ ...TO_HUB_ROUTE, state: DENIED }) }],
    [
      'an attachment of nobody knows whom',
      { transitGateway: tableWith({ ...TO_HUB_ROUTE, transitGatewayAttachmentId: 'x' }) },
    ],
    [
      'the zone of the task',
      {
        spoke: { subnets: { ...SPOKE.subnets, 'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' } } },
      },
    ],
  ] as readonly (readonly [string, Parts])[])('leaves open %s', (_, parts) => {
    const path = call(parts)
    expect(path).toMatchObject({ verdict: 'undecided', blockers: [] })
    expect(path.gaps.length).toBeGreaterThan(0)
  })

  test.each([
    ['no interface at all', [], {}],
    ['an interface in a zone that is not known', ['subnet-tgw', 'subnet-x'], {}],
    ['interfaces in zones that another account names', ['subnet-tgw'], { availabilityZone: DENIED }],
  ] as const)('is open from a zone while the attachment has %s, and nothing beyond is told', (_, ids, zone) => {
    const subnets = {
      ...SPOKE.subnets,
      'subnet-c': { ...SPOKE.subnets['subnet-c'], ...zone },
      'subnet-x': { cidrBlock: '10.0.9.32/28' },
    }
    const spoke = { subnets, transitGatewayAttachments: { 'tgw-attach-spoke': attachment(...ids) } }
    const hub = { routeTables: { ...HUB.routeTables, 'rtb-hub': { routes: [] } } }
    expect(call({ spoke, hub }, 'subnet-c')).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'subnet', id: 'subnet-c' } }],
    })
  })

  test.each([
    ['by their ids', {}, 'apne1-az2', ['apne1-az4']],
    ['by the name where that was read', { availabilityZone: 'ap-northeast-1c' }, 'ap-northeast-1c', ['apne1-az4']],
    ['as far as they are known', { availabilityZone: DENIED }, '', ['apne1-az4']],
  ])('is not reached from another zone, which is told %s', (_, zone, told, zones) => {
    const subnets = {
      'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private', availabilityZoneId: 'apne1-az2', ...zone },
      'subnet-tgw': { cidrBlock: '10.0.9.0/28', availabilityZoneId: 'apne1-az4' },
    }
    expect(call({ spoke: { subnets } })).toMatchObject({
      blockers: [{ blocker: 'transit-gateway-zone', zone: told, zones }],
    })
  })

  test('is not reached where the route leads to an attachment that was detached', () => {
    const gone = { 'tgw-attach-hub': { ...attachment('hub-tgw'), state: 'deleted' } }
    expect(call({ hub: { transitGatewayAttachments: gone } })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'transit-gateway-route', destination: '10.1.0.0/16' }],
    })
  })

  test.each([
    ['both lead on', [ALLOW_IN, ALLOW_OUT], [ALLOW_IN, ALLOW_OUT], 'works', []],
    ['one does', [ALLOW_IN, ALLOW_OUT], [ALLOW_IN], 'undecided', ['several-transit-gateway-interfaces']],
    ['neither does', [ALLOW_IN], [ALLOW_IN], 'fails', []],
  ] as const)('may be entered by either interface in other zones: %s', (_, one, other, verdict, gaps) => {
    const hub = {
      subnets: {
        ...HUB.subnets,
        'hub-a': { ...HUB.subnets['hub-a'], availabilityZone: 'ap-northeast-1c' },
        'hub-c': { cidrBlock: '10.1.9.16/28', availabilityZone: 'ap-northeast-1c', networkAclId: 'acl-c' },
        'hub-d': { cidrBlock: '10.1.9.32/28', availabilityZone: 'ap-northeast-1d', networkAclId: 'acl-d' },
      },
      networkAcls: { 'acl-c': { entries: one }, 'acl-d': { entries: other } },
      transitGatewayAttachments: { 'tgw-attach-hub': attachment('hub-c', 'hub-d') },
    }
    const path = call({ hub })
    expect(path.verdict).toBe(verdict)
    expect(path.gaps.map(({ gap }) => 'what' in gap && gap.what)).toEqual(gaps)
  })

  test('is open where the other attachment has no interface', () => {
    const transitGatewayAttachments = { 'tgw-attach-hub': attachment() }
    expect(call({ hub: { transitGatewayAttachments } })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'hop', id: 'tgw-attach-hub' } }],
    })
  })

  test('may answer into its own subnet, past no ACL, where that may hold the addresses of the task', () => {
    const hub = {
      cidrBlocks: ['10.1.0.0/16', '10.0.0.0/16'],
      subnets: { ...HUB.subnets, 'hub-a': { ...HUB.subnets['hub-a'], cidrBlock: DENIED, networkAclId: 'acl-1' } },
      networkAcls: { 'acl-1': { entries: [ALLOW_IN] } },
    }
    const path = call({ hub })
    expect(path).toMatchObject({ verdict: 'undecided', blockers: [] })
    expect(path.gaps.map(({ gap, at }) => ['what' in gap && gap.what, at.split('/').at(-1)])).toEqual([
      ['host-in-vpc', 'vpc-1'],
      ['host-in-vpc', 'vpc-hub'],
    ])
  })

  test('may answer into its own VPC while the blocks of that are not known', () => {
    const back = { destination: '10.0.0.0/8', target: 'tgw-1' }
    const routeTables = { ...HUB.routeTables, 'rtb-hub': { routes: [back] } }
    expect(call({ hub: { cidrBlocks: DENIED, routeTables } })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'vpc', id: 'vpc-hub' }, gap: DENIED }],
    })
  })

  test('may be behind another gateway of the same Region that another account lists', () => {
    expect(call({ region: { transitGateways: { 'tgw-1': TRANSIT_GATEWAY } } }).verdict).toBe('works')
  })
})

function withAttachment(changes: object): Parts {
  return { spoke: { transitGatewayAttachments: { 'tgw-attach-spoke': { ...attachment('subnet-tgw'), ...changes } } } }
}

describe('network ACLs around the attachment', () => {
  const withAcl = (subnet: string, vpc: 'spoke' | 'hub', ...entries: readonly ReturnType<typeof aclEntry>[]) => {
    const [base, key] = vpc === 'spoke' ? [SPOKE, 'spoke'] : [HUB, 'hub']
    const subnets = base.subnets as Record<string, object>
    const changed = { ...subnets, [subnet]: { ...subnets[subnet], networkAclId: 'acl-1' } }
    return call({ [key]: { subnets: changed, networkAcls: { 'acl-1': { entries } } } })
  }

  test.each([
    ['subnet-tgw', 'spoke', 'ingress', false, [ALLOW_OUT]],
    ['hub-tgw', 'hub', 'egress', false, [ALLOW_IN]],
    [
      'hub-tgw',
      'hub',
      'ingress',
      true,
      [ALLOW_OUT, aclEntry({ ruleNumber: 1, egress: false, ruleAction: 'deny', cidrBlock: '10.1.1.0/24' }), ALLOW_IN],
    ],
    ['subnet-tgw', 'spoke', 'egress', true, [ALLOW_IN]],
  ] as const)('in %s of the %s see %s (reply: %s)', (subnetId, vpc, direction, reply, entries) => {
    expect(withAcl(subnetId, vpc, ...entries)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'network-acl', side: 'transit-gateway', subnetId, direction, reply }],
    })
  })

  test('stay open where the attachment is in the subnet of the task', () => {
    const subnets = {
      ...SPOKE.subnets,
      'subnet-a': {
        cidrBlock: '10.0.1.0/24',
        routeTableId: 'rtb-private',
        availabilityZone: 'ap-northeast-1a',
        networkAclId: 'acl-1',
      },
    }
    const spoke = {
      subnets,
      networkAcls: { 'acl-1': { entries: [ALLOW_OUT] } },
      transitGatewayAttachments: { 'tgw-attach-spoke': attachment('subnet-a') },
    }
    expect(call({ spoke })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ gap: { what: 'acl-beside-transit-gateway' } }],
    })
    expect(call({ spoke: { ...spoke, networkAcls: { 'acl-1': { entries: [ALLOW_IN] } } } })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
    })
    const open = { ...spoke, networkAcls: { 'acl-1': { entries: [ALLOW_OUT, ALLOW_IN] } } }
    expect(call({ spoke: open }).verdict).toBe('works')
  })
})

describe('IPv6', () => {
  const cidrBlocks = ['10.0.0.0/16', '2600:1f14::/56']
  const subnets = {
    ...SPOKE.subnets,
    'subnet-a': { ...SPOKE.subnets['subnet-a'], cidrBlock: undefined as never, ipv6CidrBlock: '2600:1f14::/64' },
  }
  const host = { host: '2600:1f14:100::9', port: 443 }
  const callWith = (changes: object, ...list: readonly object[]) =>
    call(
      {
        spoke: {
          ...routes({ destination: '2600:1f14:100::/56', target: 'tgw-1' }),
          cidrBlocks,
          subnets,
          securityGroups: { 'sg-task': { ingress: [], egress: [{ ...HTTPS_OUT, cidr: '::/0' }] } },
          ...withAttachment(changes).spoke,
        },
        transitGateway: tableWith(...list),
      },
      'subnet-a',
      host,
    )

  test('takes the routes for IPv6 where the attachment carries it', () => {
    expect(callWith({ ipv6Support: true }, TO_HUB_ROUTE)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'transit-gateway-route', destination: null, addresses: ['2600:1f14:100::9/128'] }],
    })
  })

  test('goes on from a subnet of the hub that may have no such block', () => {
    const route = { ...TO_HUB_ROUTE, destinationCidrBlock: '2600:1f14:100::/56' }
    expect(callWith({ ipv6Support: true }, route)).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-route', subnetId: 'hub-tgw' }],
    })
  })

  test.each([
    ['not known', { ipv6Support: DENIED }, DENIED],
    ['not read', {}, { gap: 'not-read' }],
    ['not so', { ipv6Support: false }, { gap: 'not-modeled', what: 'transit-gateway-ipv6' }],
  ])('is open while it is %s that it does', (_, changes, gap) => {
    expect(callWith(changes, TO_HUB_ROUTE)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'transit-gateway-attachment', id: 'tgw-attach-spoke' }, gap }],
    })
  })
})

describe('groups of another VPC', () => {
  const byGroup = {
    'sg-endpoint': { ingress: [{ ...HTTPS_OUT, cidr: undefined, groupId: 'sg-task' }] as never, egress: [] },
  }

  test('may be named where the gateway supports it', () => {
    const supported = { transitGateway: { securityGroupReferencingSupport: true } }
    expect(call({ hub: { securityGroups: byGroup }, ...supported }).verdict).toBe('works')
  })

  test.each([
    ['the gateway does not support it', {}],
    [
      'an attachment does not',
      {
        transitGateway: { securityGroupReferencingSupport: true },
        ...withAttachment({ securityGroupReferencingSupport: false }),
      },
    ],
  ] as const)('may not where %s', (_, parts) => {
    expect(call({ hub: { securityGroups: byGroup }, ...parts })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group', acrossVpcs: true }],
    })
  })

  test('may be named by the group of the task as well', () => {
    const egress = [{ protocol: 'tcp', fromPort: 443, toPort: 443, groupId: 'sg-endpoint' }]
    const spoke = { securityGroups: { 'sg-task': { ...TASK_GROUP, egress } } }
    expect(call({ spoke, transitGateway: { securityGroupReferencingSupport: true } }).verdict).toBe('works')
    expect(call({ spoke })).toMatchObject({ verdict: 'fails', blockers: [{ blocker: 'security-group-egress' }] })
  })
})

describe('a NAT gateway of the hub', () => {
  const spoke = routes({ destination: '0.0.0.0/0', target: 'tgw-1' })

  test('leads to the internet', () => {
    expect(call({ spoke }, 'subnet-a', to('logs'))).toMatchObject({ verdict: 'works', endpoints: [] })
  })

  test('needs a route back to the spoke', () => {
    const routeTables = {
      ...HUB.routeTables,
      'rtb-hub-public': { routes: [{ destination: '0.0.0.0/0', target: 'igw-hub' }] },
    }
    expect(call({ spoke, hub: { routeTables } }, 'subnet-a', to('logs'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-return-route', subnetId: 'hub-public' }],
    })
  })

  test('is broken like any other', () => {
    const natGateways = { 'nat-hub': { subnetId: 'hub-public', state: 'deleted' } } as const
    expect(call({ spoke, hub: { natGateways } }, 'subnet-a', to('logs'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'nat-gateway-state', natGatewayId: 'nat-hub', subnetId: 'hub-tgw' }],
    })
  })

  test('is needed: the internet gateway of the hub is of no use to the spoke', () => {
    const routeTables = {
      ...HUB.routeTables,
      'rtb-hub-tgw': { routes: [{ destination: '0.0.0.0/0', target: 'igw-hub' }] },
    }
    expect(call({ spoke, hub: { routeTables } }, 'subnet-a', to('logs')).verdict).not.toBe('works')
  })

  test('packets that go around are given up', () => {
    const routeTables = {
      ...HUB.routeTables,
      'rtb-hub-tgw': { routes: [{ destination: '0.0.0.0/0', target: 'tgw-1' }, TO_SPOKE] },
    }
    expect(call({ spoke, hub: { routeTables } }, 'subnet-a', to('logs'))).toMatchObject({
      verdict: 'undecided',
      gaps: [{ gap: { what: 'many-hops' } }],
    })
  })
})

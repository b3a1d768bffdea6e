import { describe, expect, test } from 'vitest'
import { NOT_READ } from '../model/gap.ts'
import type { SecurityGroup, SecurityGroupRule } from '../model/security-group.ts'
import type { RegionState } from '../model/snapshot.ts'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { twoVpcs } from './test-two-vpcs.ts'
import {
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
  WITH_ENDPOINT,
  WITH_NAT,
  worldOf,
} from './test-world.ts'

const HTTPS = { protocol: 'tcp', fromPort: 443, toPort: 443 }
const AT = `${VPC_AT}/securityGroups`

/** The subnet of the NAT gateway leads to the internet. */
const PUBLIC: Partial<Vpc> = {
  subnets: {
    'subnet-a': { cidrBlock: '10.0.1.0/24', routeTableId: 'rtb-private' },
    'subnet-c': { cidrBlock: '10.0.3.0/24', routeTableId: 'rtb-public' },
  },
  internetGateways: { 'igw-1': {} },
}

function outBy(
  rule: SecurityGroupRule | readonly SecurityGroupRule[],
  vpc: Partial<Vpc> = WITH_ENDPOINT,
  service = 'ecr.api',
  region: RegionState = {},
) {
  const group: SecurityGroup = { ingress: [], egress: 'protocol' in rule ? [rule] : rule }
  const world = worldOf({ securityGroups: { 'sg-task': group, 'sg-endpoint': ENDPOINT_GROUP }, ...vpc }, region)
  return reach(world, taskIn(world), to(service))
}

function inBy(rule: SecurityGroupRule | readonly SecurityGroupRule[]) {
  const group: SecurityGroup = { ingress: 'protocol' in rule ? [rule] : rule, egress: [] }
  const world = worldOf({ ...WITH_ENDPOINT, securityGroups: { 'sg-task': TASK_GROUP, 'sg-endpoint': group } })
  return reach(world, taskIn(world), to('ecr.api'))
}

describe('a rule is about the call', () => {
  test.each([
    ['by its block', { ...HTTPS, cidr: '10.0.2.0/24' }],
    ['with all protocols, whatever ports it gives', { protocol: '-1', fromPort: 0, toPort: 0, cidr: '0.0.0.0/0' }],
    ['with the number of TCP', { ...HTTPS, protocol: '6', cidr: '0.0.0.0/0' }],
    ['with a range of ports', { ...HTTPS, fromPort: 0, toPort: 1023, cidr: '0.0.0.0/0' }],
    ['by the group of the endpoint', { ...HTTPS, groupId: 'sg-endpoint' }],
  ])('%s', (_, rule) => {
    expect(outBy(rule).verdict).toBe('works')
  })

  test('together with another one', () => {
    expect(
      outBy([
        { ...HTTPS, cidr: '10.0.2.0/25' },
        { ...HTTPS, cidr: '10.0.2.128/25' },
      ]).verdict,
    ).toBe('works')
  })

  test('in another group of the task', () => {
    const world = worldOf({
      ...WITH_ENDPOINT,
      securityGroups: { 'sg-none': { ingress: [], egress: [] }, 'sg-task': TASK_GROUP, 'sg-endpoint': ENDPOINT_GROUP },
    })
    const path = reach(world, taskIn(world, { securityGroupIds: ['sg-none', 'sg-task'] }), to('ecr.api'))
    expect(path.verdict).toBe('works')
  })
})

describe('a rule is not about the call', () => {
  test.each([
    ['to another block', { ...HTTPS, cidr: '10.0.1.0/24' }],
    ['to another port', { ...HTTPS, fromPort: 80, toPort: 80, cidr: '0.0.0.0/0' }],
    ['of another protocol', { ...HTTPS, protocol: 'udp', cidr: '0.0.0.0/0' }],
    ['to IPv6', { ...HTTPS, cidr: '::/0' }],
    ['to another group', { ...HTTPS, groupId: 'sg-task' }],
    ['to nobody', HTTPS],
  ])('%s', (_, rule) => {
    expect(outBy(rule)).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'security-group-egress',
          groupIds: ['sg-task'],
          port: 443,
          destination: ['10.0.2.0/24'],
          at: `${AT}/sg-task/egress`,
        },
      ],
    })
  })
})

describe('the groups of the endpoint let in', () => {
  test.each([
    ['the block of the task', { ...HTTPS, cidr: '10.0.1.0/24' }],
    ['the group of the task', { ...HTTPS, groupId: 'sg-task' }],
  ])('%s', (_, rule) => {
    expect(inBy(rule).verdict).toBe('works')
  })

  test.each([
    ['another block', { ...HTTPS, cidr: '10.0.2.0/24' }],
    ['another group', { ...HTTPS, groupId: 'sg-endpoint' }],
    ['another port', { ...HTTPS, fromPort: 80, toPort: 80, cidr: '10.0.0.0/16' }],
    ['nothing', []],
  ])('not the task where they let in %s', (_, rule) => {
    expect(inBy(rule)).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'endpoint-security-group',
          endpointId: 'vpce-1',
          serviceName: 'com.amazonaws.ap-northeast-1.ecr.api',
          groupIds: ['sg-endpoint'],
          port: 443,
          subnetId: 'subnet-a',
          source: '10.0.1.0/24',
          at: `${AT}/sg-endpoint/ingress`,
        },
      ],
      endpoints: [{ id: 'vpce-1' }],
    })
  })

  test('some addresses of the subnet and not others', () => {
    const path = inBy({ ...HTTPS, cidr: '10.0.1.0/26' })
    expect(path).toMatchObject({
      verdict: 'undecided',
      gaps: [],
      partial: { works: 64, of: 256 },
      blockers: [{ blocker: 'endpoint-security-group' }],
    })
  })
})

describe('the default group', () => {
  const own = { ...HTTPS, groupId: 'sg-default' }
  const known = { 'sg-default': { groupName: 'default', ingress: [own], egress: [HTTPS_OUT] } }
  const { securityGroupIds: _, ...withoutGroups } = interfaceEndpoint('ecr.api')
  const endpoints = { 'vpce-1': withoutGroups }
  const callWith = (securityGroups: Vpc['securityGroups'], ids: readonly string[] = []) => {
    const world = worldOf({ endpoints, ...(securityGroups === undefined ? {} : { securityGroups }) })
    return reach(world, taskIn(world, { securityGroupIds: ids }), to('ecr.api'))
  }

  test('is carried by tasks and endpoints that name none', () => {
    expect(callWith(known).verdict).toBe('works')
    expect(callWith({ ...known, 'sg-task': TASK_GROUP }, ['sg-task'])).toMatchObject({
      verdict: 'fails',
      blockers: [{ groupIds: ['sg-default'] }],
    })
  })

  test('is as AWS makes it where the VPC does not hold it', () => {
    expect(callWith({}).verdict).toBe('works')
    const world = worldOf({ ...WITH_NAT, securityGroups: {} })
    expect(reach(world, taskIn(world, { securityGroupIds: [] }), to('logs')).verdict).toBe('works')
    expect(callWith({ 'sg-task': TASK_GROUP }, ['sg-task'])).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group' }],
    })
  })

  test.each([
    ['the groups could not be read', DENIED],
    ['there may be more groups', { '*': DENIED }],
    ['a group is not known', { 'sg-1': DENIED }],
    ['the name of a group is not known', { 'sg-1': { groupName: DENIED, ingress: [], egress: [] } }],
  ])('is not known where %s', (_case, securityGroups) => {
    expect(callWith(securityGroups)).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'security-groups' } }],
    })
  })
})

describe('S3 is let out to', () => {
  const gateway = { endpoints: { 'vpce-s3': S3_GATEWAY } }
  const list = { 'pl-s3': { prefixListName: `com.amazonaws.${PLACE.region}.s3`, cidrs: ['52.219.0.0/20'] } }
  const byList = { ...HTTPS, prefixListId: 'pl-s3' }

  test.each([
    ['by its prefix list', outBy(byList, gateway, 's3', { prefixLists: list }), 'works'],
    [
      'by its prefix list without its addresses',
      outBy(byList, gateway, 's3', { prefixLists: { 'pl-s3': { ...list['pl-s3'], cidrs: DENIED } } }),
      'works',
    ],
    [
      'by the list that its endpoint is routed with',
      outBy(byList, { ...gateway, ...routes({ destination: 'pl-s3', target: 'vpce-s3' }) }, 's3'),
      'works',
    ],
    ['by its addresses', outBy({ ...HTTPS, cidr: '52.219.0.0/16' }, gateway, 's3', { prefixLists: list }), 'works'],
    ['by everything', outBy(HTTPS_OUT, gateway, 's3'), 'works'],
    ['not by the VPC', outBy({ ...HTTPS, cidr: '10.0.0.0/16' }, gateway, 's3'), 'fails'],
    [
      'not by the prefix list of another service',
      outBy({ ...HTTPS, prefixListId: 'pl-ddb' }, gateway, 's3', {
        prefixLists: { 'pl-ddb': { prefixListName: `com.amazonaws.${PLACE.region}.dynamodb`, cidrs: [] } },
      }),
      'fails',
    ],
    [
      'not by the prefix list of another Region',
      outBy(byList, gateway, 's3', {
        prefixLists: { 'pl-s3': { prefixListName: 'com.amazonaws.us-east-1.s3', cidrs: [] } },
      }),
      'fails',
    ],
    ['perhaps by a list that is not known', outBy(byList, gateway, 's3'), 'undecided'],
    [
      'perhaps by a list that leads to another endpoint',
      outBy(
        { ...HTTPS, prefixListId: 'pl-other' },
        {
          ...gateway,
          ...routes({ destination: 'pl-s3', target: 'vpce-s3' }, { destination: 'pl-other', target: 'vpce-other' }),
        },
        's3',
      ),
      'undecided',
    ],
    [
      'perhaps by some of its addresses',
      outBy({ ...HTTPS, cidr: '52.219.0.0/24' }, gateway, 's3', { prefixLists: list }),
      'undecided',
    ],
  ])('%s', (_, path, verdict) => {
    expect(path.verdict).toBe(verdict)
  })

  test.each([
    ['the id of its list', { prefixLists: list }, ['pl-s3']],
    ['the name of its list', {}, [`com.amazonaws.${PLACE.region}.s3`]],
  ])('and the blocker names %s', (_, region, destination) => {
    expect(outBy([], gateway, 's3', region).blockers).toMatchObject([{ blocker: 'security-group-egress', destination }])
  })

  test('and its list lets no task in to an endpoint', () => {
    const group: SecurityGroup = { ingress: [byList], egress: [] }
    const vpc = { ...WITH_ENDPOINT, securityGroups: { 'sg-task': TASK_GROUP, 'sg-endpoint': group } }
    const world = worldOf(vpc, { prefixLists: list })
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'endpoint-security-group', groupIds: ['sg-endpoint'] }],
    })
  })

  test('and its list lets out to nothing else', () => {
    expect(outBy(byList, WITH_NAT, 'logs', { prefixLists: list })).toMatchObject({
      verdict: 'fails',
      blockers: [{ destination: ['0.0.0.0/0'] }],
    })
  })
})

describe('a list of one’s own', () => {
  const byList = { ...HTTPS, prefixListId: 'pl-own' }

  test.each([
    ['with the block of the endpoint', ['10.0.2.0/24'], 'works'],
    ['with other blocks', ['10.0.9.0/24'], 'fails'],
    ['with blocks that are not known', DENIED, 'undecided'],
  ])('%s', (_, cidrs, verdict) => {
    expect(outBy(byList, WITH_ENDPOINT, 'ecr.api', { prefixLists: { 'pl-own': { cidrs } } }).verdict).toBe(verdict)
  })

  test('of which the name is not known may be one of AWS', () => {
    const prefixLists = { 'pl-own': { prefixListName: DENIED, cidrs: ['0.0.0.0/0'] } }
    expect(outBy(byList, WITH_ENDPOINT, 'ecr.api', { prefixLists })).toMatchObject({
      verdict: 'undecided',
      gaps: [{ what: { kind: 'prefix-list', id: 'pl-own' } }],
    })
  })
})

describe('a public host is let out to', () => {
  test.each([
    [
      'by all public addresses',
      [
        { ...HTTPS, cidr: '0.0.0.0/1' },
        { ...HTTPS, cidr: '128.0.0.0/1' },
      ],
      'works',
    ],
    ['perhaps by some public addresses', { ...HTTPS, cidr: '52.0.0.0/8' }, 'undecided'],
    ['not by private addresses', { ...HTTPS, cidr: '10.0.0.0/8' }, 'fails'],
    ['not by a group', { ...HTTPS, groupId: 'sg-endpoint' }, 'fails'],
  ])('%s', (_, rule, verdict) => {
    expect(outBy(rule, WITH_NAT, 'logs').verdict).toBe(verdict)
  })

  test('and what is open then is where the host is', () => {
    expect(outBy({ ...HTTPS, cidr: '52.0.0.0/8' }, WITH_NAT, 'logs')).toMatchObject({
      gaps: [{ what: { kind: 'host', id: 'logs.ap-northeast-1.amazonaws.com' } }],
      blockers: [],
    })
  })
})

describe('what is not known of a rule leaves it open', () => {
  const at = `${AT}/sg-task/egress/0`

  test.each([
    ['its protocol', { ...HTTPS_OUT, protocol: DENIED }],
    ['its ports', { ...HTTPS_OUT, fromPort: DENIED }],
    ['ports that it lacks', { protocol: 'tcp', cidr: '0.0.0.0/0' }],
    ['its block', { ...HTTPS, cidr: DENIED }],
    ['part of its block', { ...HTTPS, cidr: '«Cidr»' }],
    ['its group', { ...HTTPS, groupId: DENIED }],
    ['its list', { ...HTTPS, prefixListId: DENIED }],
    ['ports that it lacks for the group of the endpoint', { protocol: 'tcp', groupId: 'sg-endpoint' }],
    ['ports that it lacks for a list', { protocol: 'tcp', prefixListId: 'pl-own' }],
  ])('%s', (_, rule) => {
    expect(outBy(rule)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'security-group', id: 'sg-task' }, at }],
    })
  })

  test('part of its group', () => {
    expect(outBy({ ...HTTPS, groupId: '«Group»' })).toMatchObject({ verdict: 'undecided', blockers: [] })
  })

  test.each([
    ['another rule lets the call through', [{ ...HTTPS, cidr: DENIED }, HTTPS_OUT], 'works'],
    ['it is about another port', [{ protocol: 'tcp', fromPort: 80, toPort: 80, cidr: DENIED }], 'fails'],
    ['it is about another block', [{ ...HTTPS, cidr: '10.0.9.0/24', protocol: DENIED }], 'fails'],
  ])('unless %s', (_, rules, verdict) => {
    expect(outBy(rules).verdict).toBe(verdict)
  })

  test.each([
    ['the rules', { 'sg-task': { ingress: [], egress: DENIED }, 'sg-endpoint': ENDPOINT_GROUP }, 'sg-task'],
    ['the group', { 'sg-task': DENIED, 'sg-endpoint': ENDPOINT_GROUP }, 'sg-task'],
    ['the group of the endpoint', { 'sg-task': TASK_GROUP, '*': DENIED }, 'sg-endpoint'],
    ['a group that is not there', { 'sg-task': TASK_GROUP }, 'sg-endpoint'],
  ])('nor do %s decide', (_, securityGroups, id) => {
    const world = worldOf({ ...WITH_ENDPOINT, securityGroups })
    const gap = id === 'sg-endpoint' && !('*' in securityGroups) ? NOT_READ : DENIED
    expect(reach(world, taskIn(world), to('ecr.api'))).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'security-group', id }, gap }],
    })
  })

  test('the groups of the endpoint may be the one that the rule names', () => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', { securityGroupIds: DENIED }) }
    expect(outBy({ ...HTTPS, groupId: 'sg-endpoint' }, { endpoints })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [
        { what: { kind: 'security-groups', id: 'sg-endpoint' }, gap: DENIED },
        { what: { kind: 'security-groups', id: 'vpc-1' }, gap: DENIED },
      ],
    })
  })

  test('a group of which a part is not known may be the one that the rule names', () => {
    const endpoints = { 'vpce-1': interfaceEndpoint('ecr.api', { securityGroupIds: ['«Group»', 'sg-endpoint'] }) }
    const securityGroups = (groupId: string) => ({
      'sg-task': { ingress: [], egress: [{ ...HTTPS, groupId }] },
      'sg-endpoint': ENDPOINT_GROUP,
      '«Group»': ENDPOINT_GROUP,
    })
    const callBy = (groupId: string) => {
      const world = worldOf({ endpoints, securityGroups: securityGroups(groupId) })
      return reach(world, taskIn(world), to('ecr.api'))
    }
    expect(callBy('sg-other')).toMatchObject({ verdict: 'undecided', gaps: [{ gap: NOT_READ }] })
    expect(callBy('sg-endpoint').verdict).toBe('works')
  })
})

describe('a group that another VPC holds', () => {
  const callBy = (egress: readonly SecurityGroupRule[]) => {
    const world = twoVpcs({
      spoke: { ...WITH_NAT, natGateways: { 'nat-1': { subnetId: 'subnet-c' } }, ...PUBLIC },
      hub: { securityGroups: { 'sg-shared': { ingress: [], egress } } },
    })
    return reach(world, taskIn(world, { securityGroupIds: ['sg-shared'] }), to('logs'))
  }

  test('has its rules there', () => {
    expect(callBy([HTTPS_OUT]).verdict).toBe('works')
    expect(callBy([])).toMatchObject({
      verdict: 'fails',
      blockers: [
        { at: `/accounts/${PLACE.account}/regions/${PLACE.region}/vpcs/vpc-hub/securityGroups/sg-shared/egress` },
      ],
    })
  })
})

describe('to a name that leads nobody knows where', () => {
  const elsewhere = { ...WITH_NAT, dhcpOptions: { domainNameServers: ['10.0.0.9'] } }

  test.each([
    ['a block', { ...HTTPS, cidr: '10.0.0.0/8' }],
    ['a group', { ...HTTPS, groupId: 'sg-other' }],
  ])('a rule with %s may let out, which only the name can tell', (_, rule) => {
    expect(outBy(rule, elsewhere)).toMatchObject({ verdict: 'undecided', gaps: [{ gap: { what: 'name-servers' } }] })
  })

  test('no rule at all lets nothing out', () => {
    expect(outBy([], elsewhere)).toMatchObject({ verdict: 'fails', blockers: [{ destination: ['0.0.0.0/0'] }] })
  })
})

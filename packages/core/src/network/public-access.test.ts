import { describe, expect, test } from 'vitest'
import type { BlockPublicAccess, Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, routes, TO_IGW, taskIn, to, VPC_AT, WITH_NAT, worldOf } from './test-world.ts'

type Exclusions = Exclude<NonNullable<BlockPublicAccess['exclusions']>, { readonly gap: string }>

function access(mode: BlockPublicAccess['mode'], exclusions: Exclusions = []): Partial<Vpc> {
  return { blockPublicAccess: { mode, exclusions } }
}

const WAYS = {
  'by its own public address': { vpc: routes(TO_IGW), publicIp: true, subnet: 'subnet-a' },
  'through a NAT gateway': { vpc: WITH_NAT, publicIp: false, subnet: 'subnet-public' },
} as const

function call(way: keyof typeof WAYS, vpc: Partial<Vpc>) {
  const { vpc: base, publicIp } = WAYS[way]
  const world = worldOf({ ...base, ...vpc })
  return reach(world, taskIn(world, { publicIp }), to('logs'))
}

const DIRECT = 'by its own public address'
const NAT = 'through a NAT gateway'
const exclude = (resourceId: string, mode: Exclusions[number]['mode']) => [{ resourceId, mode }]

describe('VPC Block Public Access', () => {
  test.each([
    ['block-bidirectional', DIRECT],
    ['block-ingress', DIRECT],
    ['block-bidirectional', NAT],
  ] as const)('%s stops what leaves %s', (mode, way) => {
    expect(call(way, access(mode))).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'public-access-blocked',
          vpcId: 'vpc-1',
          mode,
          gatewayId: 'igw-1',
          subnetId: WAYS[way].subnet,
          at: `${VPC_AT}/blockPublicAccess`,
        },
      ],
    })
  })

  test('block-ingress lets what a NAT gateway sends pass', () => {
    expect(call(NAT, access('block-ingress')).verdict).toBe('works')
  })

  test.each([
    ['the VPC', 'vpc-1', DIRECT],
    ['the subnet of the task', 'subnet-a', DIRECT],
    ['the VPC', 'vpc-1', NAT],
    ['the subnet of the NAT gateway', 'subnet-public', NAT],
  ] as const)('leaves %s alone where it is excluded', (_, id, way) => {
    expect(call(way, access('block-bidirectional', exclude(id, 'allow-bidirectional'))).verdict).toBe('works')
  })

  test.each([
    ['another subnet', 'subnet-b', DIRECT],
    ['another VPC', 'vpc-2', DIRECT],
  ] as const)('does not care about %s', (_, id, way) => {
    expect(call(way, access('block-bidirectional', exclude(id, 'allow-bidirectional'))).verdict).toBe('fails')
  })

  test('leaves open what an exclusion of the task means for a NAT gateway in another subnet', () => {
    expect(call(NAT, access('block-bidirectional', exclude('subnet-a', 'allow-bidirectional')))).toMatchObject({
      verdict: 'undecided',
      gaps: [{ gap: { what: 'block-public-access', of: 'block-bidirectional' } }],
    })
  })

  test('an exclusion both ways is one from block-ingress as well', () => {
    expect(call(DIRECT, access('block-ingress', exclude('vpc-1', 'allow-bidirectional'))).verdict).toBe('works')
  })

  test('with an egress-only exclusion lets NAT gateways pass', () => {
    expect(call(NAT, access('block-bidirectional', exclude('subnet-public', 'allow-egress'))).verdict).toBe('works')
  })

  test('leaves open what an egress-only exclusion means for public addresses', () => {
    expect(call(DIRECT, access('block-bidirectional', exclude('vpc-1', 'allow-egress')))).toMatchObject({
      verdict: 'undecided',
      gaps: [{ gap: { what: 'block-public-access', of: 'allow-egress' } }],
    })
  })

  test('an egress-only exclusion is none from block-ingress', () => {
    expect(call(DIRECT, access('block-ingress', exclude('vpc-1', 'allow-egress'))).verdict).toBe('fails')
  })

  test('of two exclusions the wider one counts', () => {
    const both = [...exclude('vpc-1', 'allow-egress'), ...exclude('subnet-a', 'allow-bidirectional')]
    expect(call(DIRECT, access('block-bidirectional', both)).verdict).toBe('works')
    expect(call(DIRECT, access('block-bidirectional', [...both].reverse())).verdict).toBe('works')
  })

  test.each([
    ['its mode', { blockPublicAccess: { mode: DENIED } }],
    ['its exclusions', { blockPublicAccess: { mode: 'block-bidirectional', exclusions: DENIED } }],
    [
      'whether an exclusion names the subnet',
      access('block-bidirectional', exclude('«Subnet»', 'allow-bidirectional')),
    ],
  ] as const)('leaves open %s', (_, vpc) => {
    expect(call(DIRECT, vpc as Partial<Vpc>)).toMatchObject({ verdict: 'undecided', gaps: [{ what: { kind: 'vpc' } }] })
  })

  test('that is off stops nothing', () => {
    expect(call(DIRECT, access('off')).verdict).toBe('works')
  })
})

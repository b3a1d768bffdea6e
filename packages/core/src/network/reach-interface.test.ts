import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { type OtherInterface, reachInterface } from './reach-interface.ts'
import { HUB, twoVpcs } from './test-two-vpcs.ts'
import { aclAt, DENIED, PLACE, taskIn, VPC_AT, worldOf } from './test-world.ts'

const NFS = { protocol: 'tcp', fromPort: 2049, toPort: 2049 }
const HOST = `fs-0123.efs.${PLACE.region}.amazonaws.com`
const AT = `/accounts/${PLACE.account}/regions/${PLACE.region}/fileSystems/fs-0123/mountTargets/fsmt-1`

/** From a task in `subnet-a` to a mount target in `subnet-b`. */
const GROUPS = {
  'sg-task': { ingress: [], egress: [{ ...NFS, cidr: '10.0.0.0/16' }] },
  'sg-mount': { ingress: [{ ...NFS, cidr: '10.0.0.0/16' }], egress: [] },
}

interface Changes {
  readonly to?: Partial<OtherInterface>
  readonly host?: string | null
}

function call(vpc: Partial<Vpc> = {}, { to = {}, host = HOST }: Changes = {}) {
  const world = worldOf({ securityGroups: GROUPS, ...vpc })
  return reachInterface(world, taskIn(world), interfaceIn(world, 'subnet-b', to), { host, port: 2049 })
}

function interfaceIn(world: ReturnType<typeof worldOf>, subnet: string, changes: Partial<OtherInterface> = {}) {
  return { id: 'fsmt-1', at: AT, subnet: taskIn(world, { subnet }).subnet, securityGroupIds: ['sg-mount'], ...changes }
}

describe('a mount target of the VPC', () => {
  test.each([
    ['by its name', HOST],
    ['by its address', null],
  ])('is reached %s, and is no endpoint whose policy bears on the call', (_, host) => {
    const NOTHING_TOLD = { blockers: [], gaps: [], assumptions: [] }
    expect(call({}, { host })).toEqual({ verdict: 'works', ...NOTHING_TOLD, endpoints: [] })
  })

  test('is blamed by its id for what its groups keep out', () => {
    const closed = { ...GROUPS, 'sg-mount': { ingress: [], egress: [] } }
    expect(call({ securityGroups: closed })).toMatchObject({
      verdict: 'fails',
      blockers: [
        {
          blocker: 'endpoint-security-group',
          endpointId: 'fsmt-1',
          serviceName: '',
          groupIds: ['sg-mount'],
          port: 2049,
          subnetId: 'subnet-a',
          source: '10.0.1.0/24',
          acrossVpcs: false,
        },
      ],
    })
  })

  test('is not reached past groups of the task, or an ACL, that let nothing out', () => {
    const closed = { ...GROUPS, 'sg-task': { ingress: [], egress: [] } }
    expect(call({ securityGroups: closed, ...aclAt('subnet-a') }).blockers).toMatchObject([
      { blocker: 'security-group-egress', destination: ['10.0.2.0/24'] },
      { blocker: 'network-acl', direction: 'egress', reply: false },
      { blocker: 'network-acl', direction: 'ingress', reply: true },
    ])
  })

  test('may have groups that are not known', () => {
    expect(call({}, { to: { securityGroupIds: DENIED } })).toMatchObject({ verdict: 'undecided', gaps: [{}] })
  })

  const half = { ...GROUPS, 'sg-task': { ingress: [], egress: [{ ...NFS, cidr: '10.0.2.128/25' }] } }

  test.each<[string, Partial<OtherInterface>, object]>([
    ['where its address says', { ipAddress: '10.0.2.200' }, { verdict: 'works' }],
    ['nowhere else', { ipAddress: '10.0.2.5' }, { verdict: 'fails' }],
    ['anywhere in its subnet', {}, { verdict: 'undecided', partial: { works: 128, of: 256 } }],
    ['anywhere there where its address is not known', { ipAddress: DENIED }, { partial: { works: 128, of: 256 } }],
  ])('is %s', (_, to, answer) => {
    expect(call({ securityGroups: half }, { to })).toMatchObject(answer)
  })

  test('is not reached from a subnet of which no block is known', () => {
    const subnets = {
      'subnet-a': { cidrBlock: '10.0.1.0/24', ipv6Native: true },
      'subnet-b': { cidrBlock: '10.0.2.0/24' },
    }
    expect(call({ subnets })).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'subnet', id: 'subnet-a' } }],
    })
  })
})

describe('the name of a mount target', () => {
  const forwarding = { 'rslvr-1': { domainName: 'amazonaws.com', ruleType: 'FORWARD' as const } }
  const zone = (value: string) => ({
    hostedZones: { Z1: { name: HOST, records: [{ name: HOST, type: 'A', values: [value] }] } },
  })

  test('is not answered where DNS is off', () => {
    expect(call({ enableDnsSupport: false })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'vpc-dns-off', vpcId: 'vpc-1' }],
    })
  })

  test.each<[string, Partial<Vpc>, object]>([
    ['whether DNS is on', { enableDnsSupport: DENIED }, { what: { kind: 'vpc' }, at: `${VPC_AT}/enableDnsSupport` }],
    ['where its questions go', { resolverRules: forwarding }, { gap: { what: 'resolver-rule' } }],
    ['where a zone leads it', zone('10.0.2.9'), { gap: { what: 'name-leads-elsewhere' } }],
  ])('leaves open %s', (_, vpc, gap) => {
    const path = call(vpc)
    expect(path).toMatchObject({ verdict: 'undecided', blockers: [] })
    expect(path.gaps.at(-1)).toMatchObject(gap)
    expect(path.gaps).not.toContainEqual(expect.objectContaining({ gap: { gap: 'not-modeled', what: 'aws-name' } }))
  })

  test('does not matter where nobody asks for it', () => {
    expect(call({ enableDnsSupport: false, ...zone('10.0.2.9') }, { host: null }).verdict).toBe('works')
  })
})

describe('an interface of another VPC', () => {
  const securityGroups = { 'sg-mount': GROUPS['sg-mount'] }
  const toHub = (host: string | null, hub: Partial<Vpc> = {}) => {
    const world = twoVpcs({
      spoke: { securityGroups: { 'sg-task': { ingress: [], egress: [{ ...NFS, cidr: '10.0.0.0/8' }] } } },
      hub: { securityGroups, ...hub },
    })
    return reachInterface(world, taskIn(world), interfaceIn(world, 'hub-a'), { host, port: 2049 })
  }

  test('is reached through a transit gateway', () => {
    expect(toHub(null).verdict).toBe('works')
  })

  test.each([
    [HOST, HOST],
    [null, 'fsmt-1'],
  ])('that does not answer is told as %s', (host, told) => {
    const routeTables = { ...HUB.routeTables, 'rtb-hub': { routes: [] } }
    expect(toHub(host, { routeTables })).toMatchObject({
      verdict: 'fails',
      blockers: [{ blocker: 'no-return-route', subnetId: 'hub-a', host: told }],
    })
  })
})

import { expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { judgeLaunch } from './judge.ts'
import { launchesOf } from './launch.ts'

const ACCOUNT = '111122223333'
const REGION = 'eu-west-1'
const many = <T>(make: (i: number) => T, count = 2000): T[] => Array.from({ length: count }, (_, i) => make(i))
const container = { name: 'web', image: 'nginx', portMappings: [{ containerPort: 80 }] }

interface Given {
  readonly service?: object
  readonly containers?: readonly object[]
  readonly definition?: object
  readonly region?: object
  readonly account?: object
  readonly accounts?: object
}

/** What is wrong with a service, and what of it is open. */
function judged({ service, containers = [container], definition, region, account, accounts }: Given) {
  const state = {
    services: { web: { taskDefinition: 'web:1', launchType: 'FARGATE', ...service } },
    taskDefinitions: { 'web:1': { containerDefinitions: containers, ...definition } },
    ...region,
  }
  const own = { ...account, regions: { [REGION]: state } }
  const snapshot = { schema: 'farsight.snapshot/1', accounts: { [ACCOUNT]: own, ...accounts } }
  const world = index(snapshot as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  return judgeLaunch(world, launch, { strict: false })
    .outcomes.flat()
    .flatMap(({ blockers, gaps }) => [...blockers.map(({ blocker }) => blocker), ...gaps.map(({ what }) => what.kind)])
}

const numberOf = (all: readonly string[], wanted: string) => all.filter((each) => each === wanted).length

test('containers and ports that are registered', () => {
  const containers = many((i) => ({ name: `c${i}`, image: 'nginx', essential: i === 0 }))
  const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1'
  const ofContainers = many((i) => ({ targetGroupArn, containerName: `x${i}`, containerPort: 80 }))
  expect(numberOf(judged({ containers, service: { loadBalancers: ofContainers } }), 'target-group-unsuitable')).toBe(
    2000,
  )
  const ofPorts = many((i) => ({ targetGroupArn, containerName: 'web', containerPort: 100_000 + i }))
  const mapped = [{ ...container, portMappings: many((i) => ({ containerPort: i })) }]
  expect(numberOf(judged({ containers: mapped, service: { loadBalancers: ofPorts } }), 'target-group-unsuitable')).toBe(
    2000,
  )
})

test('load balancers of one target group that is registered again and again', () => {
  const [arn, targetGroupArn] = ['alb', 'tg']
  const subnet = { cidrBlock: '10.0.0.0/24', availabilityZone: 'eu-west-1a' }
  const vpc = {
    cidrBlocks: ['10.0.0.0/16'],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    subnets: { 'subnet-a': subnet },
  }
  const closed = { ingress: [], egress: [{ protocol: '-1', cidr: '0.0.0.0/0' }] }
  const region = {
    vpcs: { 'vpc-1': { ...vpc, routeTables: {}, networkAcls: {}, securityGroups: { 'sg-1': closed } } },
    targetGroups: { [targetGroupArn]: { targetType: 'ip', loadBalancerArns: many(() => arn) } },
    loadBalancers: { [arn]: { subnetIds: ['subnet-a'], securityGroupIds: ['sg-1'] } },
  }
  const service = {
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-1'] } },
    loadBalancers: many(() => ({ targetGroupArn, containerName: 'web', containerPort: 80 })),
  }
  expect(numberOf(judged({ service, region }), 'task-closed-to-load-balancer')).toBe(1)
})

test('names of ports that Service Connect offers', () => {
  const ports = many((i) => ({ containerPort: i, name: `«a»${i}z«b»` }))
  const services = many((i) => ({ portName: `x${i}` }))
  const containers = [{ ...container, portMappings: ports }]
  const service = { serviceConnectConfiguration: { enabled: true, namespace: 'n', services } }
  expect(numberOf(judged({ service, containers }), 'service-connect')).toBe(2000)
})

test('digests of images', () => {
  const host = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`
  const images = Object.fromEntries(many((i) => [`t${i}`, { digest: `sha256:${i}` }] as const))
  const containers = many((i) => ({ name: `c${i}`, image: `${host}/shop@sha256:x${i}`, essential: i === 0 }), 2000)
  const region = { repositories: { shop: { images: { ...images, '*': null } } } }
  expect(numberOf(judged({ containers, region }), 'image-missing')).toBe(2000)
})

const accounts = Object.fromEntries(many((i) => [String(200_000_000_000 + i), { regions: {}, buckets: {} }] as const))

test('accounts, none of which has the buckets', () => {
  const environmentFiles = many((i) => ({ type: 's3', value: `arn:aws:s3:::b${i}/x.env` }))
  const definition = { executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/web` }
  const told = judged({ accounts, definition, containers: [{ ...container, environmentFiles }] })
  expect(numberOf(told, 'bucket')).toBeGreaterThan(0)
})

test('accounts, none of which has the policies', () => {
  const role = {
    assumeRolePolicyDocument: { Statement: [] },
    attachedPolicyArns: many((i) => `arn:aws:iam::aws:policy/P${i}`),
    inlinePolicies: {},
  }
  const definition = { executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/web` }
  const containers = [{ ...container, secrets: [{ name: 'A', valueFrom: 'a' }] }]
  expect(numberOf(judged({ accounts, definition, containers, account: { roles: { web: role } } }), 'policy')).toBe(2000)
})

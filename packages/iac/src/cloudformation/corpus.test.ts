import { readdirSync, readFileSync } from 'node:fs'
import {
  type AwsvpcConfiguration,
  isGap,
  type Known,
  parseArn,
  type RegionState,
  type Service,
  type Snapshot,
  type Table,
} from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { readTemplate } from './test-template.ts'

const CORPUS = new URL('../../../../tests/corpus/cfn/', import.meta.url)

const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(json|yaml)$/.test(file))
  .sort()

/** Where the network comes from a nested stack, which this reader does not open. */
const NESTED = 'cdk-ecs-service-extensions/imported-environment.template.json'

function readFile(file: string) {
  return readTemplate({ file, text: readFileSync(new URL(file, CORPUS), 'utf8') })
}

function regionOf(snapshot: Snapshot | null): RegionState {
  const [account] = Object.values(snapshot?.accounts ?? {})
  const [region] = Object.values(account?.regions ?? {})
  if (region === undefined) throw new Error('nothing read')
  return region
}

/** The things of a table that are known, with their keys. */
function known<T>(table: Known<Table<T>> | undefined): readonly (readonly [string, T])[] {
  if (table === undefined || isGap(table)) return []
  return Object.entries(table).flatMap(([key, value]) =>
    key === '*' || value === null || isGap(value) ? [] : [[key, value] as const],
  )
}

/** The ids of a list in which nothing is open. */
function idsOf(list: Known<readonly Known<string>[]> | undefined): readonly string[] {
  if (list === undefined || isGap(list)) return []
  return list.flatMap((id) => (isGap(id) ? [] : [id]))
}

type Requesting = Pick<Service, 'taskDefinition' | 'networkConfiguration'>

function networkOf({ networkConfiguration }: Requesting): AwsvpcConfiguration {
  const network = isGap(networkConfiguration) ? undefined : networkConfiguration?.awsvpcConfiguration
  if (network === undefined || isGap(network)) throw new Error('no network')
  return network
}

test('the corpus is there', () => {
  expect(files).toHaveLength(32)
})

describe.each(files)('%s', (file) => {
  const { snapshot, problems } = readFile(file)
  const region = regionOf(snapshot)
  const vpcs = known(region.vpcs)
  const subnets = new Map(vpcs.flatMap(([, vpc]) => known(vpc.subnets)))
  const groups = new Map(vpcs.flatMap(([, vpc]) => known(vpc.securityGroups)))
  const tables = new Set(vpcs.flatMap(([, vpc]) => known(vpc.routeTables).map(([id]) => id)))

  test('is read without a mistake', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('has launches whose subnets, groups and definitions are there', () => {
    const launches: readonly (readonly [string, Requesting])[] = [...known(region.services), ...known(region.runTasks)]
    expect(launches.length).toBeGreaterThan(0)
    for (const [, launch] of launches) {
      expect(region.taskDefinitions).toHaveProperty([launch.taskDefinition as string])
      const network = networkOf(launch)
      if (file === NESTED) continue
      expect(idsOf(network.subnets).length).toBeGreaterThan(0)
      for (const id of idsOf(network.subnets)) expect(subnets.has(id)).toBe(true)
      for (const id of idsOf(network.securityGroups)) expect(groups.has(id)).toBe(true)
    }
  })

  test('has subnets with blocks, free addresses and route tables of the same VPC', () => {
    for (const [, subnet] of subnets) {
      expect(subnet.cidrBlock).toMatch(/^[\d.]+\/\d+$/)
      expect(subnet.availableIpAddressCount).toBeGreaterThan(0)
      expect(tables.has(subnet.routeTableId as string)).toBe(true)
    }
  })

  test('has routes that lead to gateways of the VPC', () => {
    for (const [, vpc] of vpcs) {
      const gateways = new Set([...known(vpc.internetGateways), ...known(vpc.natGateways)].map(([id]) => id))
      for (const [, table] of known(vpc.routeTables)) {
        for (const { target } of isGap(table.routes) ? [] : table.routes)
          expect(gateways.has(target as string)).toBe(true)
      }
    }
  })

  test('has definitions whose roles are in the account', () => {
    const [account] = Object.values(snapshot?.accounts ?? {})
    for (const [, definition] of known(region.taskDefinitions)) {
      for (const role of [definition.executionRoleArn, definition.taskRoleArn]) {
        if (role === undefined || isGap(role)) continue
        const arn = parseArn(role)
        expect(account?.roles).toHaveProperty([
          arn === null ? role : arn.resource.slice(arn.resource.lastIndexOf('/') + 1),
        ])
      }
    }
  })

  test('is data, every part of which has an origin in the file', () => {
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
    const lines = readFileSync(new URL(file, CORPUS), 'utf8').split('\n')
    for (const [pointer, origin] of Object.entries(snapshot?.origins ?? {})) {
      if (!('line' in origin)) throw new Error(pointer)
      expect(origin.file).toBe(file)
      expect(lines[origin.line - 1]?.length).toBeGreaterThanOrEqual(origin.column - 1)
      expect(pointsAt(snapshot, pointer)).toBe(true)
    }
  })
})

/** Whether an origin's pointer leads to a part of the snapshot, or to one that a default stands for. */
function pointsAt(snapshot: Snapshot | null, pointer: string): boolean {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  let part: unknown = snapshot
  for (const key of keys.slice(0, -1)) {
    if (isGap(part)) return true
    part = typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined
    if (part === undefined) return false
  }
  return true
}

describe('the Service Connect sample', () => {
  const { snapshot } = readFile('ecs-service-connect-yelb-sample-app/base-infra-cfn.yaml')
  const region = regionOf(snapshot)

  test('has four services with public addresses', () => {
    expect(Object.keys(region.services ?? {})).toEqual(['yelb-db', 'yelb-redis', 'yelb-appserver', 'yelb-ui'])
    expect(region.services).toMatchObject({
      'yelb-ui': {
        cluster: 'yelb-cluster',
        taskDefinition: 'TaskDefinitionYelbUi',
        networkConfiguration: {
          awsvpcConfiguration: { assignPublicIp: 'ENABLED', subnets: ['PublicSubnet1', 'PublicSubnet2'] },
        },
      },
    })
  })

  test('finds the log group by its name', () => {
    expect(region.logGroups).toHaveProperty(['ecs/serviceconnectdemo'])
  })
})

describe('the stack with endpoints and NAT', () => {
  const { snapshot, problems } = readFile('aws-solutions-constructs/farsec-new-resources.template.json')
  const region = regionOf(snapshot)

  test('is in the Region of its endpoints', () => {
    expect(problems).toMatchObject([{ code: 'W_REGION_INFERRED', line: 570, params: { region: 'us-east-1' } }])
  })

  test('has three interface endpoints, a gateway endpoint and a default group without rules', () => {
    const [[, vpc] = []] = known(region.vpcs)
    expect(
      known(vpc?.endpoints).map(([, { vpcEndpointType, privateDnsEnabled }]) => [vpcEndpointType, privateDnsEnabled]),
    ).toEqual([
      ['Interface', true],
      ['Interface', true],
      ['Interface', true],
      ['Gateway', undefined],
    ])
    expect(vpc?.securityGroups).toMatchObject({ 'Vpc8378EB38.DefaultSecurityGroup': { ingress: [], egress: [] } })
  })
})

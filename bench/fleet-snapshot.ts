import { pointerTo, type Role, SNAPSHOT_SCHEMA, type Snapshot, type Table, type Vpc } from '@farsight/core'
import type { Origin } from '../packages/core/src/model/origin.ts'
import { ACCOUNT, prefixListOfS3, REGION, regionalArn, VPCS } from './fleet-names.ts'
import {
  addService,
  clusterName,
  type FleetTables,
  sidecarRepository,
  sidecarTag,
  teamRole,
  trustPolicy,
} from './fleet-service.ts'
import { fleetVpc, vpcOf } from './fleet-vpc.ts'

/**
 * A made-up account with so many services over 50 VPCs. The same number gives the same snapshot, and each thousand of
 * services has the same variety, so that two sizes differ in nothing but size.
 */
export function fleetSnapshot(services: number): Snapshot {
  const vpcs = Array.from({ length: VPCS }, (_, number) => fleetVpc(number))
  const groups: FleetTables['groups'][] = vpcs.map(() => ({}))
  const roles: { [name: string]: Role } = Object.fromEntries(
    vpcs.map(({ number }) => [teamRole(number), taskRole(number)]),
  )
  const shared: Omit<FleetTables, 'groups'> = {
    roles,
    services: {},
    taskDefinitions: {},
    repositories: { [sidecarRepository]: { images: { [sidecarTag]: {}, '*': null }, policyDocument: null } },
    secrets: {},
    parameters: {},
    logGroups: {},
  }
  for (let number = 0; number < services; number++) {
    const vpc = vpcs[number % VPCS]
    const ownGroups = groups[number % VPCS]
    if (vpc === undefined || ownGroups === undefined) continue
    addService({ ...shared, groups: ownGroups }, number, TURNS[number % TURNS.length] ?? 0, vpc)
  }
  return {
    schema: SNAPSHOT_SCHEMA,
    takenAt: '2026-11-20T00:00:00Z',
    accounts: {
      [ACCOUNT]: {
        roles: whole(roles),
        regions: {
          [REGION]: {
            vpcs: Object.fromEntries(vpcs.map((vpc, at): [string, Vpc] => [vpc.id, vpcOf(vpc, groups[at] ?? {})])),
            prefixLists: { [prefixListOfS3]: { prefixListName: `com.amazonaws.${REGION}.s3`, cidrs: S3_BLOCKS } },
            clusters: Object.fromEntries(
              vpcs.map(({ number }) => [
                clusterName(number),
                { status: 'ACTIVE', capacityProviders: ['FARGATE', 'FARGATE_SPOT'] },
              ]),
            ),
            services: whole(shared.services),
            taskDefinitions: whole(shared.taskDefinitions),
            repositories: whole(shared.repositories),
            secrets: whole(shared.secrets),
            parameters: whole(shared.parameters),
            logGroups: whole(shared.logGroups),
          },
        },
      },
    },
    origins: ORIGINS,
  }
}

/** Everything was read: what is not in the table is not there. */
function whole<T>(table: { readonly [key: string]: T }): Table<T> {
  return { ...table, '*': null } as Table<T>
}

/** The numbers from 0 to 999 in a fixed order without pattern, by Fisher and Yates. */
const TURNS: readonly number[] = shuffled(1000)

function shuffled(count: number): readonly number[] {
  const numbers = Array.from({ length: count }, (_, i) => i)
  let state = 20261120
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    const [left = 0, right = 0] = [numbers[i], numbers[j]]
    numbers[i] = right
    numbers[j] = left
  }
  return numbers
}

function taskRole(vpc: number): Role {
  const statement = {
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: `arn:aws:s3:::${clusterName(vpc)}-data/*`,
  } as const
  return {
    path: '/',
    assumeRolePolicyDocument: trustPolicy('ecs-tasks.amazonaws.com'),
    attachedPolicyArns: [],
    inlinePolicies: { data: { Version: '2012-10-17', Statement: [statement] } },
  }
}

const S3_BLOCKS = [
  '3.5.152.0/21',
  '52.219.0.0/20',
  '52.219.16.0/22',
  '52.219.68.0/22',
  '52.219.136.0/22',
  '52.219.150.0/24',
  '52.219.152.0/22',
  '52.219.162.0/23',
]

/** As a collector would note them: one call a table. */
const ORIGINS: { readonly [pointer: string]: Origin } = {
  [pointerTo('/accounts', ACCOUNT, 'roles')]: { call: 'iam:GetRole' },
  [pointerTo('/accounts', ACCOUNT, 'regions', REGION, 'vpcs')]: { call: 'ec2:DescribeVpcs' },
  [pointerTo('/accounts', ACCOUNT, 'regions', REGION, 'services')]: {
    call: 'ecs:DescribeServices',
    arn: regionalArn('ecs', 'service/*'),
  },
  [pointerTo('/accounts', ACCOUNT, 'regions', REGION, 'taskDefinitions')]: { call: 'ecs:DescribeTaskDefinition' },
  [pointerTo('/accounts', ACCOUNT, 'regions', REGION, 'secrets')]: { call: 'secretsmanager:DescribeSecret' },
}

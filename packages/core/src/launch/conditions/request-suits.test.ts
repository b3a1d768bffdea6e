import { expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { requestSuits } from './request-suits.ts'

const UNRESOLVED = { gap: 'unresolved', expression: 'X' } as const
const SPOT = [{ capacityProvider: 'FARGATE_SPOT' }]

function judged(request: object, family = 'LINUX', isInCode = true) {
  const here = {
    clusters: { default: { defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] } },
    services: { web: { taskDefinition: 'web:1', ...request } },
    taskDefinitions: { 'web:1': { runtimePlatform: { operatingSystemFamily: family }, containerDefinitions: [] } },
  }
  const accounts = { '111122223333': { regions: { 'eu-west-1': here } } }
  const origins = isInCode ? { '/accounts': { file: 'app.yaml', line: 1, column: 1 } } : {}
  const world = index({ schema: 'farsight.snapshot/1', accounts, origins } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  return requestSuits.judge(launch, world, UNRESOLVED)
}

const WINDOWS = 'WINDOWS_SERVER_2022_CORE'

test.each<[name: string, why: string, request: object, family?: string]>([
  ['daemons', 'daemon', { schedulingStrategy: 'DAEMON' }],
  [
    'a launch type beside a strategy',
    'launch-type-and-strategy',
    { launchType: 'FARGATE', capacityProviderStrategy: SPOT },
  ],
  ['Spot for Windows', 'spot-on-windows', { capacityProviderStrategy: SPOT }, WINDOWS],
  ['a grace period without a load balancer', 'grace-period-alone', { healthCheckGracePeriodSeconds: 60 }],
])('ECS refuses %s, and no service that is there has it', (_, why, request, family) => {
  expect(judged(request, family).blockers).toMatchObject([
    { blocker: 'request-unsuitable', launch: 'service/web', why },
  ])
  expect(judged(request, family, false).verdict).toBe('works')
})

test.each<[name: string, request: object, family?: string]>([
  ['replicas', { schedulingStrategy: 'REPLICA' }],
  ['a launch type', { launchType: 'FARGATE' }],
  ['a launch type beside an empty strategy', { launchType: 'FARGATE', capacityProviderStrategy: [] }],
  ['Spot for Linux', { capacityProviderStrategy: SPOT }],
  ['Fargate for Windows', { capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] }, WINDOWS],
  ['no grace period', { healthCheckGracePeriodSeconds: 0 }],
  ['a grace period with a load balancer', { healthCheckGracePeriodSeconds: 60, loadBalancers: [{}] }],
])('ECS takes %s', (_, request, family) => {
  expect(judged(request, family).verdict).toBe('works')
})

test.each<[name: string, request: object]>([
  ['the scheduling strategy', { launchType: 'FARGATE', schedulingStrategy: UNRESOLVED }],
  ['the strategy', { launchType: 'FARGATE', capacityProviderStrategy: UNRESOLVED }],
  ['the load balancers', { launchType: 'FARGATE', healthCheckGracePeriodSeconds: 60, loadBalancers: UNRESOLVED }],
])('that %s is not known is said', (_, request) => {
  const { verdict, gaps } = judged(request)
  expect([verdict, gaps[0]?.gap]).toEqual(['undecided', UNRESOLVED])
})

import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { requestSuits } from './request-suits.ts'

const UNRESOLVED = { gap: 'unresolved', expression: 'X' } as const
const SPOT = [{ capacityProvider: 'FARGATE_SPOT' }]

const FARGATE = [{ capacityProvider: 'FARGATE' }]

function judged(request: object, family = 'LINUX', isInCode = true, byDefault: readonly object[] = FARGATE) {
  const here = {
    clusters: { default: { defaultCapacityProviderStrategy: byDefault } },
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
  [
    'constraints of placement',
    'placement-constraints',
    { launchType: 'FARGATE', placementConstraints: [{ type: 'distinctInstance' }] },
  ],
  ['a strategy of placement', 'placement-strategy', { launchType: 'FARGATE', placementStrategy: [{ type: 'spread' }] }],
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
  ['empty lists of placement', { launchType: 'FARGATE', placementConstraints: [], placementStrategy: [] }],
  ['a grace period with a load balancer', { healthCheckGracePeriodSeconds: 60, loadBalancers: [{}] }],
])('ECS takes %s', (_, request, family) => {
  expect(judged(request, family).verdict).toBe('works')
})

test.each<[name: string, request: object]>([
  ['the scheduling strategy', { launchType: 'FARGATE', schedulingStrategy: UNRESOLVED }],
  ['the strategy', { launchType: 'FARGATE', capacityProviderStrategy: UNRESOLVED }],
  ['the strategy of placement', { launchType: 'FARGATE', placementStrategy: UNRESOLVED }],
  ['the load balancers', { launchType: 'FARGATE', healthCheckGracePeriodSeconds: 60, loadBalancers: UNRESOLVED }],
])('that %s is not known is said', (_, request) => {
  const { verdict, gaps } = judged(request)
  expect([verdict, gaps[0]?.gap]).toEqual(['undecided', UNRESOLVED])
})

test('whether ECS takes a grace period without a load balancer is not known', () => {
  const grace = { gap: 'not-modeled', what: 'grace-period-alone' }
  expect(judged({ healthCheckGracePeriodSeconds: 60 }).gaps.map(({ gap }) => gap)).toEqual([grace])
  expect(judged({ healthCheckGracePeriodSeconds: UNRESOLVED }).gaps.map(({ gap }) => gap)).toEqual([UNRESOLVED])
  expect(judged({ healthCheckGracePeriodSeconds: UNRESOLVED, loadBalancers: [{}] }).verdict).toBe('works')
})

test('Spot for Windows is refused where it is the default of the cluster, too', () => {
  expect(judged({}, WINDOWS, true, SPOT).blockers).toMatchObject([{ why: 'spot-on-windows' }])
  expect(judged({ launchType: 'FARGATE' }, WINDOWS, true, SPOT).verdict).toBe('works')
  expect(judged({}, 'LINUX', true, SPOT).verdict).toBe('works')
})

test.each([SPOT, undefined])('what ECS says of placement with capacity providers is not known', (strategy) => {
  const own = strategy === undefined ? {} : { capacityProviderStrategy: strategy }
  const { verdict, gaps } = judged({ ...own, placementStrategy: [{ type: 'spread' }] })
  expect([verdict, gaps[0]?.gap]).toEqual(['undecided', { gap: 'not-modeled', what: 'placement-by-providers' }])
})

test('what may run on instances may be placed', () => {
  const { verdict } = judged({ launchType: UNRESOLVED, placementStrategy: [{ type: 'spread' }] })
  expect(verdict).toBe('works')
})

describe('overrides of containers', () => {
  const overriding = (containerOverrides: unknown, names: readonly unknown[] = ['app', 'log']) => {
    const containerDefinitions = names.map((name) => ({ name, image: 'nginx' }))
    const here = {
      runTasks: { job: { taskDefinition: 'job:1', launchType: 'FARGATE', overrides: { containerOverrides } } },
      taskDefinitions: { 'job:1': { containerDefinitions } },
    }
    const accounts = { '111122223333': { regions: { 'eu-west-1': here } } }
    const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
    const [launch] = launchesOf(world).launches
    if (launch === undefined) throw new Error('no launch')
    return requestSuits.judge(launch, world, UNRESOLVED)
  }

  test('of a container that the task definition does not have are refused, once for each', () => {
    const { verdict, blockers } = overriding([{ name: 'app' }, { name: 'job' }, { name: 'job' }, { name: 'App' }])
    const at = '/accounts/111122223333/regions/eu-west-1/runTasks/job/overrides/containerOverrides'
    const common = { blocker: 'override-without-container', taskDefinition: 'job:1', containers: ['app', 'log'] }
    expect(verdict).toBe('fails')
    expect(blockers).toEqual([
      { ...common, container: 'job', at: `${at}/2` },
      { ...common, container: 'App', at: `${at}/3` },
    ])
  })

  test.each<[overrides: unknown]>([[[]], [[{ name: 'app' }]], [[{ name: 'log' }, { name: 'app' }]]])(
    'of its containers, or of none, are taken: %j',
    (overrides) => {
      expect(overriding(overrides).verdict).toBe('works')
    },
  )

  test.each<[name: string, overrides: unknown, names?: readonly unknown[]]>([
    ['the list', UNRESOLVED],
    ['a name', [{ name: UNRESOLVED }]],
    ['a part of a name', [{ name: '«Stage»-app' }]],
    ['the name of a container', [{ name: 'app' }], ['log', UNRESOLVED]],
    ['a part of the name of a container', [{ name: 'prod-app' }], ['«Stage»-app']],
  ])('are open where %s is not known', (_, overrides, names) => {
    const { verdict, gaps } = overriding(overrides, names)
    expect([verdict, gaps[0]?.gap.gap]).toEqual(['undecided', 'unresolved'])
    expect(gaps[0]?.what).toEqual({ kind: 'container-overrides', id: 'run-task/job' })
  })

  test('that cannot be one of these whatever is not known are refused', () => {
    expect(overriding([{ name: 'web' }], ['«Stage»-app']).verdict).toBe('fails')
  })

  test('in hostile number are no trouble', () => {
    const many = Array.from({ length: 20000 }, (_, i) => ({ name: `c${i}` }))
    const { blockers } = overriding(
      many,
      many.map(({ name }) => `d${name}`),
    )
    expect(blockers).toHaveLength(20000)
    expect(blockers[0]).toMatchObject({ containers: { length: 10 } })
    const open = many.map(({ name }) => `«Stage»-${name}`)
    expect(overriding(many, open).verdict).toBe('undecided')
  })
})

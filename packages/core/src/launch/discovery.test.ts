import { describe, expect, test } from 'vitest'
import { isGap } from '../model/known.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { serviceConnectSuits } from './conditions/service-connect-suits.ts'
import { serviceRegistriesSuit } from './conditions/service-registries-suit.ts'
import { launchesOf } from './launch.ts'
import type { Condition } from './requirement.ts'
import { acceptRequest } from './steps/accept-request.ts'
import { openLogStream } from './steps/open-log-stream.ts'
import { readSecrets } from './steps/read-secrets.ts'

const REGISTRY = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1'
const OTHER = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-2'
const UNREAD = 'arn:aws:servicediscovery:eu-west-1:444455556666:service/srv-3'
const OPEN = 'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-4'
const UNRESOLVED = { gap: 'unresolved', expression: 'X' } as const

const CONTAINERS = [
  { name: 'app', image: 'public.ecr.aws/nginx/nginx:1', portMappings: [{ name: 'web', containerPort: 80 }] },
]

function setUp(service: object, definition: object = {}) {
  const request = {
    taskDefinition: 'web:1',
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: [] } },
    ...service,
  }
  const here = {
    services: { web: request },
    discoveryServices: {
      [REGISTRY]: { dnsConfig: { dnsRecords: [{ type: 'A' }, { type: 'SRV' }] } },
      [OTHER]: { dnsConfig: { dnsRecords: [{ type: 'A' }] } },
      [OPEN]: { dnsConfig: UNRESOLVED },
      '*': null,
    },
    taskDefinitions: { 'web:1': { containerDefinitions: CONTAINERS, ...definition } },
  }
  const accounts = { '111122223333': { regions: { 'eu-west-1': here } } }
  const origins = { '/accounts': { file: 'template.yaml', line: 1, column: 1 } }
  const world = index({ schema: 'farsight.snapshot/1', accounts, origins } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  return { world, launch }
}

function judged(condition: Condition, service: object, definition?: object) {
  const { world, launch } = setUp(service, definition)
  return condition.judge(launch, world, UNRESOLVED)
}

function whysOf(serviceRegistries: readonly object[]): readonly string[] {
  return judged(serviceRegistriesSuit, { serviceRegistries }).blockers.map((blocker) =>
    blocker.blocker === 'service-registry-unsuitable' ? `${blocker.why} ${blocker.value}` : blocker.blocker,
  )
}

describe('ECS registers tasks with Cloud Map', () => {
  test.each<[name: string, registries: readonly object[], whys: readonly string[]]>([
    ['addresses', [{ registryArn: OTHER }], []],
    [
      'SRV records with a container and its port',
      [{ registryArn: REGISTRY, containerName: 'app', containerPort: 80 }],
      [],
    ],
    ['SRV records with a port', [{ registryArn: REGISTRY, port: 80 }], []],
    ['SRV records without', [{ registryArn: REGISTRY }], ['port-missing A, SRV']],
    ['SRV records with a container alone', [{ registryArn: REGISTRY, containerName: 'app' }], ['port-missing A, SRV']],
    ['a port that is not known', [{ registryArn: REGISTRY, port: UNRESOLVED }], []],
    ['addresses with a port', [{ registryArn: OTHER, port: 80 }], ['port-not-wanted A']],
    [
      'addresses with a container and its port',
      [{ registryArn: OTHER, containerName: 'app', containerPort: 80 }],
      ['port-not-wanted A'],
    ],
    [
      'both kinds of port',
      [{ registryArn: REGISTRY, port: 80, containerName: 'app', containerPort: 80 }],
      ['port-twice 80'],
    ],
    [
      'a container that there is not',
      [{ registryArn: REGISTRY, containerName: 'db', containerPort: 80 }],
      ['container db'],
    ],
    ['a port that it does not map', [{ registryArn: REGISTRY, containerName: 'app', containerPort: 81 }], ['port 81']],
    ['one that is gone', [{ registryArn: `${REGISTRY}0` }], [`missing ${REGISTRY}0`]],
    ['two', [{ registryArn: OTHER }, { registryArn: OTHER }], [`several ${OTHER}`]],
  ])('%s', (_, registries, whys) => {
    expect(whysOf(registries)).toEqual(whys)
  })

  test('one that nobody read is taken as good, and so is one whose records are not known', () => {
    for (const serviceRegistries of [
      [{ registryArn: OPEN }],
      [{ registryArn: UNREAD }],
      [{ registryArn: UNRESOLVED }],
    ]) {
      const { verdict, assumptions } = judged(serviceRegistriesSuit, { serviceRegistries })
      expect([verdict, assumptions]).toEqual(['works', ['service-registry-suits']])
    }
    expect(judged(serviceRegistriesSuit, { serviceRegistries: [{ registryArn: OTHER }] }).assumptions).toEqual([])
    expect(judged(serviceRegistriesSuit, { serviceRegistries: UNRESOLVED }).verdict).toBe('undecided')
  })

  test('a container that may be another one is open, and one that is named alike is not', () => {
    const serviceRegistries = [{ registryArn: REGISTRY, containerName: UNRESOLVED, containerPort: 80 }]
    expect(judged(serviceRegistriesSuit, { serviceRegistries }).verdict).toBe('undecided')
    const NAME = { gap: 'parameter', name: 'Name' }
    const named = [{ registryArn: REGISTRY, containerName: NAME, containerPort: 80 }]
    const containerDefinitions = [{ ...CONTAINERS[0], name: NAME }]
    const { verdict } = judged(serviceRegistriesSuit, { serviceRegistries: named }, { containerDefinitions })
    expect(verdict).toBe('works')
  })
})

describe('Service Connect', () => {
  const connect = (more: object) => ({ serviceConnectConfiguration: { enabled: true, ...more } })
  const LOG = { logDriver: 'awslogs', options: { 'awslogs-group': '/proxy', 'awslogs-region': 'eu-west-1' } }

  test.each<[name: string, configuration: object, definition: object, whys: readonly string[]]>([
    ['a client', {}, {}, []],
    ['a port by its name', { services: [{ portName: 'web' }] }, {}, []],
    ['a port by another name', { services: [{ portName: 'http' }] }, {}, ['port-name http']],
    ['a name that is not known', { services: [{ portName: 'p-«Stage»' }] }, {}, []],
    ['off', { enabled: false, services: [{ portName: 'http' }] }, {}, []],
    [
      'Windows',
      {},
      { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      ['platform WINDOWS_SERVER_2022_CORE'],
    ],
  ])('%s', (_, configuration, definition, whys) => {
    const { blockers } = judged(serviceConnectSuits, connect(configuration), definition)
    expect(
      blockers.map((blocker) =>
        blocker.blocker === 'service-connect-unsuitable' ? `${blocker.why} ${blocker.value}` : blocker.blocker,
      ),
    ).toEqual(whys)
  })

  test.each<[name: string, portName: string, portMappings: unknown]>([
    ['a placeholder in the name', 'p-«Stage»', CONTAINERS[0]?.portMappings],
    ['a placeholder in the mapping', 'http', [{ name: '«Name»', containerPort: 80 }]],
    ['a mapping whose name is not known', 'http', [{ name: UNRESOLVED, containerPort: 80 }]],
    ['mappings that are not known', 'http', UNRESOLVED],
  ])('whether a port has the name is open with %s', (_, portName, portMappings) => {
    const containerDefinitions = CONTAINERS.map((container) => ({ ...container, portMappings }))
    const { verdict } = judged(serviceConnectSuits, connect({ services: [{ portName }] }), { containerDefinitions })
    expect(verdict).toBe('undecided')
  })

  test('what it offers and nobody knows is open', () => {
    const at = '/accounts/111122223333/regions/eu-west-1/services/web/serviceConnectConfiguration/services'
    const what = { kind: 'service-connect', id: 'service/web' }
    expect(judged(serviceConnectSuits, connect({ services: UNRESOLVED })).gaps).toEqual([{ gap: UNRESOLVED, what, at }])
    expect(judged(serviceConnectSuits, connect({ services: [{ portName: UNRESOLVED }] })).gaps).toEqual([
      { gap: UNRESOLVED, what, at: `${at}/0/portName` },
    ])
  })

  test('its proxy opens a log stream and reads the secrets of the log', () => {
    const secretOptions = [{ name: 'x', valueFrom: 'token' }]
    const { world, launch } = setUp(connect({ logConfiguration: { ...LOG, secretOptions } }))
    const calls = [...openLogStream.requires(launch, world), ...readSecrets.requires(launch, world)]
    const base = `${launch.at}/serviceConnectConfiguration/logConfiguration`
    expect(calls.flatMap((made) => (made.kind === 'call' ? [`${made.service} ${made.at}`] : []))).toEqual([
      `logs ${base}/options/awslogs-group`,
      `ssm ${base}/secretOptions/0/valueFrom`,
    ])
  })

  test('its log needs an execution role', () => {
    const { world, launch } = setUp(connect({ logConfiguration: LOG }))
    const needs = acceptRequest
      .requires(launch, world)
      .find((made) => made.kind === 'condition' && made.id === 'execution-role-set')
    if (needs?.kind !== 'condition') throw new Error('no execution-role-set')
    expect(needs.judge(launch, world, UNRESOLVED).blockers).toMatchObject([
      { blocker: 'execution-role-not-set', neededFor: 'awslogs' },
    ])
  })

  test('without a log it adds nothing that is judged', () => {
    const { world, launch } = setUp(connect({}))
    expect(openLogStream.requires(launch, world)).toEqual([])
    expect(isGap(launch.containers)).toBe(false)
  })
})

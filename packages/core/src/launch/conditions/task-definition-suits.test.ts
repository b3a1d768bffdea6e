import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { taskDefinitionSuits } from './task-definition-suits.ts'

const UNRESOLVED = { gap: 'unresolved', expression: 'X' } as const
const WINDOWS = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }

/** The verdict, then the fields that do not suit, or why something is not known. */
function judged(fields: object, kind: 'runTasks' | 'services' = 'runTasks'): string {
  const here = {
    [kind]: { web: { launchType: 'FARGATE', taskDefinition: 'web:1' } },
    taskDefinitions: { 'web:1': { networkMode: 'awsvpc', containerDefinitions: [], ...fields } },
  }
  const accounts = { '111122223333': { regions: { 'eu-west-1': here } } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  const { verdict, blockers, gaps } = taskDefinitionSuits.judge(launch, world, UNRESOLVED)
  const fieldsOf = blockers.map((blocker) => (blocker.blocker === 'task-definition-unsuitable' ? blocker.field : '?'))
  return [verdict, ...fieldsOf, ...gaps.map(({ gap }) => gap.gap)].join(' ')
}

const system = (operatingSystemFamily: string) => ({ runtimePlatform: { operatingSystemFamily } })

describe('families of operating systems', () => {
  test.each(['LINUX', 'WINDOWS_SERVER_2019_FULL', 'WINDOWS_SERVER_2022_CORE'])('Fargate has %s', (family) => {
    expect(judged(system(family))).toBe('works')
  })

  test.each(['WINDOWS_SERVER_2016_FULL', 'WINDOWS_SERVER_2004_CORE', 'WINDOWS_SERVER_20H2_CORE'])(
    'Fargate does not have %s, and no service that is there has it',
    (family) => {
      expect(judged(system(family))).toBe('fails runtimePlatform.operatingSystemFamily')
      expect(judged(system(family), 'services')).toBe('works')
    },
  )

  test.each(['WINDOWS_SERVER_2025_CORE', 'WINDOWS_SERVER_2031_CORE'])('of %s nobody knows', (family) => {
    expect(judged(system(family))).toBe('undecided not-modeled')
  })
})

describe('fields of task definitions for instances', () => {
  test.each<[expected: string, fields: object]>([
    ['works', { pidMode: 'task' }],
    ['fails pidMode', { pidMode: 'host' }],
    ['undecided unresolved', { pidMode: UNRESOLVED }],
    ['fails pidMode', { ...WINDOWS, pidMode: 'task' }],
    ['fails ipcMode', { ipcMode: 'none' }],
    ['undecided unresolved', { ipcMode: UNRESOLVED }],
    ['works', { placementConstraints: [], inferenceAccelerators: [] }],
    ['fails placementConstraints', { placementConstraints: [{ type: 'memberOf' }] }],
    ['fails inferenceAccelerators', { inferenceAccelerators: [{ deviceName: 'a' }] }],
    ['undecided unresolved', { placementConstraints: UNRESOLVED }],
    ['works', { proxyConfiguration: { containerName: 'envoy' } }],
    ['fails proxyConfiguration', { ...WINDOWS, proxyConfiguration: { containerName: 'envoy' } }],
  ])('%s: %j', (expected, fields) => {
    expect(judged(fields)).toBe(expected)
    if (!expected.startsWith('undecided')) expect(judged(fields, 'services')).toBe('works')
  })
})

test.each<[expected: string, volume: object]>([
  ['works', { configuredAtLaunch: true }],
  ['works', { configuredAtLaunch: false, efsVolumeConfiguration: { fileSystemId: 'fs-1' }, host: {} }],
  ['fails volumes', { configuredAtLaunch: true, efsVolumeConfiguration: { fileSystemId: 'fs-1' } }],
])('a volume is configured in one way: %s: %j', (expected, volume) => {
  expect(judged({ volumes: [{ name: 'data', ...volume }] })).toBe(expected)
})

import { expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { guardDutyAgentOf } from './guard-duty-agent.ts'
import { launchesOf } from './launch.ts'

interface Given {
  readonly setting?: string
  readonly region?: string
  readonly os?: string
  readonly tags?: readonly object[]
}

function agentOf({ setting = 'on', region = 'eu-west-1', os = 'LINUX', tags = [] }: Given) {
  const service = {
    cluster: 'main',
    launchType: 'FARGATE',
    taskDefinition: 'web:1',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
  }
  const definition = { runtimePlatform: { operatingSystemFamily: os }, containerDefinitions: [] }
  const here = {
    accountSettings: { guardDutyActivate: setting },
    clusters: { main: { tags } },
    services: { web: service },
    taskDefinitions: { 'web:1': definition },
  }
  const accounts = { '111122223333': { regions: { [region]: here } } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  return launch === undefined ? undefined : guardDutyAgentOf(launch, world)
}

test('the image lies in an account of AWS, another in each Region', () => {
  const repository = 'aws-guardduty-agent-fargate'
  const at = '/accounts/111122223333/regions/eu-west-1/accountSettings/guardDutyActivate'
  expect(agentOf({})).toEqual({ account: '694911143906', repository, at })
  expect(agentOf({ region: 'us-gov-west-1' })).toMatchObject({ account: '383110348953', repository })
})

test('of a Region that AWS does not list, the account stays open', () => {
  expect(agentOf({ region: 'cn-north-1' })?.account).toMatch(/^«.*»$/)
})

test.each<[name: string, given: Given]>([
  ['Runtime Monitoring is off', { setting: 'off' }],
  ['the task runs on Windows', { os: 'WINDOWS_SERVER_2022_CORE' }],
  ['a tag leaves the cluster out', { tags: [{ key: 'GuardDutyManaged', value: 'false' }] }],
])('none is added where %s', (_, given) => {
  expect(agentOf(given)).toBeNull()
})

test('a tag may also say that the cluster is to have it', () => {
  expect(agentOf({ tags: [{ key: 'GuardDutyManaged', value: 'true' }] })).not.toBeNull()
})

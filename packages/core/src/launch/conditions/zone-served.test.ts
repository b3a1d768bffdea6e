import { expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { zoneServed } from './zone-served.ts'

interface Given {
  readonly region: string
  readonly zone?: string
  readonly zoneId?: string
  readonly family?: string
  readonly withVolume?: boolean
}

function judged({ region, zone, zoneId, family = 'LINUX', withVolume = false }: Given): string {
  const subnet = {
    cidrBlock: '10.0.0.0/24',
    ...(zone === undefined ? {} : { availabilityZone: zone }),
    ...(zoneId === undefined ? {} : { availabilityZoneId: zoneId }),
  }
  const definition = {
    runtimePlatform: { operatingSystemFamily: family },
    containerDefinitions: [],
    ...(withVolume ? { volumes: [{ name: 'data', configuredAtLaunch: true }] } : {}),
  }
  const here = {
    vpcs: { 'vpc-1': { cidrBlocks: ['10.0.0.0/16'], subnets: { 'subnet-1': subnet } } },
    runTasks: {
      job: {
        launchType: 'FARGATE',
        taskDefinition: 'job:1',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      },
    },
    taskDefinitions: { 'job:1': definition },
  }
  const accounts = { '111122223333': { regions: { [region]: here } } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  const [place] = Array.isArray(launch?.subnets) ? launch.subnets : []
  if (launch === undefined || place === undefined) throw new Error('no launch')
  const { verdict, blockers, assumptions } = zoneServed.judge(launch, world, place)
  const [blocker] = blockers
  return [verdict, ...(blocker?.blocker === 'zone-not-served' ? [blocker.why] : []), ...assumptions].join(' ')
}

const WINDOWS = 'WINDOWS_SERVER_2022_CORE'

test.each<[expected: string, given: Given]>([
  ['works', { region: 'eu-west-1', zone: 'eu-west-1a', zoneId: 'euw1-az1' }],
  ['works', { region: 'us-gov-west-1', zone: 'us-gov-west-1b', zoneId: 'usgw1-az2' }],
  ['works', { region: 'ap-southeast-2', zone: '«Fn::GetAZs.0»' }],
  ['works', { region: 'us-east-1', zoneId: 'use1-az3' }],
  ['fails zone', { region: 'us-east-1', zoneId: 'use1-az3', family: WINDOWS }],
  ['fails zone', { region: 'us-west-1', zoneId: 'usw1-az2', family: WINDOWS }],
  ['fails zone', { region: 'us-west-1', zoneId: 'usw1-az2' }],
  ['fails zone', { region: 'ap-northeast-1', zoneId: 'apne1-az3', family: WINDOWS }],
  ['fails zone', { region: 'cn-north-1', zoneId: 'cnn1-az4', family: WINDOWS }],
  ['fails zone', { region: 'ca-central-1', zoneId: 'cac1-az4', family: WINDOWS }],
  ['works', { region: 'ca-central-1', zoneId: 'cac1-az4' }],
  ['works zones-served', { region: 'us-east-1', zone: 'us-east-1e', family: WINDOWS }],
  ['works', { region: 'us-east-1', zone: 'us-east-1e' }],
  ['works zones-served', { region: 'us-east-1', zone: 'us-east-1e', withVolume: true }],
  ['fails volumes', { region: 'us-east-1', zoneId: 'use1-az3', withVolume: true }],
  ['works', { region: 'us-east-1', zoneId: 'use1-az4', withVolume: true }],
  ['fails edge', { region: 'us-west-2', zone: 'us-west-2-lax-1a' }],
  ['fails edge', { region: 'us-west-2', zoneId: 'usw2-lax1-az1' }],
  ['fails edge', { region: 'us-east-1', zoneId: 'use1-wl1-bos-wlz1' }],
  ['fails edge', { region: 'ap-northeast-1', zone: 'ap-northeast-1-wl1-nrt-wlz-1' }],
])('%s: %j', (expected, given) => {
  expect(judged(given)).toBe(expected)
})

import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { targetGroupsSuit } from './target-groups-suit.ts'

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1'
const NAME = { gap: 'parameter', name: 'Name' } as const
const ITEM = { ...NAME, derived: true } as const
const CHOICE = { gap: 'unresolved', expression: 'Condition C' } as const
const OTHER = { gap: 'parameter', name: 'Other' } as const

interface Given {
  readonly loadBalancer?: object
  readonly container?: object
  readonly targetGroup?: object
  readonly isThere?: boolean
}

/** The verdict, then what is wrong, why it is open, and what is taken as good. */
function judged({ loadBalancer, container, targetGroup, isThere = false }: Given): string {
  const loadBalancers = [{ targetGroupArn: ARN, containerName: 'web', containerPort: 80, ...loadBalancer }]
  const containerDefinitions = [{ name: 'web', image: 'nginx', portMappings: [{ containerPort: 80 }], ...container }]
  const region = {
    services: { web: { taskDefinition: 'web:1', launchType: 'FARGATE', loadBalancers } },
    taskDefinitions: { 'web:1': { containerDefinitions } },
    targetGroups: { [ARN]: targetGroup ?? { targetType: 'ip' } },
  }
  const accounts = { '111122223333': { regions: { 'eu-west-1': region } } }
  const origins = isThere ? {} : { '/accounts': { file: 'template.yaml', line: 1, column: 1 } }
  const world = index({ schema: 'farsight.snapshot/1', accounts, origins } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  const { verdict, blockers, gaps, assumptions } = targetGroupsSuit.judge(launch, world, NAME)
  const whys = blockers.map((blocker) => (blocker.blocker === 'target-group-unsuitable' ? blocker.why : '?'))
  return [verdict, ...whys, ...gaps.map(({ gap }) => gap.gap), ...assumptions].join(' ')
}

describe('a service registers a container with a target group', () => {
  test.each<[expected: string, given: Given]>([
    ['works', {}],
    ['fails container', { loadBalancer: { containerName: 'app' } }],
    ['undecided parameter', { loadBalancer: { containerName: NAME } }],
    ['undecided parameter', { container: { name: NAME } }],
    ['works', { loadBalancer: { containerName: NAME }, container: { name: NAME } }],
    ['undecided parameter', { loadBalancer: { containerName: NAME }, container: { name: OTHER } }],
    ['undecided parameter', { loadBalancer: { containerName: ITEM }, container: { name: ITEM } }],
    ['undecided unresolved', { loadBalancer: { containerName: CHOICE }, container: { name: CHOICE } }],
    [
      'undecided unresolved',
      { loadBalancer: { containerName: CHOICE, containerPort: 81 }, container: { name: CHOICE } },
    ],
    ['works', { loadBalancer: { containerName: '«App»' }, container: { name: '«App»' } }],
    ['undecided unresolved', { loadBalancer: { containerName: '«App»b' } }],
    ['fails container', { loadBalancer: { containerName: '«App»' }, container: { name: '«App»-proxy' } }],
    ['fails port', { loadBalancer: { containerPort: 81 } }],
    ['works', { loadBalancer: { containerPort: 81 }, container: { portMappings: [{ containerPortRange: '80-90' }] } }],
    ['undecided parameter', { loadBalancer: { containerPort: NAME } }],
    ['works', { loadBalancer: { containerPort: NAME }, container: { portMappings: [{ containerPort: NAME }] } }],
    ['undecided parameter', { container: { portMappings: [{ containerPort: NAME }] } }],
    [
      'undecided unresolved',
      { loadBalancer: { containerPort: CHOICE }, container: { portMappings: [{ containerPort: CHOICE }] } },
    ],
    ['undecided unresolved', { container: { portMappings: [{ containerPortRange: '«From»-90' }] } }],
    ['undecided parameter', { container: { portMappings: NAME } }],
    ['fails target-type', { targetGroup: { targetType: 'instance' } }],
    ['undecided parameter', { targetGroup: { targetType: NAME } }],
    ['works target-groups-suit', { targetGroup: { gap: 'not-read' } }],
    ['works target-groups-suit', { loadBalancer: { targetGroupArn: NAME } }],
    ['fails port target-groups-suit', { loadBalancer: { targetGroupArn: NAME, containerPort: 81 } }],
  ])('%s: %j', (expected, given) => {
    expect(judged(given)).toBe(expected)
  })

  test.each<Given>([
    { loadBalancer: { containerName: NAME } },
    { targetGroup: { targetType: NAME } },
    { targetGroup: { gap: 'not-read' } },
  ])('what is not known of a service that is there was right: %j', (given) => {
    expect(judged({ ...given, isThere: true })).toBe('works')
  })
})

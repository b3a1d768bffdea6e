import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { callerRequirements } from './caller.ts'
import { launchesOf } from './launch.ts'
import type { Call } from './requirement.ts'

const UNRESOLVED = { gap: 'unresolved', expression: 'X' } as const
const BY_ECS = { gap: 'not-modeled', what: 'tags-by-ecs' }

/** The call that asks for the right to tag; undefined: nobody asks. */
function tagging(request: object, accountSettings?: unknown): Call | undefined {
  const caller = { service: 'scheduler', roleArn: 'arn:aws:iam::111122223333:role/nightly' }
  const here = {
    runTasks: { job: { taskDefinition: 'job:1', launchType: 'FARGATE', caller, ...request } },
    taskDefinitions: { 'job:1': { containerDefinitions: [] } },
    ...(accountSettings === undefined ? {} : { accountSettings }),
  }
  const accounts = { '111122223333': { regions: { 'eu-west-1': here } } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  const asks = launch?.request.caller
  if (launch === undefined || asks === undefined || 'gap' in asks) throw new Error('no launch')
  return callerRequirements(launch, asks, world).find(
    (each): each is Call => each.kind === 'call' && each.action === 'ecs:TagResource',
  )
}

const TEAM = [{ key: 'team', value: 'reports' }, { key: 'cost' }]

describe('whoever asks for a task with tags needs ecs:TagResource', () => {
  test('on the tasks of the cluster, for RunTask, with these tags', () => {
    expect(tagging({ tags: TEAM, cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/main' })).toMatchObject({
      required: true,
      principal: 'arn:aws:iam::111122223333:role/nightly',
      resource: 'arn:aws:ecs:eu-west-1:111122223333:task/main/*',
      context: {
        'ecs:CreateAction': 'RunTask',
        'aws:RequestTag/team': 'reports',
        'aws:RequestTag/cost': '',
        'aws:TagKeys': ['team', 'cost'],
      },
      onlyIf: null,
    })
  })

  test.each([
    [undefined, 'default'],
    ['main', 'main'],
    [UNRESOLVED, '«cluster»'],
    ['arn:aws:ecs:eu-west-1:111122223333:cluster/«Stack/Cluster»', '«Stack/Cluster»'],
  ])('in cluster %j', (cluster, name) => {
    const own = cluster === undefined ? {} : { cluster }
    expect(tagging({ tags: TEAM, ...own })?.resource).toBe(`arn:aws:ecs:eu-west-1:111122223333:task/${name}/*`)
  })

  test('of which those that are not known are none that policies can know', () => {
    const tags = [{ key: 'team', value: UNRESOLVED }, { key: UNRESOLVED }, { key: 'cost', value: '«Cost»' }]
    expect(tagging({ tags })).toMatchObject({ context: { 'ecs:CreateAction': 'RunTask' }, onlyIf: null })
    expect(Object.keys(tagging({ tags })?.context ?? {})).toEqual(['ecs:CreateAction'])
  })

  test('and those that ECS adds are not known', () => {
    const found = tagging({ tags: TEAM, propagateTags: 'TASK_DEFINITION' })
    expect(found).toMatchObject({ context: { 'ecs:CreateAction': 'RunTask' }, onlyIf: null })
    expect(found?.context).not.toHaveProperty('aws:TagKeys')
  })

  test.each([
    ['propagates them', { propagateTags: 'TASK_DEFINITION' }, BY_ECS],
    ['leaves them to ECS', { enableECSManagedTags: true, tags: [] }, BY_ECS],
    ['may propagate them', { propagateTags: UNRESOLVED }, UNRESOLVED],
    ['may leave them to ECS', { enableECSManagedTags: UNRESOLVED }, UNRESOLVED],
    ['may give some', { tags: UNRESOLVED }, UNRESOLVED],
  ])('perhaps, where it %s', (_, request, gap) => {
    expect(tagging(request)?.onlyIf).toMatchObject({ gap, what: { kind: 'request-tags', id: 'run-task/job' } })
  })

  test.each([{}, { tags: [] }, { propagateTags: 'NONE' }, { enableECSManagedTags: false, tags: [] }])(
    'not where there are none: %j',
    (request) => {
      expect(tagging(request)).toBeUndefined()
    },
  )

  test.each<[settings: unknown, isAsked: boolean]>([
    [{ tagResourceAuthorization: 'off' }, false],
    [{ tagResourceAuthorization: 'on' }, true],
    [{}, true],
    [{ gap: 'denied', permission: 'ecs:ListAccountSettings' }, true],
  ])('but where the account did not turn it on: %j', (settings, isAsked) => {
    expect(tagging({ tags: TEAM }, settings) !== undefined).toBe(isAsked)
  })
})

import { expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { taskRoleSet } from './task-role-set.ts'

const P = { gap: 'parameter', name: 'P' } as const

function verdictOf(request: object, definition: object): string {
  const region = {
    runTasks: { once: { taskDefinition: 'web:1', launchType: 'FARGATE', ...request } },
    taskDefinitions: { 'web:1': { containerDefinitions: [], ...definition } },
  }
  const accounts = { '111122223333': { regions: { 'eu-west-1': region } } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  return taskRoleSet.judge(launch, world, P).verdict
}

const efs = (efsVolumeConfiguration: object) => ({ volumes: [{ name: 'v', efsVolumeConfiguration }] })

test.each<[verdict: string, request: object, definition: object]>([
  ['fails', { enableExecuteCommand: true }, {}],
  ['works', { enableExecuteCommand: false }, {}],
  ['undecided', { enableExecuteCommand: P }, {}],
  ['works', { enableExecuteCommand: P }, { taskRoleArn: 'arn:aws:iam::111122223333:role/app' }],
  ['fails', { enableExecuteCommand: P }, efs({ fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } })],
  ['undecided', {}, efs({ fileSystemId: 'fs-1', authorizationConfig: { iam: P } })],
  ['undecided', {}, efs({ fileSystemId: 'fs-1', authorizationConfig: P })],
  ['works', {}, efs({ fileSystemId: 'fs-1' })],
])('%s: a request with %j of a definition with %j', (verdict, request, definition) => {
  expect(verdictOf(request, definition)).toBe(verdict)
})

import { expect, test } from 'vitest'
import type { Snapshot } from '../../model/snapshot.ts'
import { index } from '../../model/world.ts'
import { launchesOf } from '../launch.ts'
import { readSecrets } from './read-secrets.ts'

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:registry'

test.each([
  ['the name of a secret', 'registry', SECRET],
  ['its ARN', `${SECRET}-AbCdEf`, `${SECRET}-AbCdEf`],
])('credentials of a registry by %s are read from Secrets Manager', (_, credentialsParameter, resource) => {
  const app = { name: 'app', image: 'ghcr.io/own/app:1', repositoryCredentials: { credentialsParameter } }
  const here = {
    runTasks: { once: { launchType: 'FARGATE', taskDefinition: 'app:1' } },
    taskDefinitions: { 'app:1': { executionRoleArn: 'arn:aws:iam::111122223333:role/x', containerDefinitions: [app] } },
  }
  const accounts = { '111122223333': { regions: { 'eu-west-1': here } } }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const [launch] = launchesOf(world).launches
  if (launch === undefined) throw new Error('no launch')
  expect(readSecrets.requires(launch, world)).toMatchObject([
    { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', resource },
  ])
})

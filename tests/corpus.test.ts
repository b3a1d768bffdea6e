import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CORPUS, iac } from '../bench/iac/iac.ts'
import { templateJson } from '../bench/iac/template-json.ts'
import { WAYS } from '../bench/iac/ways.ts'
import { runFarsight } from './cases/run-farsight.ts'

describe('code of others and of ours that starts', () => {
  test('is not said to fail, and is once it is broken', { timeout: 120_000 }, async () => {
    const told: string[] = []
    const figures = await iac(CORPUS, (text) => told.push(text))
    expect(figures).toMatchObject({ crashed: 0, falseFails: 0 })
    expect(figures.startsDecided).toBeGreaterThanOrEqual(0.9)
    expect(figures.mutants).toBeGreaterThan(300)
    expect(told.filter((text) => text.startsWith('not found'))).toEqual([])
  })

  test('is broken in at least fourteen ways', () => {
    expect(WAYS.length).toBeGreaterThanOrEqual(14)
    expect(new Set(WAYS.map(({ name }) => name)).size).toBe(WAYS.length)
  })
})

describe('an isolated VPC with endpoints, read through the template that nests it', () => {
  const run = (image: string) =>
    runFarsight(['preflight', 'parent.yml', '--parameter', `ImageUri=${image}`, '--lang', 'en', '--quiet'], FOLDER)

  test('starts an image of private ECR', async () => {
    const { exitCode, stdout } = await run('111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1')
    expect(stdout).toMatch(/starts in all 2 subnets/)
    expect(exitCode).toBe(0)
  })

  test('does not start an image of a public registry, in any subnet', async () => {
    const { exitCode, stdout } = await run('public.ecr.aws/docker/library/nginx:latest')
    expect(stdout).toMatch(/does not start in any of its 2 subnets/)
    expect(stdout).toContain('[no-route-to-registry]')
    expect(exitCode).toBe(1)
  })
})

const FOLDER = 'tests/corpus/container-patterns'

test('short tags are functions in their long form', () => {
  const template = templateJson(readFileSync('tests/corpus/own/endpoints-secret.yaml', 'utf8'))
  expect(template).toMatchObject({
    Resources: {
      SubnetA: { Properties: { VpcId: { Ref: 'Vpc' }, AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] } } },
      TaskDefinition: { Properties: { ExecutionRoleArn: { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] } } },
    },
  })
})

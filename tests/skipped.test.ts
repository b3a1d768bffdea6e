import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@farsight/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planText } from '../packages/iac/src/terraform/test-plan.ts'
import { runFarsight } from './cases/run-farsight.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-skipped-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function preflight(file: string, text: string, ...options: readonly string[]) {
  writeFileSync(join(folder, file), text)
  return runFarsight(['preflight', file, '--lang', 'en', ...options], folder)
}

async function skippedIn(file: string, text: string, ...options: readonly string[]) {
  const { stdout, exitCode } = await preflight(file, text, '--format', 'json', ...options)
  const { skipped, summary } = JSON.parse(stdout) as Report
  expect(summary.skipped).toBe(skipped.length)
  return { exitCode, ids: skipped.map(({ id }) => id), whys: skipped.map(({ why }) => why) }
}

const EXPRESS = 'Web: {Type: AWS::ECS::ExpressGatewayService, Properties: {PrimaryContainer: {Image: nginx}}}'
const job = (properties: string) => `Job: {Type: AWS::Batch::JobDefinition, Properties: {${properties}}}`
const environment = (properties: string) => `Jobs: {Type: AWS::Batch::ComputeEnvironment, Properties: {${properties}}}`
const PROFILE = 'Pods: {Type: AWS::EKS::FargateProfile, Properties: {ClusterName: shop}}'
const template = (resource: string) => `Parameters: {Kind: {Type: String}}\nResources:\n  ${resource}\n`

describe('a template that holds only', () => {
  test.each([
    ['an Express service', EXPRESS, 'express-service/Web', /ECS makes the task definition and the service itself/],
    ['a Batch job on Fargate', job('PlatformCapabilities: [FARGATE]'), 'batch-job-definition/Job', /Batch makes/],
    [
      'a Batch job of a kind that is not known',
      job('PlatformCapabilities: [!Ref Kind]'),
      'batch-job-definition/Job',
      /./,
    ],
    ['a Batch job of a wrong form', job('PlatformCapabilities: {FARGATE: true}'), 'batch-job-definition/Job', /./],
    ['Fargate for Batch', environment('ComputeResources: {Type: FARGATE}'), 'batch-compute-environment/Jobs', /Batch/],
    [
      'Spot for Batch',
      environment('ComputeResources: {Type: fargate_spot}'),
      'batch-compute-environment/Jobs',
      /Batch/,
    ],
    ['a Fargate profile of EKS', PROFILE, 'eks-fargate-profile/Pods', /Kubernetes starts these pods/],
  ])('%s says why it is not judged, and is no success', async (_, resource, id, why) => {
    const { exitCode, ids, whys } = await skippedIn('app.yaml', template(resource))
    expect(ids).toEqual([id])
    expect(whys[0]).toMatch(why)
    expect(exitCode).toBe(2)
  })

  test.each([
    ['a Batch job on EC2', job('PlatformCapabilities: [EC2]')],
    ['a Batch job that names no platform, which is EC2', job('Type: container')],
    ['EC2 for Batch', environment('ComputeResources: {Type: SPOT}')],
    ['an environment of Batch that the user manages', environment('Type: UNMANAGED')],
  ])('%s holds nothing that starts on Fargate', async (_, resource) => {
    const { stderr, exitCode } = await preflight('app.yaml', template(resource))
    expect(stderr).toContain('E_NOTHING_TO_JUDGE')
    expect(exitCode).toBe(2)
  })

  test.each([
    ['en', 'text', /^Skipped:\n[\s\S]*express-service\/Web: Express Mode[\s\S]*Nothing here is judged/],
    ['ja', 'text', /^対象外:\n[\s\S]*express-service\/Web: Express Mode[\s\S]*判定した起動はありません/],
    ['en', 'markdown', /Farsight: nothing was judged[\s\S]*`express-service\/Web`[\s\S]*Nothing here is judged/],
    ['ja', 'markdown', /Farsight: 判定した起動はありません[\s\S]*`express-service\/Web`/],
  ])('skipped things is told in words: %s, %s', async (language, format, words) => {
    const { stdout } = await preflight('app.yaml', template(EXPRESS), '--lang', language, '--format', format)
    expect(stdout).toMatch(words)
  })
})

test('CDK output holds them too, unless its stack is not asked for', async () => {
  mkdirSync(join(folder, 'cdk.out'), { recursive: true })
  const artifact = (name: string) => ({
    type: 'aws:cloudformation:stack',
    environment: 'aws://111122223333/us-east-1',
    properties: { templateFile: `${name}.json` },
  })
  const manifest = { version: '36.0.0', artifacts: { Jobs: artifact('Jobs'), Web: artifact('Web') } }
  writeFileSync(join(folder, 'cdk.out/manifest.json'), JSON.stringify(manifest))
  const resources = {
    Jobs: { Job: { Type: 'AWS::Batch::JobDefinition', Properties: { PlatformCapabilities: ['FARGATE'] } } },
    Web: { Web: { Type: 'AWS::ECS::ExpressGatewayService' } },
  }
  for (const [name, Resources] of Object.entries(resources)) {
    writeFileSync(join(folder, `cdk.out/${name}.json`), JSON.stringify({ Resources }))
  }
  const skipped = async (...options: readonly string[]) => {
    const { stdout } = await runFarsight(['preflight', 'cdk.out', '--format', 'json', ...options], folder)
    return (JSON.parse(stdout) as Report).skipped.map(({ id }) => id)
  }
  expect(await skipped()).toEqual(['express-service/Web', 'batch-job-definition/Job'])
  expect(await skipped('--stack', 'Jobs')).toEqual(['batch-job-definition/Job'])
})

describe('a plan', () => {
  test('that holds only such things says why none is judged', async () => {
    const plan = planText({
      resources: [
        { type: 'aws_ecs_express_gateway_service', name: 'web' },
        { type: 'aws_batch_job_definition', name: 'report', values: { platform_capabilities: ['FARGATE'] } },
        { type: 'aws_batch_job_definition', name: 'heavy', values: { platform_capabilities: ['EC2'] } },
        { type: 'aws_batch_job_definition', name: 'default' },
        {
          type: 'aws_batch_job_definition',
          name: 'open',
          refs: { platform_capabilities: ['terraform_data.kind.output'] },
        },
        {
          type: 'aws_batch_compute_environment',
          name: 'jobs',
          values: { compute_resources: [{ type: 'FARGATE_SPOT' }] },
        },
        { type: 'aws_batch_compute_environment', name: 'own', values: { compute_resources: [{ type: 'EC2' }] } },
        { type: 'aws_eks_fargate_profile', name: 'pods' },
      ],
    })
    const { exitCode, ids } = await skippedIn('plan.json', plan)
    expect(ids).toEqual([
      'express-service/aws_ecs_express_gateway_service.web',
      'batch-job-definition/aws_batch_job_definition.report',
      'batch-job-definition/aws_batch_job_definition.open',
      'batch-compute-environment/aws_batch_compute_environment.jobs',
      'eks-fargate-profile/aws_eks_fargate_profile.pods',
    ])
    expect(exitCode).toBe(2)
  })

  test.each([
    ['managed_instances_provider', 'Managed Instances are not judged'],
    ['auto_scaling_group_provider', 'launch type EC2 is not judged'],
  ])('tells what a capacity provider is: %s', async (block, why) => {
    const plan = planText({
      resources: [
        { type: 'aws_ecs_capacity_provider', name: 'own', values: { name: 'own', [block]: [{}] } },
        {
          type: 'aws_ecs_service',
          name: 'web',
          values: { name: 'web', capacity_provider_strategy: [{ capacity_provider: 'own', weight: 1 }] },
        },
      ],
    })
    const { ids, whys } = await skippedIn('plan.json', plan)
    expect(ids).toEqual(['service/web'])
    expect(whys[0]).toContain(why)
  })
})

describe('a snapshot', () => {
  const snapshot = (region: object) =>
    JSON.stringify({
      schema: 'farsight.snapshot/1',
      accounts: { '111122223333': { regions: { 'us-east-1': region } } },
    })

  test.each([
    [{ managedInstancesProvider: { infrastructureRoleArn: 'arn:aws:iam::111122223333:role/i' } }, 'Managed Instances'],
    [{ autoScalingGroupProvider: { autoScalingGroupArn: 'arn' } }, 'launch type EC2'],
    [{ gap: 'denied', permission: 'ecs:DescribeCapacityProviders' }, 'launch type EC2'],
    [null, 'launch type EC2'],
  ])('tells a capacity provider of Managed Instances from others: %j', async (own, why) => {
    const strategy = [{ capacityProvider: 'own', weight: 1 }]
    const services = { web: { taskDefinition: 'web:1', capacityProviderStrategy: strategy } }
    const { whys } = await skippedIn('s.json', snapshot({ capacityProviders: { own }, services }))
    expect(whys[0]).toContain(why)
  })

  test('lists what its collector recognized, and what it could not read', async () => {
    const gap = { gap: 'denied', permission: 'batch:DescribeJobDefinitions' }
    const otherLaunches = { nightly: { kind: 'batch-job-definition' }, gone: null, '*': gap }
    const { ids, whys } = await skippedIn('s.json', snapshot({ otherLaunches }))
    expect(ids).toEqual(['batch-job-definition/nightly', 'other-launch/*'])
    expect(whys[1]).toContain('batch:DescribeJobDefinitions')
  })

  test.each([
    [{ nightly: { kind: 'batch' } }, /expected one of `"express-service"`.*found "batch" \[E_SNAPSHOT_WRONG_VALUE\]/],
    [{ nightly: {} }, /the key `kind` is missing/],
    [{ nightly: { kind: 'batch-job-definition', type: 'FARGATE' } }, /unknown key `type`/],
    [['nightly'], /expected `object`/],
  ])('that says it wrongly is told so: %j', async (otherLaunches, said) => {
    const { exitCode, stderr } = await preflight('s.json', snapshot({ otherLaunches }))
    expect(stderr).toMatch(said)
    expect(exitCode).toBe(2)
  })
})

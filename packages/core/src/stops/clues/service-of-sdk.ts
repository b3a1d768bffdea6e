import type { StopService } from '../stop.ts'
import { squeeze } from '../wording.ts'

/** The service as an AWS SDK names it: `operation error Secrets Manager: GetSecretValue`. */
export function serviceOfSdk(name: string): StopService | null {
  const key = squeeze(name)
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null
}

const NAMES: { readonly [name: string]: StopService } = {
  ecr: 'ecr-api',
  ecrpublic: 'ecr-public',
  secretsmanager: 'secretsmanager',
  ssm: 'ssm',
  kms: 'kms',
  s3: 's3',
  cloudwatchlogs: 'logs',
  efs: 'efs',
  elasticloadbalancingv2: 'elb',
  ecs: 'ecs',
  ec2: 'ec2',
  iam: 'iam',
  sts: 'iam',
}

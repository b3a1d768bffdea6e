import type { StopService } from '../stop.ts'

/** The service that an action belongs to, by its IAM prefix. */
export function serviceOfAction(action: string): StopService | null {
  const lower = action.toLowerCase()
  if (lower === 'ecr:getauthorizationtoken') return 'ecr-api'
  const prefix = lower.slice(0, Math.max(0, lower.indexOf(':')))
  return Object.hasOwn(PREFIXES, prefix) ? (PREFIXES[prefix] ?? null) : null
}

const PREFIXES: { readonly [prefix: string]: StopService } = {
  ecr: 'ecr-dkr',
  'ecr-public': 'ecr-public',
  secretsmanager: 'secretsmanager',
  ssm: 'ssm',
  kms: 'kms',
  logs: 'logs',
  s3: 's3',
  elasticfilesystem: 'efs',
  elasticloadbalancing: 'elb',
  ssmmessages: 'ssmmessages',
  ecs: 'ecs',
  ec2: 'ec2',
  iam: 'iam',
  sts: 'iam',
}

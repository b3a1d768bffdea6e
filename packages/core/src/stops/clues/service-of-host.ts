import type { StopService } from '../stop.ts'

/** The service behind a host name; null: not told by the name. */
export function serviceOfHost(host: string): StopService | null {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (!AWS_DOMAINS.some((domain) => name.endsWith(domain))) return registryOf(name)
  const labels = name.split('.').map((label) => label.replace(/-fips$/, ''))
  if (labels.includes('dkr') || labels.includes('dkr-ecr')) return 'ecr-dkr'
  if (labels.some((label) => label === 's3' || label.startsWith('s3-'))) return 's3'
  for (const label of labels) {
    const service = LABELS[label]
    if (service !== undefined && Object.hasOwn(LABELS, label)) return service
  }
  return null
}

const AWS_DOMAINS = [
  '.amazonaws.com',
  '.amazonaws.com.cn',
  '.api.aws',
  '.on.aws',
  '.api.amazonwebservices.com.cn',
  '.amazonaws.eu',
]

const LABELS: { readonly [label: string]: StopService } = {
  ecr: 'ecr-api',
  'ecr-public': 'ecr-public',
  secretsmanager: 'secretsmanager',
  ssm: 'ssm',
  ssmmessages: 'ssmmessages',
  ec2messages: 'ssmmessages',
  kms: 'kms',
  logs: 'logs',
  efs: 'efs',
  elasticfilesystem: 'efs',
  elasticloadbalancing: 'elb',
  ecs: 'ecs',
  ec2: 'ec2',
  iam: 'iam',
  sts: 'iam',
}

function registryOf(name: string): StopService | null {
  if (name === 'public.ecr.aws' || name.endsWith('.public.ecr.aws')) return 'ecr-public'
  if (name === 'docker.io' || name.endsWith('.docker.io') || name.endsWith('.docker.com')) return 'docker-hub'
  return REGISTRIES.some((registry) => name === registry || name.endsWith(`.${registry}`)) ? 'registry' : null
}

const REGISTRIES = [
  'quay.io',
  'ghcr.io',
  'gcr.io',
  'pkg.dev',
  'registry.k8s.io',
  'mcr.microsoft.com',
  'azurecr.io',
  'registry.gitlab.com',
  'nvcr.io',
  'cgr.dev',
  'docker.elastic.co',
  'jfrog.io',
  'public.cr.seqera.io',
  'registry.redhat.io',
]

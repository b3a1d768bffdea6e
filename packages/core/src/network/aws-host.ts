import { hasPlaceholder, sameText, splitText } from '../model/placeholder.ts'
import { oncePer, oncePerText } from './once.ts'

/** A group of Regions with its own names: found by the prefix of the Region, the standard one where none fits. */
interface Partition {
  readonly id: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * As of 2026-11-20.
 *
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
 */
const PARTITIONS: readonly Partition[] = [
  { id: 'aws-cn', prefix: 'cn-', suffix: 'amazonaws.com.cn' },
  { id: 'aws-us-gov', prefix: 'us-gov-', suffix: 'amazonaws.com' },
  { id: 'aws-eusc', prefix: 'eusc-', suffix: 'amazonaws.eu' },
  { id: 'aws-iso', prefix: 'us-iso-', suffix: 'c2s.ic.gov' },
  { id: 'aws-iso-b', prefix: 'us-isob-', suffix: 'sc2s.sgov.gov' },
  { id: 'aws-iso-e', prefix: 'eu-isoe-', suffix: 'cloud.adc-e.uk' },
  { id: 'aws-iso-f', prefix: 'us-isof-', suffix: 'csp.hci.ic.gov' },
]

const STANDARD: Partition = { id: 'aws', prefix: '', suffix: 'amazonaws.com' }

/** How the names of a service depart from `<service>.<region>` and `com.amazonaws.<region>.<service>`. */
interface Naming {
  /** What the host begins with; `*` stands for the account or the bucket. */
  readonly host?: string
  /** What its endpoint service begins with in a partition. */
  readonly endpoint?: { readonly [partition: string]: string }
}

const CHINA = { 'aws-cn': 'cn.com.amazonaws' }
const ECR = { ...CHINA, 'aws-eusc': 'eu.amazonaws' }

/**
 * As of 2026-11-20.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 * @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts (`getDefaultEndpointPrefix`)
 */
const NAMINGS: { readonly [service: string]: Naming } = {
  'ecr.api': { host: 'api.ecr', endpoint: ECR },
  'ecr.dkr': { host: '*.dkr.ecr', endpoint: ECR },
  elasticfilesystem: { endpoint: CHINA },
  s3: { endpoint: CHINA },
  sts: { endpoint: CHINA },
  monitoring: { endpoint: CHINA },
  dynamodb: {},
  ecs: {},
  'ecs-agent': {},
  'ecs-telemetry': {},
  kms: {},
  logs: {},
  secretsmanager: {},
  ssm: {},
  ssmmessages: {},
}

function namingOf(service: string): Naming {
  return Object.hasOwn(NAMINGS, service) ? (NAMINGS[service] ?? {}) : {}
}

/**
 * The services that gateway endpoints serve.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
const GATEWAY_SERVICES = ['s3', 'dynamodb']

export function hasGatewayEndpoint({ service }: AwsHost): boolean {
  return GATEWAY_SERVICES.includes(service)
}

function partitionWith(region: string): Partition {
  for (const partition of PARTITIONS) if (region.startsWith(partition.prefix)) return partition
  return STANDARD
}

/** `aws`, `aws-cn`, …; a Region that is a placeholder counts as one of the standard partition. */
export function partitionOf(region: string): string {
  return partitionWith(region).id
}

/** The host of a service (`ecr.api`, `secretsmanager`, `s3`) in a Region. */
export function serviceHost(service: string, region: string): string {
  return hostsIn(region)(service)
}

/** One text a host: what looks it up need not hash a new one each time. */
const hostsIn = oncePerText((region) => {
  const { suffix } = partitionWith(region)
  return oncePerText((service) => `${namingOf(service).host ?? service}.${region}.${suffix}`)
})

/**
 * The bucket from which ECR serves image layers.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export const layerBucketHost = oncePerText(
  (region) => `prod-${region}-starport-layer-bucket.${serviceHost('s3', region)}`,
)

/** The names that the endpoint service of a service has in a Region; the first is what AWS lists it under. */
export const endpointServiceNames = oncePer(({ service, region }: AwsHost): readonly string[] => {
  const special = Object.entries(namingOf(service).endpoint ?? {})
  const own = special.find(([partition]) => partition === partitionOf(region))
  const candidates = hasPlaceholder(region) ? special : own === undefined ? [] : [own]
  const names = candidates.map(([, prefix]) => `${prefix}.${region}.${service}`)
  const standard = `com.amazonaws.${region}.${service}`
  return own === undefined ? [standard, ...names] : [...names, standard]
})

/** Whether an endpoint service, or a prefix list that AWS manages, is the one of the host. */
export function isServiceOf(host: AwsHost, name: string): boolean | undefined {
  let answer: boolean | undefined = false
  for (const candidate of endpointServiceNames(host)) {
    const same = sameText(candidate, name)
    if (same === true) return true
    if (same === undefined) answer = undefined
  }
  return answer
}

export interface AwsHost {
  readonly service: string
  readonly region: string
}

/**
 * What a host name says. `aws`: a name of AWS that Farsight does not take apart; `open`: placeholders hide whose name
 * it is; `private`: no name of the public DNS; `other`: any other.
 */
export type HostKind = AwsHost | 'aws' | 'open' | 'private' | 'other'

/**
 * @see https://www.iana.org/assignments/special-use-domain-names/special-use-domain-names.xhtml
 * @see https://www.icann.org/en/board-activities-and-meetings/materials/approved-resolutions-special-meeting-of-the-icann-board-29-07-2024-en (`internal`)
 */
const PRIVATE = ['internal', 'local', 'localhost', 'home.arpa', 'test', 'corp', 'lan']

const SUFFIXES = [STANDARD, ...PARTITIONS].map(({ suffix }) => suffix)
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/

export const kindOfHost = oncePerText((host): HostKind => {
  const suffix = SUFFIXES.find((ending) => host.endsWith(`.${ending}`))
  if (suffix !== undefined) {
    return serviceIn(splitText(host.slice(0, -suffix.length - 1), '.')) ?? (hasPlaceholder(host) ? 'open' : 'aws')
  }
  const labels = splitText(host, '.')
  if (!hasPlaceholder(labels.at(-1) ?? '')) return isPrivate(host, labels) ? 'private' : 'other'
  const found = serviceIn(labels.slice(0, -1))
  return found !== null && Object.hasOwn(NAMINGS, found.service) ? found : 'open'
})

function isPrivate(host: string, labels: readonly string[]): boolean {
  return labels.length === 1 || PRIVATE.some((domain) => host.endsWith(`.${domain}`))
}

/** The labels before the suffix: `<what the service begins with>.<region>`. */
function serviceIn(labels: readonly string[]): AwsHost | null {
  const region = labels.at(-1) ?? ''
  const start = labels.slice(0, -1)
  if (start.length === 0 || !(REGION.test(region) || hasPlaceholder(region))) return null
  if (start.at(-1) === 's3') return { service: 's3', region }
  const [first = '', ...rest] = start
  for (const [service, { host }] of Object.entries(NAMINGS)) {
    if (host === start.join('.')) return { service, region }
    if (host === `*.${rest.join('.')}`) return { service, region }
  }
  return rest.length === 0 && !hasPlaceholder(first) ? { service: first, region } : null
}

import { hasPlaceholder, sameText, splitText } from '../model/placeholder.ts'
import { PARTITIONS, partitionWith } from './aws-partition.ts'
import { AWS_SERVICES, awsService, type NameVariant } from './aws-service.ts'
import { oncePer, oncePerText } from './once.ts'

export { partitionOf } from './aws-partition.ts'

/**
 * The services that gateway endpoints serve.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function hasGatewayEndpoint({ service }: AwsHost): boolean {
  return awsService(service).gatewayEndpoint
}

/** The host of a service (`ecr.api`, `secretsmanager`, `s3`) in a Region. */
export function serviceHost(service: string, region: string): string {
  return hostsIn(region)(service)
}

/** One text a host: what looks it up need not hash a new one each time. */
const hostsIn = oncePerText((region) => {
  const { dnsSuffix } = partitionWith(region)
  return oncePerText((service) => `${awsService(service).hosts.standard}.${region}.${dnsSuffix}`)
})

/** Whether a host is one of the names for dual stack. */
export function isDualStackHost(host: string): boolean {
  const kind = kindOfHost(host)
  return typeof kind === 'object' && (kind.variant === 'dual-stack' || kind.variant === 'fips-dual-stack')
}

/** The name of a service that has IPv6 addresses too. */
export function dualStackHost(service: string, region: string): string {
  const { hosts, dualStackDnsSuffix: own } = awsService(service)
  const { dnsSuffix, dualStackDnsSuffix } = partitionWith(region)
  return `${hosts['dual-stack']}.${region}.${own === '' ? dnsSuffix : (own ?? dualStackDnsSuffix)}`
}

/**
 * The bucket from which ECR serves image layers.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export const layerBucketHost = oncePerText(
  (region) => `prod-${region}-starport-layer-bucket.${serviceHost('s3', region)}`,
)

/** The same by the name that images of ECR's dual-stack names lead to. */
export const dualStackLayerBucketHost = oncePerText(
  (region) => `prod-${region}-starport-layer-bucket.${dualStackHost('s3', region)}`,
)

/** The names that the endpoint service of a service has in a Region; the first is what AWS lists it under. */
export const endpointServiceNames = oncePer(({ service, region }: AwsHost): readonly string[] =>
  endpointNames(service, awsService(service).ownPrefixIn, region),
)

function endpointNames(service: string, ownPrefixIn: readonly string[], region: string): readonly string[] {
  const standard = `com.amazonaws.${region}.${service}`
  if (hasPlaceholder(region)) {
    const own = PARTITIONS.filter((each) => ownPrefixIn.includes(each.id))
    return [...new Set([standard, ...own.map((each) => `${each.endpointPrefix}.${region}.${service}`)])]
  }
  const { id, endpointPrefix } = partitionWith(region)
  const special = `${endpointPrefix}.${region}.${service}`
  return ownPrefixIn.includes(id) && special !== standard ? [special, standard] : [standard]
}

/** Those of an endpoint service that is for names of the `fips` variants alone (`com.amazonaws.us-east-1.kms-fips`). */
export const fipsEndpointServiceNames = oncePer(({ service, region, variant }: AwsHost): readonly string[] => {
  if (variant === undefined || variant === 'dual-stack') return []
  return endpointNames(
    `${service}-fips`,
    PARTITIONS.map(({ id }) => id),
    region,
  )
})

/** Whether an endpoint service, or a prefix list that AWS manages, is the one of the host. */
export function isServiceOf(host: AwsHost, name: string): boolean | undefined {
  return isOneOf(endpointServiceNames(host), name)
}

export function isOneOf(candidates: readonly string[], name: string): boolean | undefined {
  let answer: boolean | undefined = false
  for (const candidate of candidates) {
    const same = sameText(candidate, name)
    if (same === true) return true
    if (same === undefined) answer = undefined
  }
  return answer
}

export interface AwsHost {
  readonly service: string
  readonly region: string
  /** Absent: the standard name. */
  readonly variant?: NameVariant
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

/** Domains of AWS beside those of services. */
const OTHERS = ['amazonwebservices.com.cn', 'amazonwebservices.eu']
const SUFFIXES: readonly string[] = [
  ...new Set([
    ...PARTITIONS.flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [dualStackDnsSuffix, dnsSuffix]),
    ...[...AWS_SERVICES.values()].flatMap(({ dualStackDnsSuffix }) => dualStackDnsSuffix || []),
    ...OTHERS,
  ]),
]
const DNS_SUFFIXES = new Set(PARTITIONS.map(({ dnsSuffix }) => dnsSuffix))
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/

export const kindOfHost = oncePerText((host): HostKind => {
  const suffix = SUFFIXES.find((ending) => host.endsWith(`.${ending}`))
  if (suffix !== undefined) {
    const labels = splitText(host.slice(0, -suffix.length - 1), '.')
    return serviceIn(labels, DNS_SUFFIXES.has(suffix) ? '' : suffix) ?? (hasPlaceholder(host) ? 'open' : 'aws')
  }
  const labels = splitText(host, '.')
  if (!hasPlaceholder(labels.at(-1) ?? '')) return isPrivate(host, labels) ? 'private' : 'other'
  const found = serviceIn(labels.slice(0, -1), '')
  return found !== null && AWS_SERVICES.has(found.service) ? found : 'open'
})

function isPrivate(host: string, labels: readonly string[]): boolean {
  return labels.length === 1 || PRIVATE.some((domain) => host.endsWith(`.${domain}`))
}

type Names = Pick<AwsHost, 'service' | 'variant'>

/** What a name begins with, behind the suffix under which it is: `''` for all suffixes of standard names. */
const BEGINNINGS: ReadonlyMap<string, Names> = new Map(
  [...AWS_SERVICES].flatMap(([service, { hosts, dualStackDnsSuffix: own }]): [string, Names][] => {
    const dualStack = own === null ? [...new Set(PARTITIONS.map((each) => each.dualStackDnsSuffix))] : [own]
    return [
      ...dualStack.map((suffix): [string, Names] => [
        `${suffix} ${hosts['fips-dual-stack']}`,
        { service, variant: 'fips-dual-stack' },
      ]),
      ...dualStack.map((suffix): [string, Names] => [
        `${suffix} ${hosts['dual-stack']}`,
        { service, variant: 'dual-stack' },
      ]),
      [` ${hosts.fips}`, { service, variant: 'fips' }],
      [` ${hosts.standard}`, { service }],
    ]
  }),
)

/** The labels before the suffix: `<what the service begins with>.<region>`. */
function serviceIn(labels: readonly string[], suffix: string): AwsHost | null {
  const region = labels.at(-1) ?? ''
  const start = labels.slice(0, -1)
  if (start.length === 0 || !(REGION.test(region) || hasPlaceholder(region))) return null
  const [first = '', ...rest] = start
  const names =
    BEGINNINGS.get(`${suffix} ${start.join('.')}`) ??
    BEGINNINGS.get(`${suffix} *.${rest.join('.')}`) ??
    bucketIn(start, suffix)
  if (names !== null) return { ...names, region }
  if (rest.length > 0 || hasPlaceholder(first)) return null
  if (suffix === '') return { service: first, region }
  return suffix === partitionWith(region).dualStackDnsSuffix ? { service: first, region, variant: 'dual-stack' } : null
}

/** Names of buckets stand before those of S3, and may have dots of their own. */
function bucketIn(start: readonly string[], suffix: string): Names | null {
  for (const length of [1, 2]) {
    const found = BEGINNINGS.get(`${suffix} ${start.slice(-length).join('.')}`)
    if (found?.service === 's3') return found
  }
  return null
}

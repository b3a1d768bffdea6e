import type { CauseId } from '../causes/cause.ts'
import { noRouteTo } from '../causes/no-route.ts'
import { addressKind } from './clues/address-kind.ts'
import type { Fault } from './formats/fault.ts'
import type { Dialed, StopService } from './stop.ts'

/**
 * What can be wrong on the way to a service, best first. The address that was dialed tells the candidates apart: a
 * private one was given by an interface endpoint, so name and endpoint are there; a public one says that none answered.
 */
export function networkCauses(
  service: StopService | null,
  dialed: Dialed | null,
  fault: Fault | null,
): readonly CauseId[] {
  const kind = dialed?.ip == null ? null : addressKind(dialed.ip)
  if (fault === 'name-not-resolved') return unresolved(service, dialed)
  if (fault === 'refused')
    return [
      'proxy-intercepts-egress',
      'firewall-drops',
      ...(WITH_ENDPOINT.has(service) ? ['endpoint-not-available' as const] : []),
    ]
  const noRoute = service === null ? [] : [noRouteTo(service)].filter((cause) => cause !== null)
  if (kind === 'ipv6')
    return [...noRoute, 'address-family-unsupported', 'security-group-blocks-egress', 'network-acl-blocks']
  if (kind === 'private') {
    return [
      'endpoint-security-group-blocks',
      'security-group-blocks-egress',
      'network-acl-blocks',
      'endpoint-not-available',
      ...noRoute,
      'route-blackhole',
    ]
  }
  const isPublic = kind !== null || (service !== null && !WITH_ENDPOINT.has(service))
  return [
    ...noRoute,
    'no-public-ip',
    ...(isPublic ? PUBLIC_PATH : [...PUBLIC_PATH, ...ENDPOINT_PATH]),
    ...(service !== null && !WITH_ENDPOINT.has(service) ? [] : ['endpoint-private-dns-off' as const]),
    'route-blackhole',
    'vpc-public-access-blocked',
  ]
}

const PUBLIC_PATH = ['security-group-blocks-egress', 'nat-gateway-broken', 'network-acl-blocks'] as const
const ENDPOINT_PATH = ['endpoint-security-group-blocks', 'vpc-dns-off', 'endpoint-not-available'] as const

/** A name of AWS that does not resolve is a matter of the VPC; another may also be written wrongly. */
function unresolved(service: StopService | null, dialed: Dialed | null): readonly CauseId[] {
  if (service === 'registry' || (service === null && dialed?.host != null)) {
    return ['image-reference-wrong', 'vpc-dns-off', 'dns-forwarded-away', 'dns-firewall-blocks']
  }
  return ['vpc-dns-off', 'private-zone-hides-name', 'dns-forwarded-away', 'dns-firewall-blocks']
}

const WITH_ENDPOINT: ReadonlySet<StopService | null> = new Set<StopService | null>([
  'ecr-api',
  'ecr-dkr',
  's3',
  'secretsmanager',
  'ssm',
  'kms',
  'logs',
  'ssmmessages',
])

import { isGap, type Known } from '../model/known.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { AwsHost } from './aws-host.ts'
import { AWS_SERVICES } from './aws-service.ts'

/** Of which kinds a name has addresses. */
export interface Families {
  readonly ipv4: Known<boolean>
  readonly ipv6: Known<boolean>
}

export const IPV4_ALONE: Families = Object.freeze({ ipv4: true, ipv6: false })
export const IPV6_ALONE: Families = Object.freeze({ ipv4: false, ipv6: true })
const BOTH: Families = Object.freeze({ ipv4: true, ipv6: true })
/** Every host of the public internet is taken to have an IPv4 address. */
const PERHAPS_BOTH: Families = Object.freeze({
  ipv4: true,
  ipv6: { gap: 'not-modeled' as const, what: 'public-addresses' },
})

/** @see https://docs.aws.amazon.com/general/latest/gr/rande.html#dual-stack-endpoints */
export function familiesOfHost(service: AwsHost | null): Families {
  if (service === null) return PERHAPS_BOTH
  const known = AWS_SERVICES.get(service.service)
  if (known === undefined) return PERHAPS_BOTH
  if (service.variant === 'dual-stack' || service.variant === 'fips-dual-stack' || known.ipv6) return BOTH
  return IPV4_ALONE
}

/**
 * Of an endpoint's private name, or (`own`) of its regional and zonal names.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptionsSpecification.html
 */
export function familiesOfEndpoint({ dnsRecordIpType, ipAddressType }: VpcEndpoint, own: boolean): Families {
  const type = dnsRecordIpType ?? ipAddressType ?? 'ipv4'
  if (isGap(type)) return { ipv4: type, ipv6: type }
  switch (type) {
    case 'ipv4':
      return IPV4_ALONE
    case 'ipv6':
      return IPV6_ALONE
    case 'dualstack':
      return BOTH
    case 'service-defined':
      return own ? BOTH : IPV4_ALONE
  }
}

/** Where a record for IPv4 leads on, the name has IPv6 addresses only by a record for them. */
export function withRecords(families: Families, ipv6: Known<boolean>): Families {
  if (ipv6 === true) return families
  return { ipv4: families.ipv4, ipv6: families.ipv6 === false ? false : ipv6 }
}

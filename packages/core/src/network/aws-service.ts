import data from './aws-names.json' with { type: 'json' }

/**
 * Which of the names of a service a host is: those under `amazonaws.com` have IPv4 addresses alone unless a service
 * says otherwise, those for dual stack have IPv6 addresses too.
 */
export type NameVariant = 'fips' | 'dual-stack' | 'fips-dual-stack'

/** How the names of a service depart from `<service>.<region>` and `com.amazonaws.<region>.<service>`. */
export interface AwsService {
  /** What its hosts begin with, by variant; `*` stands for the account. */
  readonly hosts: { readonly [Variant in 'standard' | NameVariant]: string }
  /** Under which its names for dual stack are: null as in its partition, `''` as its other names. */
  readonly dualStackDnsSuffix: string | null
  /** Partitions in which the name of its endpoint service begins with the prefix of the partition. */
  readonly ownPrefixIn: readonly string[]
  /** Whether an endpoint surely answers for no name but the standard ones. */
  readonly standardPrivateNamesOnly: boolean
  /** Whether its standard name has IPv6 addresses too. */
  readonly ipv6: boolean
  readonly gatewayEndpoint: boolean
  /** Whether endpoints of other Regions may be made for it. */
  readonly crossRegion: boolean
}

interface Entry {
  readonly host?: string
  readonly fips?: string
  readonly dualStack?: string
  readonly fipsDualStack?: string
  readonly dualStackDnsSuffix?: string
  readonly ownPrefixIn?: readonly string[]
  readonly privateNames?: readonly string[]
  readonly ipv6?: boolean
  readonly gatewayEndpoint?: boolean
  readonly crossRegion?: boolean
}

function serviceFrom(id: string, entry: Entry): AwsService {
  return {
    hosts: {
      standard: entry.host ?? id,
      fips: entry.fips ?? `${id}-fips`,
      'dual-stack': entry.dualStack ?? id,
      'fips-dual-stack': entry.fipsDualStack ?? `${id}-fips`,
    },
    dualStackDnsSuffix: entry.dualStackDnsSuffix ?? null,
    ownPrefixIn: entry.ownPrefixIn ?? [],
    standardPrivateNamesOnly: entry.privateNames !== undefined,
    ipv6: entry.ipv6 ?? false,
    gatewayEndpoint: entry.gatewayEndpoint ?? false,
    crossRegion: entry.crossRegion ?? false,
  }
}

const ENTRIES: { readonly [service: string]: Entry } = data.services

/** The services whose names are known; others are taken to follow the rule. */
export const AWS_SERVICES: ReadonlyMap<string, AwsService> = new Map(
  Object.entries(ENTRIES).map(([id, entry]) => [id, serviceFrom(id, entry)]),
)

export function awsService(id: string): AwsService {
  return AWS_SERVICES.get(id) ?? serviceFrom(id, {})
}

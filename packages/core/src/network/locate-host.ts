import type { AssumptionId } from '../model/assumption.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, World } from '../model/world.ts'
import { parseAddress } from './address-set.ts'
import { type AwsHost, kindOfHost } from './aws-host.ts'
import type { UnusedEndpoint } from './blocker.ts'
import { type Destination, givenAddress, publicBlocksOf, publicHost, unknownHost } from './destination.ts'
import { along, blocked, type Hop, openHop } from './hop.ts'
import { nameServerFacts } from './name-servers.ts'
import { inMap, oncePer } from './once.ts'
import { notModeled, openFact, unresolved } from './open-fact.ts'
import { mayBeListed } from './prefix-list.ts'
import { resolveName } from './resolve-name.ts'

/** What a host is inside of a VPC, whichever subnet asks; `names` is what its name servers do to the packet. */
export type Location =
  | { readonly kind: 'unknown'; readonly names: Hop; readonly destination: Destination | null }
  | { readonly kind: 'endpoint'; readonly names: Hop; readonly endpoint: Placed<VpcEndpoint> }
  | PublicHost

/** A host outside of the VPC. */
export interface PublicHost {
  readonly kind: 'public'
  readonly names: Hop
  readonly host: string
  /** Null: not a service of AWS. */
  readonly service: AwsHost | null
  readonly unused: UnusedEndpoint | null
  readonly destination: Destination
  readonly mayHaveIpv6: boolean
  /** Hosts of the same route take the same course from a subnet. */
  readonly routedAs: string
}

export function locate(world: World, vpc: Placed<Vpc>, host: string): Location {
  return inMap(locationsIn(vpc), host, () => find(world, vpc, host))
}

const locationsIn = oncePer((_: Placed<Vpc>) => new Map<string, Location>())

function find(world: World, vpc: Placed<Vpc>, host: string): Location {
  const address = parseAddress(host)
  if (address !== null) return atAddress(vpc, host, address)
  const servers = nameServerFacts(vpc, host)
  if (servers.length > 0) return unknown(vpc, servers, openHop(servers))
  const names = resolving(vpc)
  const kind = kindOfHost(host)
  const hidden = whatHides(vpc, host, kind)
  if (hidden !== null) return unknown(vpc, [hidden], along([names, openHop([hidden])]))
  const service = typeof kind === 'object' ? kind : null
  const answer = resolveName(vpc, service)
  switch (answer.answer) {
    case 'open':
      return unknown(vpc, answer.facts, along([names, openHop(answer.facts)]))
    case 'endpoint':
      return { kind: 'endpoint', names, endpoint: answer.endpoint }
    case 'public':
      return {
        kind: 'public',
        names: outside(vpc, names),
        host,
        service,
        unused: answer.unused,
        destination: publicHost(world, vpc, host, service, []),
        mayHaveIpv6: service === null,
        routedAs: service !== null && mayBeListed(world, vpc, service) ? `${service.service} ${service.region}` : '',
      }
  }
}

/** Only what stops every packet is judged: the destination may be anywhere. */
function unknown(vpc: Placed<Vpc>, [fact]: readonly OpenFact[], names: Hop): Location {
  return { kind: 'unknown', names, destination: fact === undefined ? null : unknownHost(vpc, fact) }
}

function atAddress(vpc: Placed<Vpc>, host: string, address: number): PublicHost {
  const destination = givenAddress(vpc, address)
  return {
    kind: 'public',
    names: WORKS,
    host,
    service: null,
    unused: null,
    destination,
    mayHaveIpv6: false,
    routedAs: host,
  }
}

/** Said only where it bears on the answer: the VPC has blocks of the public address space. */
const OUTSIDE: AssumptionId = 'public-hosts-outside-vpc'

function outside(vpc: Placed<Vpc>, names: Hop): Hop {
  if (publicBlocksOf(vpc).length === 0) return names
  return { ...names, assumptions: [...names.assumptions, OUTSIDE] }
}

function whatHides(vpc: Placed<Vpc>, host: string, kind: ReturnType<typeof kindOfHost>): OpenFact | null {
  switch (kind) {
    case 'open':
      return openFact('host', host, vpc.at, unresolved(host))
    case 'aws':
      return notModeled('host', host, vpc.at, 'aws-name')
    case 'private':
      return notModeled('host', host, vpc.at, 'private-name')
    default:
      return null
  }
}

/**
 * With DNS support off, the resolver of the VPC answers nothing.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
function resolving(vpc: Placed<Vpc>): Hop {
  const { enableDnsSupport } = vpc.value
  if (enableDnsSupport === true) return WORKS
  const at = pointerTo(vpc.at, 'enableDnsSupport')
  if (isGap(enableDnsSupport)) return openHop([openFact('vpc', vpc.id, at, enableDnsSupport)])
  return blocked({ blocker: 'vpc-dns-off', vpcId: vpc.id, at })
}

import type { AssumptionId } from '../model/assumption.ts'
import type { HostPort } from '../model/host-port.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { PlacedSubnet, World } from '../model/world.ts'
import { parseAddress } from './address-set.ts'
import { type AwsHost, kindOfHost } from './aws-host.ts'
import { type Destination, givenAddress, publicBlocksOf, publicHost, unknownHost } from './destination.ts'
import { toEndpoint } from './endpoint-course.ts'
import { along, blocked, type Hop, openHop } from './hop.ts'
import { nameServerFacts } from './name-servers.ts'
import { aclOf } from './network-acl.ts'
import { isOpen, notModeled, openFact, unresolved } from './open-fact.ts'
import { toPublic } from './public-course.ts'
import { type Answer, resolveName } from './resolve-name.ts'
import type { Course, Departure, Trip } from './trip.ts'
import { addressesIn } from './vpc-subnet.ts'

/** The way from a subnet to a host as far as the groups of the task play no part in it, in the order of the path. */
export interface Way extends Omit<Course, 'destination'> {
  readonly names: Hop
  /** Null: the subnet has no IPv4. */
  readonly destination: Destination | null
  readonly client: Trip['client'] | null
  /** What may lead to the host where IPv4 does not. */
  readonly otherwise: OpenFact | null
}

const NOWHERE = { destination: null, out: [], back: [], endpoints: [], otherwise: null }

export function wayTo(world: World, from: Departure, to: HostPort): Way {
  const { subnet } = from
  const client = addressesIn(subnet)
  if (isOpen(client)) return { ...NOWHERE, names: openHop([client]), client: null }
  const { vpc } = subnet
  const trip: Trip = { ...from, world, vpc, client, acl: aclOf(subnet), to, service: null, unused: null }
  const address = parseAddress(to.host)
  if (address !== null) {
    return { names: WORKS, client, otherwise: null, ...toPublic(trip, () => givenAddress(vpc, address)) }
  }
  const servers = nameServerFacts(vpc, to.host)
  if (servers.length > 0) return lost(trip, servers, openHop(servers))
  const names = resolving(trip)
  const host = hostOf(trip)
  const answer: Answer = isOpen(host) ? { answer: 'open', facts: [host] } : resolveName(vpc, host.service)
  if (isOpen(host) || answer.answer === 'open') {
    const facts = answer.answer === 'open' ? answer.facts : []
    return lost(trip, facts, along([names, openHop(facts)]))
  }
  const { service } = host
  if (answer.answer === 'endpoint') return { names, client, otherwise: null, ...toEndpoint(trip, answer.endpoint) }
  const destinationWith = (lists: readonly string[]) => publicHost(world, vpc, to.host, service, lists)
  const course = toPublic({ ...trip, service, unused: answer.unused }, destinationWith)
  const outside = publicBlocksOf(vpc).length === 0 ? names : { ...names, assumptions: [...names.assumptions, OUTSIDE] }
  return { names: outside, client, otherwise: service === null ? byIpv6(subnet) : null, ...course }
}

/** Said only where it bears on the answer: the VPC has blocks of the public address space. */
const OUTSIDE: AssumptionId = 'public-hosts-outside-vpc'

/** Only what stops every packet is judged: the destination may be anywhere. */
function lost({ vpc, client }: Trip, [fact]: readonly OpenFact[], names: Hop): Way {
  return { ...NOWHERE, names, client, destination: fact === undefined ? null : unknownHost(vpc, fact) }
}

function hostOf({ vpc, to: { host } }: Trip): { readonly service: AwsHost | null } | OpenFact {
  const kind = kindOfHost(host)
  switch (kind) {
    case 'other':
      return { service: null }
    case 'open':
      return openFact('host', host, vpc.at, unresolved(host))
    case 'aws':
      return notModeled('host', host, vpc.at, 'aws-name')
    case 'private':
      return notModeled('host', host, vpc.at, 'private-name')
    default:
      return { service: kind }
  }
}

/**
 * Hosts that are not of AWS may have IPv6 addresses, as a task may in a subnet with an IPv6 block. The endpoints of AWS
 * services under `amazonaws.com` have IPv4 alone.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
function byIpv6({ id, value, at }: PlacedSubnet): OpenFact | null {
  if (value.ipv6CidrBlock === undefined) return null
  const where = pointerTo(at, 'ipv6CidrBlock')
  return isGap(value.ipv6CidrBlock)
    ? openFact('subnet', id, where, value.ipv6CidrBlock)
    : notModeled('subnet', id, where, 'ipv6')
}

/**
 * With DNS support off, the resolver of the VPC answers nothing.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
function resolving({ vpc }: Trip): Hop {
  const { enableDnsSupport } = vpc.value
  const at = pointerTo(vpc.at, 'enableDnsSupport')
  if (isGap(enableDnsSupport)) return openHop([openFact('vpc', vpc.id, at, enableDnsSupport)])
  if (enableDnsSupport) return WORKS
  return blocked({ blocker: 'vpc-dns-off', vpcId: vpc.id, at })
}

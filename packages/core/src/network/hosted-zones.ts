import type { HostedZone } from '../model/dns.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { covering, type Doubt, domainsIn } from './domains.ts'
import { oncePer } from './once.ts'
import { notModeled, openFact } from './open-fact.ts'

/** A private hosted zone that answers in the VPC for the names below its domain. */
export interface Zone {
  readonly id: string
  readonly domain: string
  readonly value: HostedZone
  readonly at: Pointer
}

/** The zone that answers for a name, and what hides whether it does or another one. */
interface ZoneFor {
  readonly zone: Zone | null
  readonly facts: readonly OpenFact[]
}

const NO_ZONE: ZoneFor = Object.freeze({ zone: null, facts: Object.freeze([]) })

const zonesOf = oncePer(({ value: { hostedZones } }: Placed<Vpc>) =>
  hostedZones === undefined ? null : domainsIn(hostedZones, ({ name }) => name),
)

/**
 * Of several zones that hold the name the one of the longest domain answers, and no other, nor the public DNS.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function zoneFor(vpc: Placed<Vpc>, name: string): ZoneFor {
  const zones = zonesOf(vpc)
  if (zones === null) return NO_ZONE
  const { longest, doubts } = covering(zones, name)
  const facts = doubts.map((doubt) => factOf(vpc, doubt))
  const [found, second] = longest
  if (found === undefined) return { zone: null, facts }
  const at = pointerTo(vpc.at, 'hostedZones', found.id)
  const zone: Zone = { ...found, at }
  // AWS lets no VPC have two zones of one name.
  const twice = second === undefined ? [] : [notModeled('dns', vpc.id, at, 'conflicting-zones', found.domain)]
  return { zone, facts: [...facts, ...twice, ...unused(vpc, zone)] }
}

function factOf(vpc: Placed<Vpc>, { id, gap }: Doubt): OpenFact {
  const at = pointerTo(vpc.at, 'hostedZones')
  return openFact('dns', vpc.id, id === null ? at : pointerTo(at, id), gap)
}

/** Private zones need the DNS hostnames of the VPC; AWS does not say who answers for their names without. */
function unused(vpc: Placed<Vpc>, { domain }: Zone): readonly OpenFact[] {
  const { enableDnsHostnames } = vpc.value
  if (enableDnsHostnames === true) return []
  const at = pointerTo(vpc.at, 'enableDnsHostnames')
  if (isGap(enableDnsHostnames)) return [openFact('dns', vpc.id, at, enableDnsHostnames)]
  return [notModeled('dns', vpc.id, at, 'zone-without-dns-hostnames', domain)]
}

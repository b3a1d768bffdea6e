import type { DhcpOptions } from '../model/dns.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { blocksOf, toCidrs } from './address-set.ts'
import { oncePer } from './once.ts'
import { notModeled, openFact } from './open-fact.ts'

/**
 * The name servers that tasks in the VPC ask, where they are not, or may not be, those of AWS alone. What others
 * answer nobody knows.
 *
 * A part of the VPC that the snapshot does not hold (`dhcpOptions`, `hostedZones`, `resolverRules`, `dnsFirewall`,
 * `route53Profiles`, `blockPublicAccess`) is as AWS makes it: none. One that was asked for and denied is a gap, and
 * stays open.
 */
export const otherNameServers = oncePer((vpc: Placed<Vpc>): OpenFact | null => {
  const { dhcpOptions } = vpc.value
  return dhcpOptions === undefined ? null : factOf(vpc, dhcpOptions)
})

function factOf(vpc: Placed<Vpc>, options: Known<DhcpOptions>): OpenFact | null {
  const at = pointerTo(vpc.at, 'dhcpOptions')
  if (isGap(options)) return openFact('dns', vpc.id, at, options)
  const servers = options.domainNameServers
  const here = pointerTo(at, 'domainNameServers')
  if (isGap(servers)) return openFact('dns', vpc.id, here, servers)
  const ofAws = [...OF_AWS, ...resolverAddress(vpc.value)]
  if (servers.length > 0 && servers.every((server) => ofAws.includes(server.toLowerCase()))) return null
  return notModeled('dns', vpc.id, here, 'name-servers', servers.join(', '))
}

/**
 * The resolver of the VPC, by name or by its fixed addresses.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
const OF_AWS = ['amazonprovideddns', '169.254.169.253', 'fd00:ec2::253']

/** It also has the third address of the primary block, which is known where the VPC has one block alone. */
function resolverAddress({ cidrBlocks }: Vpc): readonly string[] {
  const blocks = blocksOf(cidrBlocks, 4)
  if (isGap(blocks) || isGap(cidrBlocks) || cidrBlocks.filter((block) => block.includes('.')).length !== 1) return []
  const thirds = blocks.map(({ from }) => ({ from: Number(from) + 2, to: Number(from) + 2 }))
  return toCidrs(thirds).map((cidr) => cidr.slice(0, -'/32'.length))
}

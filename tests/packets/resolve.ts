import type { HostedZone, Vpc, VpcEndpoint } from '@farsight/core'
import { isAddress } from './address.ts'
import { entries, given, vpcOfSubnet } from './aws-state.ts'
import type { Interface } from './kernel/interfaces.ts'
import { type PacketProbe, type PacketWorld, PLACE } from './packet-world.ts'

/** The service that each host of the worlds belongs to; others are not of AWS. */
const SERVICES: { readonly [host: string]: string } = {
  [`api.ecr.${PLACE.region}.amazonaws.com`]: 'ecr.api',
  [`${PLACE.account}.dkr.ecr.${PLACE.region}.amazonaws.com`]: 'ecr.dkr',
  [`logs.${PLACE.region}.amazonaws.com`]: 'logs',
  [`prod-${PLACE.region}-starport-layer-bucket.s3.${PLACE.region}.amazonaws.com`]: 's3',
}

export const AWS_HOSTS = Object.keys(SERVICES)

export function serviceOf(host: string): string | undefined {
  return SERVICES[host]
}

/** Where the probe's packets go, each address with its own fate; null: the name has no answer. */
export type Resolution = readonly string[] | null

/** What the resolver of the VPC answers, by AWS's description and apart from the code under test. */
export function resolve(world: PacketWorld, interfaces: readonly Interface[], probe: PacketProbe): Resolution {
  if (isAddress(probe.host)) return [probe.host]
  const { vpc } = vpcOfSubnet(world.snapshot, probe.subnetId)
  if (vpc.enableDnsSupport === false) return null
  const inZone = vpc.enableDnsHostnames === true ? addressesInZone(vpc, probe.host) : null
  if (inZone !== null) return inZone
  const service = SERVICES[probe.host]
  const names = vpc.enableDnsHostnames === true ? entries<VpcEndpoint>(vpc.endpoints) : []
  const endpoint = names.find(([, each]) => service !== undefined && answersFor(each, service))
  if (endpoint === undefined) return world.hosts[probe.host] ?? null
  return interfaces.filter(({ ownerId }) => ownerId === endpoint[0]).flatMap(({ addresses }) => addresses)
}

/** Zones of the worlds have the name of one host and its record. */
function addressesInZone({ hostedZones }: Vpc, host: string): Resolution {
  const records = entries<HostedZone>(hostedZones).flatMap(([id, { name, records: own }]) =>
    name === host ? given(own, id) : [],
  )
  return records.length === 0 ? null : records.flatMap(({ values, name }) => given(values, name))
}

function answersFor(endpoint: VpcEndpoint, service: string): boolean {
  const { vpcEndpointType, serviceName, privateDnsEnabled = true, state = 'available' } = endpoint
  const isOurs = vpcEndpointType === 'Interface' && serviceName === `com.amazonaws.${PLACE.region}.${service}`
  const insideToo = service !== 's3' || endpoint.privateDnsOnlyForInboundResolverEndpoint === false
  return isOurs && insideToo && privateDnsEnabled === true && state === 'available'
}

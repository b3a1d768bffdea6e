import * as z from 'zod/mini'
import { dhcpOptions, dnsFirewall, hostedZone, resolverRule, route53Profile } from './dns.ts'
import {
  fact,
  known,
  knownBoolean,
  knownString,
  knownStrings,
  optionalBoolean,
  optionalString,
  optionalStrings,
  string,
} from './known.ts'
import { list } from './list.ts'
import { networkAcl } from './network-acl.ts'
import { ours } from './object.ts'
import { routeTable } from './route-table.ts'
import { securityGroup } from './security-group.ts'
import { subnet } from './subnet.ts'
import { listing } from './table.ts'
import { optionalTags } from './tags.ts'
import { knownCidrs } from './text.ts'
import { vpcEndpoint } from './vpc-endpoint.ts'

export const natGateway = ours({
  state: fact(z.enum(['pending', 'failed', 'available', 'deleting', 'deleted'])),
  connectivityType: fact(z.enum(['public', 'private'])),
  availabilityMode: fact(z.enum(['zonal', 'regional'])),
  subnetId: optionalString,
  routeTableId: optionalString,
  publicIps: optionalStrings,
  tags: optionalTags,
})

export const internetGateway = ours({
  state: fact(z.enum(['attaching', 'attached', 'available', 'detaching', 'detached'])),
  tags: optionalTags,
})

export const blockPublicAccessExclusion = ours({
  resourceId: string,
  mode: z.enum(['allow-bidirectional', 'allow-egress']),
})

export const blockPublicAccess = ours({
  mode: known(z.enum(['off', 'block-bidirectional', 'block-ingress'])),
  exclusions: fact(list(blockPublicAccessExclusion)),
})

export const peeringConnection = ours({
  state: optionalString,
  peerVpcId: knownString,
  peerAccount: optionalString,
  peerRegion: optionalString,
  peerCidrBlocks: z.exactOptional(knownCidrs),
})

export const transitGatewayAttachment = ours({
  transitGatewayId: knownString,
  state: optionalString,
  subnetIds: knownStrings,
  transitGatewayRouteTableId: optionalString,
  ipv6Support: optionalBoolean,
  securityGroupReferencingSupport: optionalBoolean,
})

const internetGateways = fact(listing(internetGateway))

export const vpc = ours({
  ownerAccount: z.exactOptional(string),
  cidrBlocks: knownCidrs,
  enableDnsSupport: knownBoolean,
  enableDnsHostnames: knownBoolean,
  subnets: fact(listing(subnet)),
  routeTables: fact(listing(routeTable)),
  networkAcls: fact(listing(networkAcl)),
  securityGroups: fact(listing(securityGroup)),
  endpoints: fact(listing(vpcEndpoint)),
  natGateways: fact(listing(natGateway)),
  internetGateways,
  egressOnlyInternetGateways: internetGateways,
  dhcpOptions: fact(dhcpOptions),
  hostedZones: fact(listing(hostedZone)),
  resolverRules: fact(listing(resolverRule)),
  dnsFirewall: fact(dnsFirewall),
  route53Profiles: fact(listing(route53Profile)),
  blockPublicAccess: fact(blockPublicAccess),
  peeringConnections: fact(listing(peeringConnection)),
  transitGatewayAttachments: fact(listing(transitGatewayAttachment)),
  tags: optionalTags,
})

import * as z from 'zod/mini'
import { fact, known, knownString, optionalBoolean, optionalString, optionalStrings } from './known.ts'
import { ours } from './object.ts'
import { optionalPolicy } from './policy-document.ts'
import { optionalTags } from './tags.ts'

export const vpcEndpoint = ours({
  vpcEndpointType: known(z.enum(['Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'])),
  serviceName: knownString,
  serviceRegion: optionalString,
  state: optionalString,
  subnetIds: optionalStrings,
  securityGroupIds: optionalStrings,
  privateIpAddresses: optionalStrings,
  privateDnsEnabled: optionalBoolean,
  privateDnsOnlyForInboundResolverEndpoint: optionalBoolean,
  ipAddressType: fact(z.enum(['ipv4', 'ipv6', 'dualstack'])),
  dnsRecordIpType: fact(z.enum(['ipv4', 'ipv6', 'dualstack', 'service-defined'])),
  routeTableIds: optionalStrings,
  policyDocument: optionalPolicy,
  tags: optionalTags,
})

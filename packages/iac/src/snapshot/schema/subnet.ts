import { optionalBoolean, optionalInteger, optionalString } from './known.ts'
import { ours } from './object.ts'
import { optionalTags } from './tags.ts'
import { optionalCidr } from './text.ts'

export const subnet = ours({
  cidrBlock: optionalCidr,
  ipv6CidrBlock: optionalCidr,
  ipv6Native: optionalBoolean,
  availabilityZone: optionalString,
  availabilityZoneId: optionalString,
  availableIpAddressCount: optionalInteger,
  routeTableId: optionalString,
  networkAclId: optionalString,
  assignIpv6AddressOnCreation: optionalBoolean,
  enableDns64: optionalBoolean,
  tags: optionalTags,
})

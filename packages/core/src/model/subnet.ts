import type { Known } from './known.ts'
import type { Tags } from './tags.ts'

export interface Subnet {
  /** IPv4 block; absent where the subnet is IPv6-only. */
  readonly cidrBlock?: Known<string>
  readonly ipv6CidrBlock?: Known<string>
  readonly ipv6Native?: Known<boolean>
  readonly availabilityZone?: Known<string>
  readonly availabilityZoneId?: Known<string>
  /** Addresses that AWS has not given away yet; absent: not read. */
  readonly availableIpAddressCount?: Known<number>
  /** Absent: the main route table of the VPC. */
  readonly routeTableId?: Known<string>
  /** Absent: the default network ACL of the VPC. */
  readonly networkAclId?: Known<string>
  readonly assignIpv6AddressOnCreation?: Known<boolean>
  readonly enableDns64?: Known<boolean>
  readonly tags?: Known<Tags>
}

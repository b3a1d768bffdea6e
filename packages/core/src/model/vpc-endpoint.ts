import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'
import type { Tags } from './tags.ts'

export interface VpcEndpoint {
  readonly vpcEndpointType: Known<'Interface' | 'Gateway' | 'GatewayLoadBalancer' | 'Resource' | 'ServiceNetwork'>
  /** As AWS spells it: `com.amazonaws.ap-northeast-1.ecr.api`. */
  readonly serviceName: Known<string>
  /** Absent: the Region of the VPC. */
  readonly serviceRegion?: Known<string>
  /** Absent: `available`. */
  readonly state?: Known<string>
  /** Of an interface endpoint. */
  readonly subnetIds?: Known<readonly string[]>
  /** Of an interface endpoint; absent: the VPC's default group. */
  readonly securityGroupIds?: Known<readonly string[]>
  /** The addresses of its interfaces; absent: somewhere in its subnets. */
  readonly privateIpAddresses?: Known<readonly string[]>
  /** Of an interface endpoint; absent: true, as in the API. */
  readonly privateDnsEnabled?: Known<boolean>
  readonly privateDnsOnlyForInboundResolverEndpoint?: Known<boolean>
  readonly ipAddressType?: Known<'ipv4' | 'ipv6' | 'dualstack'>
  /** Which addresses its names give; absent: those of `ipAddressType`. `service-defined`: the private name IPv4 alone. */
  readonly dnsRecordIpType?: Known<'ipv4' | 'ipv6' | 'dualstack' | 'service-defined'>
  /** Of a gateway endpoint: the tables that carry its route. */
  readonly routeTableIds?: Known<readonly string[]>
  /** Absent: full access. */
  readonly policyDocument?: Known<PolicyDocument>
  readonly tags?: Known<Tags>
}

import {
  dhcpOptions,
  dnsFirewall,
  dnsFirewallRule,
  dnsRecord,
  hostedZone,
  resolverRule,
  route53Profile,
} from '../schema/dns.ts'
import { networkAcl, networkAclEntry } from '../schema/network-acl.ts'
import { prefixList } from '../schema/prefix-list.ts'
import { route, routeTable } from '../schema/route-table.ts'
import { securityGroup, securityGroupRule } from '../schema/security-group.ts'
import { subnet } from '../schema/subnet.ts'
import { transitGateway, transitGatewayRoute, transitGatewayRouteTable } from '../schema/transit-gateway.ts'
import {
  blockPublicAccess,
  blockPublicAccessExclusion,
  internetGateway,
  natGateway,
  peeringConnection,
  transitGatewayAttachment,
  vpc,
} from '../schema/vpc.ts'
import { vpcEndpoint } from '../schema/vpc-endpoint.ts'
import { define } from './definition.ts'

const TAGS = 'Tag keys and values; those of CloudFormation tell which stack made it. Absent: not read.'

const FROM_PORT = 'First port; for ICMP the type. Absent: all.'
const TO_PORT = 'Last port; for ICMP the code. Absent: all.'
const PROTOCOL = '`-1` (all), `tcp`, `udp`, `icmp`, `icmpv6`, or an IANA number as text (`6`).'

export const networkDefinitions = {
  Vpc: define(
    vpc,
    'VPC',
    'A VPC with everything in it. The main route table, the default network ACL and the default security group count as AWS makes them with every VPC where a complete listing does not hold them.',
    {
      ownerAccount: 'The account that owns it, in a snapshot of an account with which its subnets are shared.',
      cidrBlocks: 'All its IPv4 and IPv6 blocks, in any order.',
      enableDnsSupport: 'Whether the DNS server of AWS answers in it. A VPC begins with true.',
      enableDnsHostnames:
        'Needed for the private DNS names of endpoints. A VPC begins with false; the default VPC and the VPC wizard set true.',
      subnets: 'By id. Absent: not read.',
      routeTables: 'By id. Absent: not read.',
      networkAcls: 'By id. Absent: not read; `{}`: the default one of AWS alone, which allows everything.',
      securityGroups: 'By id. Absent: not read.',
      endpoints: 'VPC endpoints, by id. Absent: not read; `{}`: there are none.',
      natGateways: 'By id. Absent: not read.',
      internetGateways: 'Those attached to the VPC, by id. Absent: not read.',
      egressOnlyInternetGateways: 'Those attached to the VPC, by id. Absent: not read.',
      dhcpOptions: 'Absent: those of AWS, with AmazonProvidedDNS.',
      hostedZones: 'Route 53 private hosted zones associated with the VPC, by zone id. Absent: none.',
      resolverRules: 'Route 53 Resolver rules associated with the VPC, by id. Absent: none.',
      dnsFirewall: 'What Route 53 Resolver DNS Firewall does in the VPC. Absent: it is not used.',
      route53Profiles: 'Route 53 Profiles associated with the VPC, by id. Absent: none.',
      blockPublicAccess: 'VPC Block Public Access, as the Region sets it. Absent: off.',
      peeringConnections: 'By id. Absent: not read.',
      transitGatewayAttachments: 'By id. Absent: not read.',
      tags: TAGS,
    },
  ),
  Subnet: define(subnet, 'Subnet', 'A subnet (`aws ec2 describe-subnets`).', {
    cidrBlock: 'The IPv4 block. Absent where the subnet has IPv6 only.',
    ipv6CidrBlock: 'Absent: none.',
    ipv6Native: 'Whether the subnet has IPv6 only. Absent: false.',
    availabilityZone: 'Such as `ap-northeast-1a`.',
    availabilityZoneId: 'Such as `apne1-az4`: the same zone in all accounts.',
    availableIpAddressCount: 'IPv4 addresses that are free. Absent: not read.',
    routeTableId: 'Absent: the main route table of the VPC.',
    networkAclId: 'Absent: the default network ACL of the VPC.',
    assignIpv6AddressOnCreation: 'Absent: false.',
    enableDns64: 'Absent: false.',
    tags: TAGS,
  }),
  RouteTable: define(
    routeTable,
    'Route table',
    'A route table (`aws ec2 describe-route-tables`). The subnets name their table, not the other way round.',
    {
      main: 'The table of every subnet that names none. Absent: false.',
      routes: 'The routes to the own blocks of the VPC (`local`) need not be written.',
      tags: TAGS,
    },
  ),
  Route: define(route, 'Route', 'One route; the longest prefix wins.', {
    destination: 'An IPv4 or IPv6 block, or the id of a prefix list (`pl-…`).',
    target:
      'The id of what the packets go to: `igw-…`, `nat-…`, `vpce-…`, `eigw-…`, `pcx-…`, `tgw-…`, `vgw-…`, `eni-…`; or `local`.',
    state: '`blackhole`: the target is gone. Absent: `active`.',
  }),
  NetworkAcl: define(networkAcl, 'Network ACL', 'A network ACL (`aws ec2 describe-network-acls`). It keeps no state.', {
    default: 'The ACL of every subnet that names none. Absent: false.',
    entries: 'In any order. Without the last entry (`*`, 32767), which denies what nothing above it matched.',
    tags: TAGS,
  }),
  NetworkAclEntry: define(networkAclEntry, 'Network ACL entry', 'The lowest number that matches decides.', {
    ruleNumber: '1 to 32766.',
    egress: 'true: for packets that leave the subnet; false: for those that enter it.',
    ruleAction: '`allow` or `deny`.',
    protocol: PROTOCOL,
    fromPort: FROM_PORT,
    toPort: TO_PORT,
    cidrBlock: 'The other side, as an IPv4 or IPv6 block.',
  }),
  SecurityGroup: define(
    securityGroup,
    'Security group',
    'A security group (`aws ec2 describe-security-groups`). It keeps state: answers always pass.',
    {
      groupName: 'Only the name `default` matters: that group is used where none is named.',
      ingress: 'What may come in. `[]`: nothing.',
      egress: 'What may go out. `[]`: nothing. A new group lets everything out: protocol `-1` to 0.0.0.0/0.',
      tags: TAGS,
    },
  ),
  SecurityGroupRule: define(
    securityGroupRule,
    'Security group rule',
    'One peer in each rule: `cidr`, `groupId` or `prefixListId`.',
    {
      protocol: PROTOCOL,
      fromPort: FROM_PORT,
      toPort: TO_PORT,
      cidr: 'An IPv4 or IPv6 block.',
      groupId: 'All interfaces with this group.',
      prefixListId: 'The blocks of a prefix list (`pl-…`).',
    },
  ),
  VpcEndpoint: define(vpcEndpoint, 'VPC endpoint', 'A VPC endpoint (`aws ec2 describe-vpc-endpoints`).', {
    vpcEndpointType: 'As AWS spells it.',
    serviceName: 'As AWS spells it: `com.amazonaws.ap-northeast-1.ecr.api`.',
    serviceRegion: 'Absent: the Region of the VPC.',
    state: 'Absent: `available`.',
    subnetIds: 'Of an interface endpoint: where it has interfaces.',
    securityGroupIds: 'Of an interface endpoint. Absent: the default group of the VPC.',
    privateIpAddresses: 'The addresses of its interfaces. Absent: somewhere in its subnets.',
    privateDnsEnabled: 'Of an interface endpoint: whether the name of the service leads to it. Absent: true.',
    privateDnsOnlyForInboundResolverEndpoint:
      'Of an interface endpoint of S3: whether the name leads to it only for those who ask from outside the VPC.',
    ipAddressType: 'Absent: `ipv4`.',
    dnsRecordIpType:
      'Which addresses its names give. Absent: those of `ipAddressType`. `service-defined`: the name of the service IPv4 alone.',
    routeTableIds: 'Of a gateway endpoint: the tables that carry its route.',
    policyDocument: 'Absent: full access.',
    tags: TAGS,
  }),
  NatGateway: define(natGateway, 'NAT gateway', 'A NAT gateway (`aws ec2 describe-nat-gateways`).', {
    state: 'Absent: `available`.',
    connectivityType: 'Absent: `public`.',
    availabilityMode: 'Absent: `zonal`.',
    subnetId: 'Of a zonal gateway: the subnet that it is in, whose route table leads on.',
    routeTableId: 'Of a regional gateway, which has a route table of its own.',
    publicIps: 'Its Elastic IP addresses.',
    tags: TAGS,
  }),
  InternetGateway: define(
    internetGateway,
    'Internet gateway',
    'An internet gateway, or an egress-only one for IPv6. `{}` is a working one.',
    { state: 'Of its attachment to the VPC. Absent: attached.', tags: TAGS },
  ),
  DhcpOptions: define(dhcpOptions, 'DHCP options', 'The DHCP option set of the VPC, as far as names are concerned.', {
    domainNameServers: '`AmazonProvidedDNS`, or addresses of name servers.',
  }),
  HostedZone: define(
    hostedZone,
    'Private hosted zone',
    'A Route 53 private hosted zone. It answers for every name below its own: one without a record there does not exist.',
    { name: 'Such as `example.internal`, with or without a dot at the end.', records: 'All records of the zone.' },
  ),
  DnsRecord: define(dnsRecord, 'DNS record', 'A record of a private hosted zone.', {
    name: 'The full name.',
    type: '`A`, `AAAA`, `CNAME` and so on; that of the alias where it is one.',
    values: 'Addresses, or the name that an alias or CNAME leads to.',
  }),
  ResolverRule: define(resolverRule, 'Resolver rule', 'Where the VPC sends questions for a domain.', {
    domainName: 'The domain and all names below it; `.` is everything.',
    ruleType:
      '`FORWARD`: to `targetIps`; `SYSTEM`: to the DNS server of AWS all the same; `DELEGATE`: where the NS records of a private zone lead out of AWS.',
    targetIps: 'The name servers that are asked.',
  }),
  Route53Profile: define(
    route53Profile,
    'Route 53 Profile',
    'A set of private hosted zones, rules and firewalls that many VPCs share. What is in it is not judged yet.',
    { name: 'For reports.' },
  ),
  DnsFirewall: define(dnsFirewall, 'DNS Firewall', 'Which names the DNS server of AWS refuses in the VPC.', {
    failOpen: 'Whether names resolve while DNS Firewall does not answer. Absent: false.',
    rules:
      'In order of priority: of the rule groups first, then of the rules in a group. The first that matches decides.',
  }),
  DnsFirewallRule: define(dnsFirewallRule, 'DNS Firewall rule', 'What happens to some names.', {
    ruleGroupId: 'The rule group that it is in, for reports.',
    domains: 'Names, with `*.` in front for all names below. Of a list that AWS manages nobody can read them: a gap.',
    action: '`ALERT` lets pass and logs.',
    blockResponse: 'What a `BLOCK` answers. Absent: `NODATA`.',
    blockOverrideDomain: 'The name that `OVERRIDE` leads to.',
    queryType: 'Such as `A` or `AAAA`. Absent: all.',
    domainRedirection:
      'Whether the names that a name redirects to (CNAME) are inspected as well. Absent: `INSPECT_REDIRECTION_DOMAIN`.',
  }),
  BlockPublicAccess: define(
    blockPublicAccess,
    'VPC Block Public Access',
    'Stops traffic through internet gateways, whatever the route tables say.',
    {
      mode: '`block-bidirectional`: both ways; `block-ingress`: only what begins outside.',
      exclusions: 'VPCs and subnets that it leaves alone. Absent: none.',
    },
  ),
  BlockPublicAccessExclusion: define(
    blockPublicAccessExclusion,
    'Exclusion',
    'One that Block Public Access leaves alone.',
    {
      resourceId: 'The id of a VPC or a subnet.',
      mode: '`allow-bidirectional`, or `allow-egress` for what begins inside.',
    },
  ),
  PeeringConnection: define(peeringConnection, 'VPC peering connection', 'A peering connection, seen from this VPC.', {
    state: 'Absent: `active`.',
    peerVpcId: 'The VPC on the other side.',
    peerAccount: 'Absent: the account of this VPC.',
    peerRegion: 'Absent: the Region of this VPC.',
    peerCidrBlocks: 'The blocks on the other side, as the connection shows them.',
  }),
  TransitGatewayAttachment: define(
    transitGatewayAttachment,
    'Transit gateway attachment',
    'How this VPC is attached to a transit gateway.',
    {
      transitGatewayId: 'The gateway (`tgw-…`).',
      state: 'Absent: `available`.',
      subnetIds: 'Where it has interfaces: it serves the Availability Zones of these subnets only.',
      transitGatewayRouteTableId: 'The route table of the transit gateway that the attachment is associated with.',
      ipv6Support: 'Whether it carries IPv6. Absent: not read.',
      securityGroupReferencingSupport:
        'Whether groups may name groups across it, where the transit gateway supports that too. Absent: true.',
    },
  ),
  TransitGateway: define(
    transitGateway,
    'Transit gateway',
    'A router between VPCs. What comes in by an attachment is routed by the table that the attachment is associated with.',
    {
      routeTables: 'By id (`tgw-rtb-…`).',
      securityGroupReferencingSupport:
        'Whether security groups may name groups of other VPCs that are attached. Absent: false.',
    },
  ),
  TransitGatewayRouteTable: define(
    transitGatewayRouteTable,
    'Transit gateway route table',
    'A route table of a transit gateway (`aws ec2 search-transit-gateway-routes`).',
    { routes: 'Static and propagated routes; the longest prefix wins.' },
  ),
  TransitGatewayRoute: define(transitGatewayRoute, 'Transit gateway route', 'One route of a transit gateway.', {
    destinationCidrBlock: 'An IPv4 or IPv6 block.',
    transitGatewayAttachmentId: 'The attachment that the packets leave by. Absent: of a black hole.',
    state: '`blackhole`: the packets are dropped. Absent: `active`.',
  }),
  PrefixList: define(prefixList, 'Prefix list', 'A managed prefix list: one of yours, or of an AWS service.', {
    prefixListName: '`com.amazonaws.ap-northeast-1.s3` for the list of an AWS service.',
    cidrs: 'Its blocks. For the list of an AWS service a gap will do: the name says enough.',
    maxEntries: 'How many entries it counts as in a route table or security group.',
  }),
}

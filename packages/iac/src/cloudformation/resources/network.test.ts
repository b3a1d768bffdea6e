// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so
import { describe, expect, test } from 'vitest'
import { indented, read } from '../test-template.ts'

/** A VPC with a subnet and a table; the fragment stands beside them. */
const inVpc = (fragment: string) =>
  read(`Parameters:
  Zone: {Type: String}
Conditions:
  Perhaps: !Equals [!Ref Zone, a]
  Never: !Equals [a, b]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !Ref Vpc}}
${indented(fragment.trim(), 2)}
`)

describe('a subnet', () => {
  test.each([
    ['CidrBlock: 10.0.1.0/24', { cidrBlock: '10.0.1.0/24', availableIpAddressCount: 251 }],
    ['CidrBlock: 10.0.1.0/28', { availableIpAddressCount: 11 }],
    ['CidrBlock: !Select [3, !Cidr [!GetAtt Vpc.CidrBlock, 6, 8]]', { cidrBlock: '10.0.3.0/24' }],
    [
      'CidrBlock: !Sub "10.${Zone}.0.0/24"',
      { cidrBlock: { gap: 'parameter', name: 'Zone' }, availableIpAddressCount: { gap: 'parameter', name: 'Zone' } },
    ],
    ['Ipv4IpamPoolId: pool', { cidrBlock: { gap: 'after-deploy' } }],
    ['CidrBlock: 10.0.1.0/24, AvailabilityZone: !Ref Zone', { availabilityZone: { gap: 'parameter', name: 'Zone' } }],
    [
      'CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ""]',
      { availabilityZone: '«Fn::GetAZs AWS::Region[0]»' },
    ],
    [
      'Ipv6Native: true, Ipv6CidrBlock: "2001:db8::/64", AssignIpv6AddressOnCreation: "true", EnableDns64: yes',
      { ipv6Native: true, assignIpv6AddressOnCreation: true, enableDns64: true },
    ],
  ])('with %s', (properties, expected) => {
    const { vpc } = inVpc(`New: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, ${properties}}}`)
    expect(vpc('Vpc').subnets).toMatchObject({ New: expected })
  })

  test('of IPv6 alone has no IPv4 addresses to count', () => {
    const { vpc } = inVpc('New: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, Ipv6Native: true}}')
    expect(vpc('Vpc').subnets).toMatchObject({ New: { ipv6Native: true } })
    expect(vpc('Vpc').subnets).not.toHaveProperty('New.cidrBlock')
  })

  test.each([
    ['none', '', undefined],
    [
      'one',
      'L: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}}',
      'Table',
    ],
    [
      'one of another stack',
      'L: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: rtb-1}}',
      'rtb-1',
    ],
    [
      'an imported one',
      'L: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !ImportValue t}}',
      { gap: 'unresolved', expression: 'Fn::ImportValue t' },
    ],
    [
      'perhaps one',
      'L: {Type: AWS::EC2::SubnetRouteTableAssociation, Condition: Perhaps, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}}',
      { gap: 'unresolved', expression: 'Condition Perhaps' },
    ],
    [
      'one taken away',
      'L: {Type: AWS::EC2::SubnetRouteTableAssociation, Condition: Never, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}}',
      undefined,
    ],
  ])('has the route table of its association: %s', (_name, fragment, expected) => {
    const { subnets } = inVpc(fragment).vpc('Vpc')
    expect(subnets).toMatchObject({ Subnet: expected === undefined ? {} : { routeTableId: expected } })
    if (expected === undefined) expect(subnets).not.toHaveProperty('Subnet.routeTableId')
  })
})

describe('a route', () => {
  const route = (properties: string, condition = '') =>
    inVpc(`
Igw: {Type: AWS::EC2::InternetGateway}
Att: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
Loose: {Type: AWS::EC2::InternetGateway}
Far: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: subnet-1, AllocationId: eipalloc-1}}
Nat: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: !Ref Subnet, AllocationId: eipalloc-1}}
Vpn: {Type: AWS::EC2::VPNGateway}
Box: {Type: AWS::EC2::Instance}
Wall: {Type: AWS::NetworkFirewall::Firewall}
Tgw: {Type: AWS::EC2::TransitGateway}
R: {Type: AWS::EC2::Route, ${condition} Properties: {RouteTableId: !Ref Table, ${properties}}}`)

  test.each([
    ['DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw', { destination: '0.0.0.0/0', target: 'Igw' }],
    ['DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat', { target: 'Nat' }],
    [
      'DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Far',
      { target: { gap: 'unresolved', expression: 'AWS::EC2::NatGateway Far' } },
    ],
    ['DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Loose', { target: 'Loose' }],
    ['DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1', { target: 'nat-1' }],
    [
      'DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: eigw-1',
      { destination: '::/0', target: 'eigw-1' },
    ],
    ['DestinationPrefixListId: pl-1, TransitGatewayId: !Ref Tgw', { destination: 'pl-1', target: 'Tgw' }],
    [
      'DestinationCidrBlock: 10.9.0.0/16, VpcPeeringConnectionId: !ImportValue p',
      { target: { gap: 'unresolved', expression: 'Fn::ImportValue p' } },
    ],
    [
      'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Vpn',
      { target: { gap: 'not-modeled', what: 'AWS::EC2::VPNGateway' } },
    ],
    [
      'DestinationCidrBlock: 0.0.0.0/0, InstanceId: !Ref Box',
      { target: { gap: 'not-modeled', what: 'AWS::EC2::Instance' } },
    ],
    [
      'DestinationCidrBlock: 0.0.0.0/0, VpcEndpointId: !Select [1, !Split [":", !Select [0, !GetAtt Wall.EndpointIds]]]',
      { target: { gap: 'not-modeled', what: 'AWS::NetworkFirewall::Firewall' } },
    ],
    ['DestinationCidrBlock: !Ref Zone, GatewayId: !Ref Igw', { destination: { gap: 'parameter', name: 'Zone' } }],
  ])('%s', (properties, expected) => {
    expect(route(properties).vpc('Vpc').routeTables).toMatchObject({ Table: { routes: [expected] } })
  })

  test('that may not be there keeps its destination, and nobody knows its target', () => {
    const { vpc } = route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw', 'Condition: Perhaps,')
    const target = { gap: 'unresolved', expression: 'Condition Perhaps' }
    expect(vpc('Vpc').routeTables).toEqual({ Table: { routes: [{ destination: '0.0.0.0/0', target }] } })
  })

  test('of a table that is one of two may be in both', () => {
    const { vpc } = inVpc(`
Other: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
R: {Type: AWS::EC2::Route, Properties: {RouteTableId: !If [Perhaps, !Ref Table, !Ref Other], DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1}}`)
    const routes = [{ destination: '0.0.0.0/0', target: { gap: 'unresolved', expression: 'Condition Perhaps' } }]
    expect(vpc('Vpc').routeTables).toEqual({ Table: { routes }, Other: { routes } })
  })

  test('has its origin at its own resource, its target at the property', () => {
    const { origin } = inVpc(`
R:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref Table
    DestinationCidrBlock: 0.0.0.0/0
    GatewayId: igw-1`)
    expect(origin('/vpcs/Vpc/routeTables/Table/routes/0')).toBe('11:3 R')
    expect(origin('/vpcs/Vpc/routeTables/Table/routes/0/destination')).toBe('15:7 R')
    expect(origin('/vpcs/Vpc/routeTables/Table/routes/0/target')).toBe('16:7 R')
  })

  test('that a virtual private gateway propagates is open', () => {
    const { vpc } = inVpc(
      'P: {Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: {RouteTableIds: [!Ref Table], VpnGatewayId: vgw-1}}',
    )
    expect(vpc('Vpc').routeTables).toMatchObject({ Table: { routes: [{ destination: { gap: 'not-modeled' } }] } })
  })

  test('that a route server propagates is open', () => {
    const { vpc } = inVpc(
      'P: {Type: AWS::EC2::RouteServerPropagation, Properties: {RouteTableId: !Ref Table, RouteServerId: rs-1}}',
    )
    expect(vpc('Vpc').routeTables).toMatchObject({ Table: { routes: [{ destination: { gap: 'not-modeled' } }] } })
  })

  test('for what comes in through the internet gateway are open, unless the table has none of its own', () => {
    const stateWith = (route: string) =>
      inVpc(`
Igw: {Type: AWS::EC2::InternetGateway}
A: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
In: {Type: AWS::EC2::GatewayRouteTableAssociation, Properties: {GatewayId: !Ref Igw, RouteTableId: !Ref Table}}
${route}`).vpc('Vpc').internetGateways
    const inspected =
      'R: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 10.0.0.0/24, VpcEndpointId: vpce-1}}'
    expect(stateWith('')).toEqual({ Igw: { state: 'available' } })
    const gap = { gap: 'not-modeled', what: 'AWS::EC2::GatewayRouteTableAssociation' }
    expect(stateWith(inspected)).toEqual({ Igw: { state: gap } })
  })
})

test('a subnet gets its IPv6 block afterwards', () => {
  const blockOf = (properties: string) =>
    inVpc(`B: {Type: AWS::EC2::SubnetCidrBlock, Properties: {SubnetId: !Ref Subnet, ${properties}}}`).vpc('Vpc').subnets
  expect(blockOf('Ipv6CidrBlock: "2001:db8::/64"')).toMatchObject({ Subnet: { ipv6CidrBlock: '2001:db8::/64' } })
  expect(blockOf('Ipv6IpamPoolId: pool')).toMatchObject({ Subnet: { ipv6CidrBlock: { gap: 'after-deploy' } } })
})

describe('a gateway', () => {
  test('to the internet counts where it is attached', () => {
    const { vpc } = inVpc(`
Igw: {Type: AWS::EC2::InternetGateway}
Loose: {Type: AWS::EC2::InternetGateway}
A: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
B: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, VpnGatewayId: vgw-1}}
Only: {Type: AWS::EC2::EgressOnlyInternetGateway, Properties: {VpcId: !Ref Vpc}}`)
    expect(vpc('Vpc').internetGateways).toEqual({ Igw: { state: 'available' } })
    expect(vpc('Vpc').egressOnlyInternetGateways).toEqual({ Only: { state: 'available' } })
  })

  test('for NAT is public and zonal unless it says otherwise', () => {
    const { vpc } = inVpc(`
Nat: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: !Ref Subnet, AllocationId: eipalloc-1}}
Inner: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: !Ref Subnet, ConnectivityType: private}}
Wide: {Type: AWS::EC2::NatGateway, Properties: {VpcId: !Ref Vpc, AvailabilityMode: regional}}
Perhaps: {Type: AWS::EC2::NatGateway, Condition: Perhaps, Properties: {SubnetId: !Ref Subnet}}`)
    expect(vpc('Vpc').natGateways).toEqual({
      Nat: { state: 'available', connectivityType: 'public', subnetId: 'Subnet' },
      Inner: { state: 'available', connectivityType: 'private', subnetId: 'Subnet' },
      Wide: { state: 'available', connectivityType: 'public', availabilityMode: 'regional' },
      Perhaps: { gap: 'unresolved', expression: 'Condition Perhaps' },
    })
  })
})

describe('a security group', () => {
  const ALL = [
    { protocol: '-1', cidr: '0.0.0.0/0' },
    { protocol: '-1', cidr: '::/0' },
  ]
  const egress = (fragment: string, id = 'Group') => {
    const groups = inVpc(fragment).vpc('Vpc').securityGroups
    return Object.entries(groups ?? {}).find(([key]) => key === id)?.[1]?.egress
  }
  const out = (group: string, more = '') =>
    `Out: {Type: AWS::EC2::SecurityGroupEgress, ${more} Properties: {GroupId: !GetAtt ${group}.GroupId, IpProtocol: TCP, FromPort: 80, ToPort: 80, DestinationSecurityGroupId: !Ref Group}}`

  test('without egress rules lets everything out', () => {
    expect(egress('X: {Type: T::T::T}')).toEqual(ALL)
    expect(
      egress(
        'G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !Ref Vpc, SecurityGroupEgress: []}}',
        'G',
      ),
    ).toEqual(ALL)
  })

  test('loses that once a rule is added, in it or beside it', () => {
    const cdk = '{CidrIp: 255.255.255.255/32, IpProtocol: icmp, FromPort: 252, ToPort: 86}'
    expect(
      egress(
        `G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !Ref Vpc, SecurityGroupEgress: [${cdk}]}}`,
        'G',
      ),
    ).toEqual([{ protocol: 'icmp', fromPort: 252, toPort: 86, cidr: '255.255.255.255/32' }])
    expect(egress(out('Group'))).toEqual([{ protocol: 'tcp', fromPort: 80, toPort: 80, groupId: 'Group' }])
  })

  test('may or may not lose it to a rule that may or may not be there', () => {
    const gap = { gap: 'unresolved', expression: 'Condition Perhaps' }
    const open = { protocol: gap, cidr: gap }
    expect(egress(out('Group', 'Condition: Perhaps,'))).toEqual([open, open, open])
  })

  test('may lose a rule for everything that it writes itself to a rule beside it', () => {
    const own =
      'G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !Ref Vpc, SecurityGroupEgress: [{IpProtocol: "-1", CidrIp: 0.0.0.0/0}]}}'
    const gap = { gap: 'not-modeled', what: 'AWS::EC2::SecurityGroupEgress' }
    expect(egress(`${own}\n${out('G')}`, 'G')).toEqual([
      { protocol: gap, cidr: gap },
      { protocol: 'tcp', fromPort: 80, toPort: 80, groupId: 'Group' },
    ])
  })

  test.each([
    [
      '{IpProtocol: tcp, FromPort: "443", ToPort: 443, CidrIp: !GetAtt Vpc.CidrBlock}',
      { protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '10.0.0.0/16' },
    ],
    ['{IpProtocol: -1, CidrIpv6: "::/0"}', { protocol: '-1', cidr: '::/0' }],
    ['{IpProtocol: 6, SourceSecurityGroupId: !Ref Group}', { protocol: '6', groupId: 'Group' }],
    ['{IpProtocol: tcp, SourceSecurityGroupId: !GetAtt Group.GroupId}', { protocol: 'tcp', groupId: 'Group' }],
    ['{IpProtocol: tcp, SourcePrefixListId: pl-1}', { protocol: 'tcp', prefixListId: 'pl-1' }],
    [
      '{IpProtocol: tcp, SourceSecurityGroupName: web}',
      { protocol: 'tcp', cidr: { gap: 'unresolved', expression: 'SourceSecurityGroupName' } },
    ],
    ['{IpProtocol: tcp, CidrIp: !Ref Zone}', { protocol: 'tcp', cidr: { gap: 'parameter', name: 'Zone' } }],
    [
      '!If [Perhaps, {IpProtocol: tcp}, !Ref "AWS::NoValue"]',
      {
        protocol: { gap: 'unresolved', expression: 'Condition Perhaps' },
        cidr: { gap: 'unresolved', expression: 'Condition Perhaps' },
      },
    ],
  ])('reads the rule %s', (rule, expected) => {
    const { vpc } = inVpc(
      `G: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, SecurityGroupIngress: [${rule}]}}`,
    )
    expect(vpc('Vpc').securityGroups).toMatchObject({ G: { ingress: [expected] } })
  })

  test('tells of rules that are no list of objects', () => {
    const { codes, vpc } = inVpc(
      'G: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, SecurityGroupIngress: text}}',
    )
    expect(codes).toEqual(['W_WRONG_PROPERTY_TYPE@11'])
    expect(vpc('Vpc').securityGroups).toMatchObject({ G: { ingress: { gap: 'unresolved' } } })
  })

  test('takes the rules beside it, each with its own origin', () => {
    const { vpc, origin } = inVpc(`
In: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: !Ref Group, IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref Group}}`)
    expect(vpc('Vpc').securityGroups).toMatchObject({ Group: { ingress: [{ protocol: 'tcp', groupId: 'Group' }] } })
    expect(origin('/vpcs/Vpc/securityGroups/Group/ingress/0')).toBe('11:3 In')
    expect(origin('/vpcs/Vpc/securityGroups/Group')).toBe('10:3 Group')
  })
})

describe('a network ACL', () => {
  test('denies what its entries do not allow; its subnets are those of its associations', () => {
    const { vpc } = inVpc(`
Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Vpc}}
Out: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, Egress: true, Protocol: 6, RuleAction: allow, CidrBlock: 0.0.0.0/0, PortRange: {From: 443, To: 443}}}
In: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !GetAtt Acl.Id, RuleNumber: "110", Protocol: -1, RuleAction: deny, Ipv6CidrBlock: "::/0"}}
L: {Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: {SubnetId: !Ref Subnet, NetworkAclId: !Ref Acl}}`)
    expect(vpc('Vpc').networkAcls).toEqual({
      Acl: {
        entries: [
          {
            ruleNumber: 100,
            egress: true,
            ruleAction: 'allow',
            protocol: '6',
            cidrBlock: '0.0.0.0/0',
            fromPort: 443,
            toPort: 443,
          },
          { ruleNumber: 110, egress: false, ruleAction: 'deny', protocol: '-1', cidrBlock: '::/0' },
        ],
      },
    })
    expect(vpc('Vpc').subnets).toMatchObject({ Subnet: { networkAclId: 'Acl' } })
  })

  test.each([
    [
      'Condition: Perhaps, Properties: {RuleNumber: 1,',
      { entries: [{ ruleAction: { gap: 'unresolved', expression: 'Condition Perhaps' } }] },
    ],
    ['Properties: {RuleNumber: !Ref Zone,', { entries: { gap: 'parameter', name: 'Zone' } }],
  ])('is open where an entry is: %s', (start, expected) => {
    const { vpc } = inVpc(`
Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Vpc}}
E: {Type: AWS::EC2::NetworkAclEntry, ${start} NetworkAclId: !Ref Acl, Protocol: 6, RuleAction: allow, CidrBlock: 0.0.0.0/0}}`)
    expect(vpc('Vpc').networkAcls).toMatchObject({ Acl: expected })
  })

  test('that AWS makes with the VPC allows everything beside the entries that the template adds', () => {
    const { vpc } = inVpc(`
E: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !GetAtt Vpc.DefaultNetworkAcl, RuleNumber: 50, Egress: true, Protocol: -1, RuleAction: deny, CidrBlock: 0.0.0.0/0}}`)
    const acl = Object.entries(vpc('Vpc').networkAcls ?? {})[0]
    expect(acl?.[0]).toBe('Vpc.DefaultNetworkAcl')
    expect(acl?.[1]).toMatchObject({ default: true })
    expect(acl?.[1]?.entries).toHaveLength(5)
  })
})

describe('a VPC endpoint', () => {
  const endpoint = (properties: string) =>
    inVpc(
      `E: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Vpc, ServiceName: com.amazonaws.vpce.s3, ${properties}}}`,
    )

  test.each([
    ['DnsRecordIpType: dualstack', { dnsRecordIpType: 'dualstack' }],
    [
      'PrivateDnsOnlyForInboundResolverEndpoint: OnlyInboundResolver',
      { privateDnsOnlyForInboundResolverEndpoint: true },
    ],
    ['PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers', { privateDnsOnlyForInboundResolverEndpoint: false }],
    ['DnsRecordIpType: !Ref Zone', { dnsRecordIpType: { gap: 'parameter', name: 'Zone' } }],
  ])('says what its names give: %s', (options, expected) => {
    expect(endpoint(`DnsOptions: {${options}}`).vpc('Vpc').endpoints).toMatchObject({ E: expected })
  })

  test('leaves to AWS what its names give where it says so', () => {
    const { vpc } = endpoint(
      'DnsOptions: {DnsRecordIpType: not-specified, PrivateDnsOnlyForInboundResolverEndpoint: NotSpecified}',
    )
    expect(vpc('Vpc').endpoints).not.toHaveProperty('E.dnsRecordIpType')
    expect(vpc('Vpc').endpoints).not.toHaveProperty('E.privateDnsOnlyForInboundResolverEndpoint')
  })

  test('is a gateway unless it says otherwise', () => {
    expect(endpoint('RouteTableIds: [!Ref Table]').vpc('Vpc').endpoints).toEqual({
      E: { vpcEndpointType: 'Gateway', serviceName: 'com.amazonaws.vpce.s3', routeTableIds: ['Table'] },
    })
  })

  test.each([
    ['', false],
    ['PrivateDnsEnabled: true,', true],
    ['PrivateDnsEnabled: "false",', false],
    ['PrivateDnsEnabled: !Ref Zone,', { gap: 'parameter', name: 'Zone' }],
  ])('of type Interface has no private DNS unless it says so: %s', (property, expected) => {
    const { vpc } = endpoint(
      `${property} VpcEndpointType: Interface, SubnetIds: [!Ref Subnet], SecurityGroupIds: [!GetAtt Group.GroupId]`,
    )
    expect(vpc('Vpc').endpoints).toMatchObject({
      E: { privateDnsEnabled: expected, subnetIds: ['Subnet'], securityGroupIds: ['Group'] },
    })
  })

  test('is open where one of its tables is', () => {
    const { vpc } = endpoint('RouteTableIds: [!Ref Table, !ImportValue t]')
    expect(vpc('Vpc').endpoints).toMatchObject({
      E: { routeTableIds: { gap: 'unresolved', expression: 'Fn::ImportValue t' } },
    })
  })

  test('keeps its policy, as an object or as text, and points at each statement', () => {
    const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }] }
    expect(endpoint(`PolicyDocument: ${JSON.stringify(document)}`).vpc('Vpc').endpoints).toMatchObject({
      E: { policyDocument: document },
    })
    expect(endpoint(`PolicyDocument: '${JSON.stringify(document)}'`).vpc('Vpc').endpoints).toMatchObject({
      E: { policyDocument: document },
    })
    expect(endpoint('PolicyDocument: "{"').codes).toEqual(['W_WRONG_PROPERTY_TYPE@11'])
    const { origin } = inVpc(`
E:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !Ref Vpc
    ServiceName: x
    PolicyDocument:
      Statement:
        - Effect: Allow
        - Effect: Deny`)
    expect(origin('/vpcs/Vpc/endpoints/E/policyDocument')).toBe('16:7 E')
    expect(origin('/vpcs/Vpc/endpoints/E/policyDocument/Statement/1')).toBe('19:13 E')
  })
})

test('prefix lists, peerings and transit gateways are read', () => {
  const { region, vpc } = inVpc(`
List: {Type: AWS::EC2::PrefixList, Properties: {PrefixListName: mine, MaxEntries: 5, AddressFamily: IPv4, Entries: [{Cidr: 10.0.0.0/8}, {Cidr: 192.0.2.0/24}]}}
Peer: {Type: AWS::EC2::VPCPeeringConnection, Properties: {VpcId: !Ref Vpc, PeerVpcId: vpc-2}}
Far: {Type: AWS::EC2::VPCPeeringConnection, Properties: {VpcId: !Ref Vpc, PeerVpcId: vpc-3, PeerOwnerId: "111122223333", PeerRegion: us-east-1}}
Tgw: {Type: AWS::EC2::TransitGateway}
Attach: {Type: AWS::EC2::TransitGatewayVpcAttachment, Properties: {VpcId: !Ref Vpc, TransitGatewayId: !Ref Tgw, SubnetIds: [!Ref Subnet]}}`)
  expect(region.prefixLists).toEqual({
    List: { prefixListName: 'mine', cidrs: ['10.0.0.0/8', '192.0.2.0/24'], maxEntries: 5 },
  })
  expect(vpc('Vpc').peeringConnections).toEqual({
    Peer: { state: 'active', peerVpcId: 'vpc-2' },
    Far: { state: { gap: 'after-deploy' }, peerVpcId: 'vpc-3', peerAccount: '111122223333', peerRegion: 'us-east-1' },
  })
  expect(vpc('Vpc').transitGatewayAttachments).toEqual({
    Attach: { transitGatewayId: 'Tgw', state: 'available', subnetIds: ['Subnet'] },
  })
})

import { describe, expect, test } from 'vitest'
import { read } from '../test-template.ts'

const VPC = 'Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}'

describe('a VPC of the template', () => {
  test('has DNS support and no DNS hostnames unless it says otherwise, and nothing in it but what the template makes', () => {
    const { vpc } = read(`Resources:\n  ${VPC}`)
    expect(vpc('Vpc')).toEqual({
      cidrBlocks: ['10.0.0.0/16'],
      enableDnsSupport: true,
      enableDnsHostnames: false,
      dhcpOptions: { domainNameServers: ['AmazonProvidedDNS'] },
      dnsFirewall: { rules: [] },
      blockPublicAccess: { mode: 'off' },
      subnets: {},
      routeTables: {},
      networkAcls: {},
      securityGroups: {},
      endpoints: {},
      natGateways: {},
      internetGateways: {},
      egressOnlyInternetGateways: {},
      hostedZones: {},
      resolverRules: {},
      peeringConnections: {},
      transitGatewayAttachments: {},
    })
  })

  test.each([
    ['a given block', 'CidrBlock: 10.1.0.0/16', ['10.0.0.0/16', '10.1.0.0/16']],
    ['an IPv6 block of its owner', 'Ipv6CidrBlock: "2001:db8::/56", Ipv6Pool: p', ['10.0.0.0/16', '2001:db8::/56']],
    ['the IPv6 block that Amazon will give', 'AmazonProvidedIpv6CidrBlock: true', ['10.0.0.0/16']],
    ['a block of an address manager', 'Ipv4IpamPoolId: pool, Ipv4NetmaskLength: 20', { gap: 'after-deploy' }],
  ])('takes %s beside its first', (_name, properties, blocks) => {
    const { vpc } = read(`Resources:
  ${VPC}
  More: {Type: AWS::EC2::VPCCidrBlock, Properties: {VpcId: !Ref Vpc, ${properties}}}`)
    expect(vpc('Vpc').cidrBlocks).toEqual(blocks)
  })

  test('has its default group where something names it, and without rules where the CDK takes them away', () => {
    const ingress = `  In:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !GetAtt Vpc.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}`
    expect(read(`Resources:\n  ${VPC}\n${ingress}`).vpc('Vpc').securityGroups).toEqual({
      'Vpc.DefaultSecurityGroup': {
        groupName: 'default',
        ingress: [
          { protocol: '-1', groupId: 'Vpc.DefaultSecurityGroup' },
          { protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '10.0.0.0/8' },
        ],
        egress: [
          { protocol: '-1', cidr: '0.0.0.0/0' },
          { protocol: '-1', cidr: '::/0' },
        ],
      },
    })
    const restrict =
      '  R: {Type: Custom::VpcRestrictDefaultSG, Properties: {DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup}}'
    expect(read(`Resources:\n  ${VPC}\n${restrict}`).vpc('Vpc').securityGroups).toEqual({
      'Vpc.DefaultSecurityGroup': { groupName: 'default', ingress: [], egress: [] },
    })
  })

  test('may hold more than the template says where a nested stack is told of it', () => {
    const nested = (parameter: string) => `
Resources:
  ${VPC}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Nested: {Type: AWS::CloudFormation::Stack, Properties: {Parameters: {P: ${parameter}}}}`
    const gap = { gap: 'unresolved', expression: 'AWS::CloudFormation::Stack Nested' }
    for (const parameter of ['!Ref Vpc', '!Join [",", [!Ref Subnet]]', '!GetAtt Vpc.VpcId']) {
      expect(read(nested(parameter)).vpc('Vpc').endpoints).toEqual({ '*': gap })
    }
    expect(read(nested('!Ref AWS::Region')).vpc('Vpc').endpoints).toEqual({})
  })
})

describe('a VPC that the template does not own', () => {
  const group = (vpcId: string) => `
Parameters:
  VpcId: {Type: AWS::EC2::VPC::Id}
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: x, VpcId: ${vpcId}}`

  test.each([
    ['vpc-12345678', 'vpc-12345678', { gap: 'not-read' }],
    ['!Ref VpcId', '«VpcId»', { gap: 'parameter', name: 'VpcId' }],
    ['!ImportValue net', '«Fn::ImportValue net»', { gap: 'unresolved', expression: 'Fn::ImportValue net' }],
    ['!Ref AWS::NoValue', '«default VPC»', { gap: 'not-read' }],
  ])('is filed under %s, and holds more than the template adds', (vpcId, id, gap) => {
    const { vpc } = read(group(vpcId))
    expect(vpc(id)).toMatchObject({
      cidrBlocks: gap,
      enableDnsSupport: gap,
      subnets: { '*': gap },
      endpoints: { '*': gap },
    })
    expect(vpc(id).securityGroups).toMatchObject({ '*': gap, Group: { ingress: [] } })
    expect(vpc(id)).not.toHaveProperty('blockPublicAccess')
  })

  test('leaves the listings of the own VPC open where it may be that one', () => {
    const { vpc } = read(`
Parameters:
  Other: {Type: String}
Conditions:
  Own: !Equals [!Ref Other, '']
Resources:
  ${VPC}
  S3: {Type: AWS::EC2::VPCEndpoint, Properties: {ServiceName: x, VpcId: !If [Own, !Ref Vpc, !Ref Other]}}`)
    expect(vpc('Vpc').endpoints).toEqual({ '*': { gap: 'unresolved', expression: 'Condition Own' } })
  })
})

describe('name resolution', () => {
  test.each([
    ['DomainNameServers: [10.0.0.2]', { domainNameServers: ['10.0.0.2'] }],
    ['DomainNameServers: [AmazonProvidedDNS]', { domainNameServers: ['AmazonProvidedDNS'] }],
    ['DomainName: example.com', { domainNameServers: { gap: 'unresolved', expression: 'DomainNameServers' } }],
  ])('follows the DHCP options: %s', (properties, expected) => {
    const { vpc, origin } = read(`Resources:
  ${VPC}
  Options: {Type: AWS::EC2::DHCPOptions, Properties: {${properties}}}
  Link: {Type: AWS::EC2::VPCDHCPOptionsAssociation, Properties: {VpcId: !Ref Vpc, DhcpOptionsId: !Ref Options}}`)
    expect(vpc('Vpc').dhcpOptions).toEqual(expected)
    expect(origin('/vpcs/Vpc/dhcpOptions')).toMatch(/^3:/)
  })

  test('options of another stack are a gap', () => {
    const { vpc } = read(`Resources:
  ${VPC}
  Link: {Type: AWS::EC2::VPCDHCPOptionsAssociation, Properties: {VpcId: !Ref Vpc, DhcpOptionsId: dopt-1}}`)
    expect(vpc('Vpc').dhcpOptions).toMatchObject({ gap: 'not-read' })
  })

  test('private zones belong to their VPCs, with their records; public ones do not', () => {
    const { vpc } = read(`Resources:
  ${VPC}
  Public: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  Private: {Type: AWS::Route53::HostedZone, Properties: {Name: example.internal., VPCs: [{VPCId: !Ref Vpc, VPCRegion: us-east-1}]}}
  A: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: !Ref Private, Name: a.example.internal, Type: A, ResourceRecords: [10.0.0.9]}}
  B: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneName: example.internal., Name: b.example.internal., Type: A, AliasTarget: {DNSName: lb.example.com}}}
  G: {Type: AWS::Route53::RecordSetGroup, Properties: {HostedZoneId: !Ref Private, RecordSets: [{Name: c.example.internal, Type: CNAME, ResourceRecords: [d]}]}}
  Map: {Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: {Name: svc.local, Vpc: !Ref Vpc}}`)
    expect(vpc('Vpc').hostedZones).toEqual({
      Private: {
        name: 'example.internal',
        records: [
          { name: 'a.example.internal', type: 'A', values: ['10.0.0.9'] },
          { name: 'b.example.internal', type: 'A', values: ['lb.example.com'] },
          { name: 'c.example.internal', type: 'CNAME', values: ['d'] },
        ],
      },
      Map: { name: 'svc.local', records: { gap: 'after-deploy' } },
    })
  })

  test('resolver rules are read; foreign ones, and those of foreign firewalls, are gaps', () => {
    const { vpc } = read(`Resources:
  ${VPC}
  Rule: {Type: AWS::Route53Resolver::ResolverRule, Properties: {DomainName: corp, RuleType: FORWARD, TargetIps: [{Ip: 10.9.0.2}]}}
  Link: {Type: AWS::Route53Resolver::ResolverRuleAssociation, Properties: {VPCId: !Ref Vpc, ResolverRuleId: !Ref Rule}}
  Other: {Type: AWS::Route53Resolver::ResolverRuleAssociation, Properties: {VPCId: !Ref Vpc, ResolverRuleId: rslvr-rr-1}}
  Wall: {Type: AWS::Route53Resolver::FirewallRuleGroupAssociation, Properties: {VpcId: !Ref Vpc}}`)
    expect(vpc('Vpc').resolverRules).toEqual({
      Rule: { domainName: 'corp', ruleType: 'FORWARD', targetIps: ['10.9.0.2'] },
      '*': { gap: 'not-read', permission: 'route53resolver:GetResolverRule' },
    })
    expect(vpc('Vpc').dnsFirewall).toMatchObject({ rules: { gap: 'not-read' } })
  })

  test('firewall rules stand in the order of their priorities, with the domains of their lists', () => {
    const { vpc, codes } = read(`Resources:
  ${VPC}
  List: {Type: AWS::Route53Resolver::FirewallDomainList, Properties: {Domains: ["*.example.com", example.org]}}
  Late: {Type: AWS::Route53Resolver::FirewallRuleGroup, Properties: {FirewallRules: [{Priority: 20, Action: BLOCK, BlockResponse: NXDOMAIN, FirewallDomainListId: rslvr-fdl-1}, {Priority: 10, Action: ALLOW, FirewallDomainListId: !Ref List, Qtype: A}]}}
  Early: {Type: AWS::Route53Resolver::FirewallRuleGroup, Properties: {FirewallRules: [{Priority: 1, Action: ALERT, DnsThreatProtection: DGA, ConfidenceThreshold: HIGH}]}}
  A: {Type: AWS::Route53Resolver::FirewallRuleGroupAssociation, Properties: {VpcId: !Ref Vpc, Priority: 200, FirewallRuleGroupId: !Ref Late}}
  B: {Type: AWS::Route53Resolver::FirewallRuleGroupAssociation, Properties: {VpcId: !Ref Vpc, Priority: 101, FirewallRuleGroupId: !GetAtt Early.Id}}`)
    expect(codes).toEqual([])
    expect(vpc('Vpc').dnsFirewall).toEqual({
      rules: [
        { ruleGroupId: 'Early', action: 'ALERT', domains: { gap: 'not-modeled', what: expect.any(String) } },
        { ruleGroupId: 'Late', action: 'ALLOW', queryType: 'A', domains: ['*.example.com', 'example.org'] },
        {
          ruleGroupId: 'Late',
          action: 'BLOCK',
          blockResponse: 'NXDOMAIN',
          domains: { gap: 'not-read', permission: 'route53resolver:ListFirewallDomains' },
        },
      ],
    })
  })

  test('a Route 53 Profile of the VPC is noted', () => {
    const { vpc } = read(`Resources:
  ${VPC}
  Profile: {Type: AWS::Route53Profiles::Profile, Properties: {Name: shared}}
  Link: {Type: AWS::Route53Profiles::ProfileAssociation, Properties: {Name: a, ProfileId: !GetAtt Profile.Id, ResourceId: !Ref Vpc}}`)
    expect(Object.keys(vpc('Vpc').route53Profiles ?? {})).toEqual(['Profile'])
  })
})

test('Block Public Access holds for every VPC, with its exclusions', () => {
  const { vpc } = read(`Resources:
  ${VPC}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Block: {Type: AWS::EC2::VPCBlockPublicAccessOptions, Properties: {InternetGatewayBlockMode: block-bidirectional}}
  But: {Type: AWS::EC2::VPCBlockPublicAccessExclusion, Properties: {InternetGatewayExclusionMode: allow-egress, SubnetId: !Ref Subnet}}`)
  expect(vpc('Vpc').blockPublicAccess).toEqual({
    mode: 'block-bidirectional',
    exclusions: [{ resourceId: 'Subnet', mode: 'allow-egress' }],
  })
})

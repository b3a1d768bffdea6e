import type { JsonObject } from '../../packages/iac/src/terraform/json.ts'
import type { TestResource } from '../../packages/iac/src/terraform/test-plan.ts'

export const ACCOUNT = '111122223333'
export const REGION = 'us-east-1'

// biome-ignore lint/suspicious/noExplicitAny: a snapshot while it is put together
type Loose = any

const ECS_TASKS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}

/** One stack, put together in three forms at once. The names of things are their ids, in each form as it writes them. */
export class StackBuilder {
  /** Resources of CloudFormation. */
  readonly template: { [logicalId: string]: { Type: string; Properties: object } } = {}
  readonly plan: TestResource[] = []
  readonly region: Loose = { clusters: {}, services: {}, taskDefinitions: {}, logGroups: {}, secrets: {}, vpcs: {} }
  readonly roles: Loose = {}
  #vpc = ''

  get #inVpc(): Loose {
    return this.region.vpcs[this.#vpc]
  }

  #add(id: string, type: string, properties: object, ...planned: readonly Omit<TestResource, 'name'>[]): void {
    this.template[id] = { Type: type, Properties: properties }
    for (const each of planned) this.plan.push({ ...each, name: id })
  }

  vpc(id: string, cidr: string): this {
    this.#vpc = id
    this.region.vpcs[id] = {
      cidrBlocks: [cidr],
      enableDnsSupport: true,
      enableDnsHostnames: true,
      dhcpOptions: { domainNameServers: ['AmazonProvidedDNS'] },
      dnsFirewall: { rules: [] },
      blockPublicAccess: { mode: 'off' },
      ...Object.fromEntries(LISTINGS.map((name) => [name, {}])),
    }
    this.#add(
      id,
      'AWS::EC2::VPC',
      { CidrBlock: cidr, EnableDnsHostnames: true },
      {
        type: 'aws_vpc',
        values: { cidr_block: cidr, enable_dns_support: true, enable_dns_hostnames: true },
      },
    )
    return this
  }

  /** A subnet with a table of its own; the route to `gateway`, or none. */
  subnet(id: string, cidr: string, gateway: { id: string; kind: 'igw' | 'nat' } | null = null): this {
    const table = `${id}Table`
    const vpc = this.#vpc
    const zone = `${REGION}a`
    this.#inVpc.subnets[id] = {
      cidrBlock: cidr,
      availabilityZone: zone,
      availableIpAddressCount: 251,
      routeTableId: table,
    }
    this.#inVpc.routeTables[table] = { routes: [] }
    this.#add(
      id,
      'AWS::EC2::Subnet',
      { VpcId: { Ref: vpc }, CidrBlock: cidr, AvailabilityZone: zone },
      {
        type: 'aws_subnet',
        values: { cidr_block: cidr, availability_zone: zone },
        refs: refs({ vpc_id: `aws_vpc.${vpc}.id` }),
      },
    )
    this.#add(
      table,
      'AWS::EC2::RouteTable',
      { VpcId: { Ref: vpc } },
      {
        type: 'aws_route_table',
        refs: refs({ vpc_id: `aws_vpc.${vpc}.id` }),
      },
    )
    this.#add(
      `${table}Association`,
      'AWS::EC2::SubnetRouteTableAssociation',
      { SubnetId: { Ref: id }, RouteTableId: { Ref: table } },
      {
        type: 'aws_route_table_association',
        refs: refs({ subnet_id: `aws_subnet.${id}.id`, route_table_id: `aws_route_table.${table}.id` }),
      },
    )
    if (gateway === null) return this
    const { id: target, kind } = gateway
    this.#inVpc.routeTables[table].routes.push({ destination: '0.0.0.0/0', target })
    const [property, attribute, type] =
      kind === 'igw'
        ? (['GatewayId', 'gateway_id', 'aws_internet_gateway'] as const)
        : (['NatGatewayId', 'nat_gateway_id', 'aws_nat_gateway'] as const)
    this.#add(
      `${table}Route`,
      'AWS::EC2::Route',
      { RouteTableId: { Ref: table }, DestinationCidrBlock: '0.0.0.0/0', [property]: { Ref: target } },
      {
        type: 'aws_route',
        values: { destination_cidr_block: '0.0.0.0/0' },
        refs: refs({ route_table_id: `aws_route_table.${table}.id`, [attribute]: `${type}.${target}.id` }),
      },
    )
    return this
  }

  internetGateway(id: string): this {
    this.#inVpc.internetGateways[id] = { state: 'available' }
    this.#add(
      id,
      'AWS::EC2::InternetGateway',
      {},
      {
        type: 'aws_internet_gateway',
        refs: refs({ vpc_id: `aws_vpc.${this.#vpc}.id` }),
      },
    )
    this.#add(`${id}Attachment`, 'AWS::EC2::VPCGatewayAttachment', {
      VpcId: { Ref: this.#vpc },
      InternetGatewayId: { Ref: id },
    })
    return this
  }

  nat(id: string, subnet: string): this {
    this.#inVpc.natGateways[id] = { state: 'available', subnetId: subnet, connectivityType: 'public' }
    this.#add(
      id,
      'AWS::EC2::NatGateway',
      { SubnetId: { Ref: subnet }, ConnectivityType: 'public' },
      {
        type: 'aws_nat_gateway',
        values: { connectivity_type: 'public' },
        refs: refs({ subnet_id: `aws_subnet.${subnet}.id` }),
      },
    )
    return this
  }

  /** A group that lets everything out, and TCP 443 in from another one. */
  group(id: string, from: string | null = null): this {
    const ingress = from === null ? [] : [{ protocol: 'tcp', fromPort: 443, toPort: 443, groupId: from }]
    this.#inVpc.securityGroups[id] = { ingress, egress: [{ protocol: '-1', cidr: '0.0.0.0/0' }] }
    this.#add(
      id,
      'AWS::EC2::SecurityGroup',
      {
        GroupDescription: id,
        VpcId: { Ref: this.#vpc },
        SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }],
      },
      { type: 'aws_security_group', refs: refs({ vpc_id: `aws_vpc.${this.#vpc}.id` }) },
    )
    this.plan.push({
      type: 'aws_vpc_security_group_egress_rule',
      name: `${id}Out`,
      values: { ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
      refs: refs({ security_group_id: `aws_security_group.${id}.id` }),
    })
    if (from === null) return this
    this.#add(
      `${id}In`,
      'AWS::EC2::SecurityGroupIngress',
      {
        GroupId: { 'Fn::GetAtt': [id, 'GroupId'] },
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        SourceSecurityGroupId: { 'Fn::GetAtt': [from, 'GroupId'] },
      },
      {
        type: 'aws_vpc_security_group_ingress_rule',
        values: { ip_protocol: 'tcp', from_port: 443, to_port: 443 },
        refs: refs({
          security_group_id: `aws_security_group.${id}.id`,
          referenced_security_group_id: `aws_security_group.${from}.id`,
        }),
      },
    )
    return this
  }

  endpoint(id: string, service: string, subnet: string, group: string): this {
    const name = `com.amazonaws.${REGION}.${service}`
    this.#inVpc.endpoints[id] = {
      vpcEndpointType: 'Interface',
      serviceName: name,
      subnetIds: [subnet],
      securityGroupIds: [group],
      privateDnsEnabled: true,
    }
    this.#add(
      id,
      'AWS::EC2::VPCEndpoint',
      {
        VpcId: { Ref: this.#vpc },
        VpcEndpointType: 'Interface',
        ServiceName: name,
        PrivateDnsEnabled: true,
        SubnetIds: [{ Ref: subnet }],
        SecurityGroupIds: [{ 'Fn::GetAtt': [group, 'GroupId'] }],
      },
      {
        type: 'aws_vpc_endpoint',
        values: { vpc_endpoint_type: 'Interface', service_name: name, private_dns_enabled: true },
        refs: refs({
          vpc_id: `aws_vpc.${this.#vpc}.id`,
          subnet_ids: `aws_subnet.${subnet}.id`,
          security_group_ids: `aws_security_group.${group}.id`,
        }),
      },
    )
    return this
  }

  gatewayEndpoint(id: string, subnet: string, policy: JsonObject): this {
    const name = `com.amazonaws.${REGION}.s3`
    const table = `${subnet}Table`
    this.#inVpc.endpoints[id] = {
      vpcEndpointType: 'Gateway',
      serviceName: name,
      routeTableIds: [table],
      policyDocument: policy,
    }
    this.#add(
      id,
      'AWS::EC2::VPCEndpoint',
      {
        VpcId: { Ref: this.#vpc },
        VpcEndpointType: 'Gateway',
        ServiceName: name,
        RouteTableIds: [{ Ref: table }],
        PolicyDocument: policy,
      },
      {
        type: 'aws_vpc_endpoint',
        values: { vpc_endpoint_type: 'Gateway', service_name: name, policy: JSON.stringify(policy) },
        refs: refs({ vpc_id: `aws_vpc.${this.#vpc}.id`, route_table_ids: `aws_route_table.${table}.id` }),
      },
    )
    return this
  }

  /** An ACL of a subnet that lets HTTPS out and answers in. */
  acl(id: string, subnet: string): this {
    const entries = [
      { ruleNumber: 100, egress: true, fromPort: 443, toPort: 443 },
      { ruleNumber: 100, egress: false, fromPort: 1024, toPort: 65_535 },
    ]
    this.#inVpc.networkAcls[id] = {
      entries: entries.map((each) => ({ ...each, protocol: '6', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' })),
    }
    this.#inVpc.subnets[subnet].networkAclId = id
    this.#add(
      id,
      'AWS::EC2::NetworkAcl',
      { VpcId: { Ref: this.#vpc } },
      {
        type: 'aws_network_acl',
        refs: refs({ vpc_id: `aws_vpc.${this.#vpc}.id` }),
      },
    )
    entries.forEach(({ ruleNumber, egress, fromPort, toPort }, i) => {
      this.#add(
        `${id}Entry${i}`,
        'AWS::EC2::NetworkAclEntry',
        {
          NetworkAclId: { Ref: id },
          RuleNumber: ruleNumber,
          Egress: egress,
          Protocol: 6,
          RuleAction: 'allow',
          CidrBlock: '0.0.0.0/0',
          PortRange: { From: fromPort, To: toPort },
        },
        {
          type: 'aws_network_acl_rule',
          values: {
            rule_number: ruleNumber,
            egress,
            protocol: '6',
            rule_action: 'allow',
            cidr_block: '0.0.0.0/0',
            from_port: fromPort,
            to_port: toPort,
          },
          refs: refs({ network_acl_id: `aws_network_acl.${id}.id` }),
        },
      )
    })
    this.#add(
      `${id}Association`,
      'AWS::EC2::SubnetNetworkAclAssociation',
      { SubnetId: { Ref: subnet }, NetworkAclId: { Ref: id } },
      {
        type: 'aws_network_acl_association',
        refs: refs({ subnet_id: `aws_subnet.${subnet}.id`, network_acl_id: `aws_network_acl.${id}.id` }),
      },
    )
    return this
  }

  executionRole(
    id: string,
    name: string,
    inline: { readonly name: string; readonly document: JsonObject } | null = null,
  ): this {
    const managed = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'
    this.roles[name] = {
      assumeRolePolicyDocument: ECS_TASKS,
      attachedPolicyArns: [managed],
      inlinePolicies: inline === null ? {} : { [inline.name]: inline.document },
    }
    this.#add(
      id,
      'AWS::IAM::Role',
      { RoleName: name, AssumeRolePolicyDocument: ECS_TASKS, ManagedPolicyArns: [managed] },
      { type: 'aws_iam_role', values: { name, assume_role_policy: JSON.stringify(ECS_TASKS) } },
    )
    this.plan.push({
      type: 'aws_iam_role_policy_attachment',
      name: `${id}Managed`,
      values: { policy_arn: managed, role: name },
    })
    if (inline === null) return this
    this.#add(
      `${id}Inline`,
      'AWS::IAM::Policy',
      { PolicyName: inline.name, PolicyDocument: inline.document, Roles: [{ Ref: id }] },
      {
        type: 'aws_iam_role_policy',
        values: { name: inline.name, policy: JSON.stringify(inline.document) },
        refs: refs({ role: `aws_iam_role.${id}.name` }),
      },
    )
    return this
  }

  logGroup(id: string, name: string): this {
    this.region.logGroups[name] = { policyDocument: null }
    this.#add(
      id,
      'AWS::Logs::LogGroup',
      { LogGroupName: name },
      {
        type: 'aws_cloudwatch_log_group',
        values: { name },
      },
    )
    return this
  }

  /** A service with one container, in one subnet. */
  service(id: string, options: ServiceOptions): this {
    const { subnet, group, role, image, logGroup, publicIp, secret } = options
    const definition = `${id}Definition`
    const container = {
      name: 'app',
      image,
      essential: true,
      ...(secret === undefined ? {} : { secrets: [{ name: 'PASSWORD', valueFrom: secret }] }),
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': logGroup, 'awslogs-region': REGION, 'awslogs-stream-prefix': 'app' },
      },
    }
    const family = id.toLowerCase()
    const size = { cpu: '256', memory: '512', networkMode: 'awsvpc', requiresCompatibilities: ['FARGATE'] }
    this.region.clusters.main = { status: 'ACTIVE', capacityProviders: [] }
    this.region.taskDefinitions[definition] = {
      family,
      ...size,
      executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/${role.name}`,
      containerDefinitions: [container],
    }
    this.region.services[family] = {
      cluster: 'main',
      taskDefinition: definition,
      launchType: 'FARGATE',
      desiredCount: 2,
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: [subnet],
          securityGroups: [group],
          assignPublicIp: publicIp ? 'ENABLED' : 'DISABLED',
        },
      },
    }
    this.#add(
      'Cluster',
      'AWS::ECS::Cluster',
      { ClusterName: 'main' },
      {
        type: 'aws_ecs_cluster',
        values: { name: 'main' },
      },
    )
    this.#add(
      definition,
      'AWS::ECS::TaskDefinition',
      {
        Family: family,
        Cpu: '256',
        Memory: '512',
        NetworkMode: 'awsvpc',
        RequiresCompatibilities: ['FARGATE'],
        ExecutionRoleArn: { 'Fn::GetAtt': [role.id, 'Arn'] },
        ContainerDefinitions: [pascal(container)],
      },
      {
        type: 'aws_ecs_task_definition',
        values: {
          family,
          cpu: '256',
          memory: '512',
          network_mode: 'awsvpc',
          requires_compatibilities: ['FARGATE'],
          container_definitions: JSON.stringify([container]),
        },
        refs: refs({ execution_role_arn: `aws_iam_role.${role.id}.arn` }),
      },
    )
    this.#addService(id, definition, options)
    return this
  }

  #addService(id: string, definition: string, { subnet, group, publicIp }: ServiceOptions): void {
    const family = id.toLowerCase()
    const network = { subnets: [{ Ref: subnet }], groups: [{ 'Fn::GetAtt': [group, 'GroupId'] }] }
    this.#add(
      id,
      'AWS::ECS::Service',
      {
        ServiceName: family,
        Cluster: { Ref: 'Cluster' },
        LaunchType: 'FARGATE',
        DesiredCount: 2,
        TaskDefinition: { Ref: definition },
        NetworkConfiguration: {
          AwsvpcConfiguration: {
            Subnets: network.subnets,
            SecurityGroups: network.groups,
            AssignPublicIp: publicIp ? 'ENABLED' : 'DISABLED',
          },
        },
      },
      {
        type: 'aws_ecs_service',
        values: {
          name: family,
          cluster: 'main',
          launch_type: 'FARGATE',
          desired_count: 2,
          network_configuration: [{ assign_public_ip: publicIp }],
        },
        unknown: { network_configuration: [{ subnets: true, security_groups: true }] },
        refs: refs({ task_definition: `aws_ecs_task_definition.${definition}.arn` }),
        expressions: {
          network_configuration: [
            {
              subnets: { references: [`aws_subnet.${subnet}.id`, `aws_subnet.${subnet}`] },
              security_groups: { references: [`aws_security_group.${group}.id`, `aws_security_group.${group}`] },
              assign_public_ip: { constant_value: publicIp },
            },
          ],
        },
      },
    )
  }
}

export interface ServiceOptions {
  readonly subnet: string
  readonly group: string
  readonly role: { readonly id: string; readonly name: string }
  readonly image: string
  readonly logGroup: string
  readonly publicIp: boolean
  /** ARN. */
  readonly secret?: string
}

const LISTINGS = [
  'subnets',
  'routeTables',
  'networkAcls',
  'securityGroups',
  'endpoints',
  'natGateways',
  'internetGateways',
  'egressOnlyInternetGateways',
  'hostedZones',
  'resolverRules',
  'peeringConnections',
  'transitGatewayAttachments',
]

/** What is known after apply, and what the configuration names there: the attribute, then the resource. */
function refs(to: { readonly [attribute: string]: string }): { readonly [attribute: string]: readonly string[] } {
  return Object.fromEntries(
    Object.entries(to).map(([attribute, name]) => [attribute, [name, name.slice(0, name.lastIndexOf('.'))]]),
  )
}

/** Keys as CloudFormation writes them; those of `options` are the names of options. */
function pascal(value: unknown, isOptions = false): unknown {
  if (Array.isArray(value)) return value.map((item) => pascal(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      isOptions ? key : key.charAt(0).toUpperCase() + key.slice(1),
      pascal(inner, key === 'options'),
    ]),
  )
}

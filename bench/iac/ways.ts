/** The resources of a template, as JSON. */
type Resources = { [logicalId: string]: { Type: string; Properties?: Properties } | undefined }
type Properties = { [name: string]: unknown }

/** A way to break a stack that starts. */
export interface Way {
  readonly name: string
  /** One of which must be told. */
  readonly causes: RegExp
  /** A snapshot of the account that has to be known for it. */
  readonly over?: string
  /** Changes the resources; false where this way does not apply to them. */
  readonly apply: (resources: Resources) => boolean
}

const NO_PATH = /^(?:no-route-to-|no-public-ip|route-blackhole|nat-gateway-broken|internet-gateway)/

function removed(resources: Resources, isGone: (type: string, properties: Properties) => boolean): boolean {
  const gone = Object.entries(resources).filter(
    ([, resource]) => resource && isGone(resource.Type, resource.Properties ?? {}),
  )
  for (const [id] of gone) delete resources[id]
  return gone.length > 0
}

function changed(resources: Resources, type: string, change: (properties: Properties) => boolean): boolean {
  let hasChanged = false
  for (const resource of Object.values(resources)) {
    if (resource?.Type === type && resource.Properties !== undefined && change(resource.Properties)) hasChanged = true
  }
  return hasChanged
}

function network(properties: Properties): Properties | null {
  const configuration = properties['NetworkConfiguration'] as { AwsvpcConfiguration?: Properties } | undefined
  return configuration?.AwsvpcConfiguration ?? null
}

/** The logical ids of the roles with which tasks are started. */
function executionRoles(resources: Resources): ReadonlySet<string> {
  const roles = Object.values(resources).flatMap((resource) => {
    const arn = resource?.Type === 'AWS::ECS::TaskDefinition' ? resource.Properties?.['ExecutionRoleArn'] : undefined
    const [id] = (arn as { 'Fn::GetAtt'?: readonly string[] } | undefined)?.['Fn::GetAtt'] ?? []
    return id === undefined ? [] : [id]
  })
  return new Set(roles)
}

/** Groups that services name. */
function serviceGroups(resources: Resources): ReadonlySet<string> {
  const text = JSON.stringify(
    Object.values(resources).flatMap((resource) =>
      resource?.Type === 'AWS::ECS::Service' ? [network(resource.Properties ?? {})?.['SecurityGroups'] ?? []] : [],
    ),
  )
  return new Set([...text.matchAll(/"(?:Ref":"|Fn::GetAtt":\[")(\w+)"/g)].map(([, id]) => id ?? ''))
}

/** Whether tasks have no way but endpoints. */
function isIsolated(resources: Resources): boolean {
  const text = JSON.stringify(resources)
  return !/"(?:GatewayId|NatGatewayId|TransitGatewayId)"/.test(text) && text.includes('"AWS::EC2::VPCEndpoint"')
}

/** Templates of ours name log groups; those of the CDK refer to them, and would not deploy without. */
function isAccountKnown(resources: Resources): boolean {
  return JSON.stringify(resources).includes('"awslogs-group":"/own/')
}

function makesLogGroups(resources: Resources): boolean {
  return JSON.stringify(resources).includes('awslogs-create-group')
}

/** The logical ids of the roles as which rules, schedules and workflows run tasks. */
function callerRoles(resources: Resources): ReadonlySet<string> {
  const callers = Object.values(resources).filter((resource) => {
    const text = JSON.stringify(resource?.Properties ?? {})
    return text.includes('"EcsParameters"') || text.includes('ecs:runTask')
  })
  const named = JSON.stringify(callers).matchAll(/"RoleArn":\{"Fn::GetAtt":\["(\w+)"/g)
  return new Set([...named].map(([, id]) => id ?? ''))
}

/** Takes one action out of the policies of roles, and puts a harmless one there. */
function withoutAction(resources: Resources, roles: ReadonlySet<string>, action: string, instead: string): boolean {
  let hasChanged = false
  for (const [id, resource] of Object.entries(resources)) {
    if (!resource?.Type.startsWith('AWS::IAM::') || resource.Properties === undefined) continue
    const named = JSON.stringify(resource.Properties['Roles'] ?? '')
    if (!roles.has(id) && ![...roles].some((role) => named.includes(`"${role}"`))) continue
    const text = JSON.stringify(resource.Properties)
    if (!text.includes(`"${action}"`)) continue
    resource.Properties = JSON.parse(text.replaceAll(`"${action}"`, `"${instead}"`)) as Properties
    hasChanged = true
  }
  return hasChanged
}

function interfaceEndpoint(resources: Resources, service: string): Properties | null {
  const found = Object.values(resources).find(
    (resource) =>
      resource?.Type === 'AWS::EC2::VPCEndpoint' &&
      JSON.stringify(resource.Properties?.['ServiceName']).endsWith(`.${service}"}`),
  )
  return found?.Properties ?? null
}

/** What closes a network that has endpoints alone. */
const ENDPOINT_WAYS: readonly Way[] = [
  ...['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'ssm', 's3'].map(
    (service): Way => ({
      name: `endpoint of ${service} removed`,
      causes: /^no-route-to-/,
      apply: (resources) => {
        const endpoint = interfaceEndpoint(resources, service)
        return isIsolated(resources) && removed(resources, (_, properties) => properties === endpoint)
      },
    }),
  ),
  {
    name: 'rule of the group of the endpoints removed',
    causes: /^endpoint-security-group-blocks$/,
    apply: (resources) =>
      isIsolated(resources) && removed(resources, (type) => type === 'AWS::EC2::SecurityGroupIngress'),
  },
  {
    name: 'private DNS off',
    causes: /^(?:endpoint-private-dns-off|no-route-to-)/,
    apply: (resources) =>
      isIsolated(resources) &&
      changed(resources, 'AWS::EC2::VPCEndpoint', (properties) => {
        if (properties['PrivateDnsEnabled'] !== true) return false
        properties['PrivateDnsEnabled'] = false
        return true
      }),
  },
  {
    name: 'DNS names of the VPC off',
    causes: /^vpc-dns-off$/,
    apply: (resources) =>
      isIsolated(resources) &&
      changed(resources, 'AWS::EC2::VPC', (properties) => {
        properties['EnableDnsHostnames'] = false
        return true
      }),
  },
  {
    name: 'association of the gateway endpoint removed',
    causes: /^no-route-to-s3$/,
    apply: (resources) => {
      const endpoint = interfaceEndpoint(resources, 's3')
      if (!isIsolated(resources) || endpoint === null) return false
      delete endpoint['RouteTableIds']
      return true
    },
  },
  {
    name: 'bucket of layers out of the policy of the endpoint',
    causes: /^endpoint-policy-denies$/,
    apply: (resources) => {
      const endpoint = interfaceEndpoint(resources, 's3')
      if (!isIsolated(resources) || endpoint?.['PolicyDocument'] === undefined) return false
      const text = JSON.stringify(endpoint['PolicyDocument']).replaceAll('starport-layer-bucket', 'other-bucket')
      endpoint['PolicyDocument'] = JSON.parse(text)
      return true
    },
  },
]

export const WAYS: readonly Way[] = [
  {
    name: 'egress routes removed',
    causes: NO_PATH,
    apply: (resources) =>
      removed(
        resources,
        (type, { DestinationCidrBlock }) => type === 'AWS::EC2::Route' && DestinationCidrBlock === '0.0.0.0/0',
      ),
  },
  {
    name: 'gateway attachment removed',
    causes: NO_PATH,
    apply: (resources) => removed(resources, (type) => type === 'AWS::EC2::VPCGatewayAttachment'),
  },
  {
    name: 'group egress narrowed',
    causes: /^security-group-blocks-egress$/,
    apply: (resources) => {
      const groups = serviceGroups(resources)
      const rule = { CidrIp: '192.0.2.0/24', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }
      let hasChanged = false
      for (const id of groups) {
        const group = resources[id]
        if (group?.Type !== 'AWS::EC2::SecurityGroup' || group.Properties === undefined) continue
        group.Properties['SecurityGroupEgress'] = [rule]
        hasChanged = true
      }
      removed(resources, (type, { GroupId }) => {
        return (
          type === 'AWS::EC2::SecurityGroupEgress' && [...groups].some((id) => JSON.stringify(GroupId).includes(id))
        )
      })
      return hasChanged
    },
  },
  {
    name: 'public address off',
    causes: /^no-public-ip$/,
    apply: (resources) =>
      changed(resources, 'AWS::ECS::Service', (properties) => {
        const found = network(properties)
        if (found?.['AssignPublicIp'] !== 'ENABLED') return false
        found['AssignPublicIp'] = 'DISABLED'
        return true
      }),
  },
  {
    name: 'trust changed',
    causes: /trust|assume/,
    apply: (resources) => {
      for (const id of executionRoles(resources)) {
        const properties = resources[id]?.Properties
        if (properties === undefined) continue
        const text = JSON.stringify(properties['AssumeRolePolicyDocument']).replaceAll('ecs-tasks', 'ec2')
        properties['AssumeRolePolicyDocument'] = JSON.parse(text)
      }
      return executionRoles(resources).size > 0
    },
  },
  {
    name: 'action of the role removed',
    causes: /-denied$/,
    apply: (resources) => {
      const roles = executionRoles(resources)
      const isOfRole = (properties: Properties) =>
        [...roles].some((id) => JSON.stringify(properties['Roles'] ?? '').includes(`"${id}"`))
      return changed(resources, 'AWS::IAM::Policy', (properties) => {
        const text = JSON.stringify(properties['PolicyDocument'])
        if (!isOfRole(properties) || !text.includes('"logs:CreateLogStream"')) return false
        properties['PolicyDocument'] = JSON.parse(
          text.replaceAll('"logs:CreateLogStream"', '"logs:DescribeLogStreams"'),
        )
        return true
      })
    },
  },
  {
    name: 'replies blocked by an ACL',
    causes: /acl/,
    apply: (resources) => {
      const subnets = Object.entries(resources).filter(([, resource]) => resource?.Type === 'AWS::EC2::Subnet')
      const [first] = subnets
      if (first === undefined) return false
      const acl = { NetworkAclId: { Ref: 'MutantAcl' } }
      const every = { Protocol: '-1', CidrBlock: '0.0.0.0/0', RuleAction: 'allow', RuleNumber: 100 }
      resources['MutantAcl'] = { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: first[1]?.Properties?.['VpcId'] } }
      resources['MutantOut'] = { Type: 'AWS::EC2::NetworkAclEntry', Properties: { ...acl, ...every, Egress: true } }
      const only = { ...acl, ...every, Protocol: '6', PortRange: { From: 443, To: 443 }, Egress: false }
      resources['MutantIn'] = { Type: 'AWS::EC2::NetworkAclEntry', Properties: only }
      subnets.forEach(([id], i) => {
        const properties = { ...acl, SubnetId: { Ref: id } }
        resources[`MutantAssociation${i}`] = { Type: 'AWS::EC2::SubnetNetworkAclAssociation', Properties: properties }
      })
      return true
    },
  },
  {
    name: 'size pair broken',
    causes: /size|cpu|memory/,
    apply: (resources) =>
      changed(resources, 'AWS::ECS::TaskDefinition', (properties) => {
        properties['Cpu'] = '256'
        properties['Memory'] = '8192'
        return true
      }),
  },
  {
    name: 'group of another VPC',
    causes: /vpc/,
    apply: (resources) => {
      const groups = serviceGroups(resources)
      const other = { CidrBlock: '10.77.0.0/16' }
      let hasChanged = false
      for (const id of groups) {
        const group = resources[id]
        if (group?.Type !== 'AWS::EC2::SecurityGroup' || group.Properties === undefined) continue
        group.Properties['VpcId'] = { Ref: 'MutantVpc' }
        hasChanged = true
      }
      if (hasChanged) resources['MutantVpc'] = { Type: 'AWS::EC2::VPC', Properties: other }
      return hasChanged
    },
  },
  ...ENDPOINT_WAYS,
  {
    name: 'log group gone that nothing makes',
    causes: /^log-group-missing$/,
    // Whether the account has it, no code tells
    over: 'own/empty-account.json',
    apply: (resources) => {
      if (!isAccountKnown(resources) || makesLogGroups(resources)) return false
      return removed(resources, (type) => type === 'AWS::Logs::LogGroup')
    },
  },
  {
    name: 'right to the secret removed',
    causes: /^secret-read-denied$/,
    apply: (resources) =>
      withoutAction(
        resources,
        executionRoles(resources),
        'secretsmanager:GetSecretValue',
        'secretsmanager:DescribeSecret',
      ),
  },
  {
    name: 'right to the parameter removed',
    causes: /^parameter-read-denied$/,
    apply: (resources) =>
      withoutAction(resources, executionRoles(resources), 'ssm:GetParameters', 'ssm:DescribeParameters'),
  },
  {
    name: 'right to the key removed',
    causes: /^kms-decrypt-denied$/,
    apply: (resources) => withoutAction(resources, executionRoles(resources), 'kms:Decrypt', 'kms:Encrypt'),
  },
  {
    name: 'right to the environment file removed',
    causes: /^environment-file-denied$/,
    apply: (resources) =>
      JSON.stringify(resources).includes('"EnvironmentFiles"') &&
      withoutAction(resources, executionRoles(resources), 's3:GetObject', 's3:PutObject'),
  },
  {
    name: 'right to run the task removed',
    causes: /^request-not-permitted$/,
    apply: (resources) => withoutAction(resources, callerRoles(resources), 'ecs:RunTask', 'ecs:ListTasks'),
  },
  {
    name: 'right to pass the role removed',
    causes: /^pass-role-denied$/,
    apply: (resources) => withoutAction(resources, callerRoles(resources), 'iam:PassRole', 'iam:GetRole'),
  },
  {
    name: 'architecture of a known image switched',
    causes: /^image-platform-mismatch$/,
    apply: (resources) =>
      changed(resources, 'AWS::ECS::TaskDefinition', (properties) => {
        if (!JSON.stringify(properties['ContainerDefinitions']).includes('own/arm:')) return false
        properties['RuntimePlatform'] = { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' }
        return true
      }),
  },
  {
    name: 'subnets of another VPC',
    causes: /vpc/,
    apply: (resources) => {
      const isChanged = changed(resources, 'AWS::ECS::Service', (properties) => {
        const found = network(properties)
        if (found === null || serviceGroups(resources).size === 0) return false
        found['Subnets'] = [{ Ref: 'MutantSubnet' }]
        return true
      })
      if (!isChanged) return false
      const subnet = { VpcId: { Ref: 'MutantVpc' }, CidrBlock: '10.77.1.0/24' }
      resources['MutantVpc'] = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.77.0.0/16' } }
      resources['MutantSubnet'] = { Type: 'AWS::EC2::Subnet', Properties: subnet }
      return true
    },
  },
]

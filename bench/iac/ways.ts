/** The resources of a template, as JSON. */
type Resources = { [logicalId: string]: { Type: string; Properties?: Properties } | undefined }
type Properties = { [name: string]: unknown }

/** A way to break a stack that starts. */
export interface Way {
  readonly name: string
  /** One of which must be told. */
  readonly causes: RegExp
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
]

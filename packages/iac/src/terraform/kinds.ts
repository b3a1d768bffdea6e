import { isGap, type Known, pointerTo } from '@farsight/core'
import { pointerIn } from '../cloudformation/draft-table.ts'
import { attributes, byArn, byId, byName, byProperty, nameOf } from '../cloudformation/names.ts'
import { policyDocument } from '../cloudformation/policy-document.ts'
import type { Resource } from '../cloudformation/resource.ts'
import type { ResourceKind } from '../cloudformation/resource-kind.ts'
import { zoneName } from '../cloudformation/resources/hosted-zone.ts'
import { RESOURCE_KINDS } from '../cloudformation/resources/kinds.ts'
import { bySecretArn } from '../cloudformation/resources/secret.ts'
import { addRule, addSecurityGroup } from '../cloudformation/resources/security-group.ts'
import { oneOf, text } from '../cloudformation/shape.ts'
import { add, findScoped, idOf, mark, readingOf, type Stack, vpcOf } from '../cloudformation/stack.ts'
import { fieldOf, targetsOf } from '../cloudformation/value.ts'
import type { VpcDraft } from '../cloudformation/vpc-draft.ts'

/** Unlike CloudFormation, the provider takes the rule away that allows all egress. */
const securityGroup: ResourceKind = {
  type: 'Terraform::SecurityGroup',
  ref: byId,
  read: (resource, stack) => {
    addSecurityGroup(resource, stack, resource.id)
  },
}

/** The group that AWS makes with a VPC, taken over: what it does not write is taken away. */
const defaultSecurityGroup: ResourceKind = {
  type: 'Terraform::DefaultSecurityGroup',
  ref: byId,
  read: (resource, stack) => {
    const { draft } = addSecurityGroup(resource, stack, `${vpcOf(stack, resource).id}.DefaultSecurityGroup`)
    draft.groupName = 'default'
    vpcOf(stack, resource).securityGroups.drafts.set(resource.id, draft)
  },
}

/** Records are resources of their own, which are not followed: names below the zone stay open. */
const hostedZone: ResourceKind = {
  type: 'Terraform::HostedZone',
  ref: byId,
  read: (resource, stack) => {
    const vpcs = resource.get('VPCs')
    for (const item of vpcs.kind === 'list' ? vpcs.items : []) {
      const id = fieldOf(item, 'VPCId')?.value
      const vpc = id === undefined ? undefined : stack.vpcs.drafts.get(idOf(id))
      if (vpc !== undefined) addZone(vpc, resource, resource, stack)
    }
  },
}

const hostedZoneAssociation: ResourceKind = {
  type: 'Terraform::HostedZoneAssociation',
  read: (resource, stack) => {
    const zone = stack.resource(idOf(resource.get('ZoneId')))
    addZone(vpcOf(stack, resource), zone?.type === hostedZone.type ? zone : resource, resource, stack)
  },
}

/** @param zone what has its name; a resource without one where the zone is not in the plan */
function addZone({ hostedZones }: VpcDraft, zone: Resource, resource: Resource, stack: Stack): void {
  add(stack, hostedZones, zone.id, resource, { name: zoneName(zone, stack), records: { gap: 'after-deploy' } })
}

const rule = (direction: 'ingress' | 'egress', type: string): ResourceKind => ({
  type,
  read: (resource, stack) => addRule(resource, stack, direction),
})

/** The table that AWS makes with a VPC, for all subnets that name none. */
const mainRouteTable: ResourceKind = {
  type: 'Terraform::MainRouteTable',
  ref: byProperty('DefaultRouteTableId'),
  read: (resource, stack) => {
    const value = resource.get('DefaultRouteTableId')
    const vpc = value.kind === 'reference' ? stack.vpcs.drafts.get(value.owner) : undefined
    const known = vpc?.routeTables.drafts.get(idOf(value))
    if (vpc !== undefined && known === undefined) {
      add(stack, vpc.routeTables, idOf(value), resource, { main: true, routes: [] })
    }
  },
}

const mainRouteTableAssociation: ResourceKind = {
  type: 'Terraform::MainRouteTableAssociation',
  read: (resource, stack) => {
    for (const { vpc, draft } of findScoped(stack, 'routeTables', resource.get('RouteTableId'))) {
      for (const table of vpc.routeTables.drafts.values()) table.main = false
      draft.main = true
    }
  },
}

const defaultNetworkAcl: ResourceKind = {
  type: 'Terraform::DefaultNetworkAcl',
  ref: byProperty('DefaultNetworkAclId'),
  read: (resource, stack) => {
    const value = resource.get('DefaultNetworkAclId')
    const vpc = value.kind === 'reference' ? stack.vpcs.drafts.get(value.owner) : undefined
    if (vpc !== undefined) add(stack, vpc.networkAcls, idOf(value), resource, { default: true, entries: [] })
  },
}

/** What resources of their own add to an endpoint. */
const endpointAddition: ResourceKind = {
  type: 'Terraform::EndpointAddition',
  read: (resource, stack) => {
    const id = idOf(resource.get('VpcEndpointId'))
    for (const vpc of stack.vpcs.drafts.values()) addToEndpoint(resource, stack, vpc, id)
  },
}

const ADDED = [
  ['RouteTableId', 'routeTableIds'],
  ['SubnetId', 'subnetIds'],
  ['SecurityGroupId', 'securityGroupIds'],
] as const

function addToEndpoint(resource: Resource, stack: Stack, { endpoints }: VpcDraft, id: string): void {
  const draft = endpoints.drafts.get(id)
  if (draft === undefined) return
  const at = pointerIn(endpoints, id)
  for (const [property, key] of ADDED) {
    const added = text.read(resource.get(property), at, readingOf(stack, resource))
    if (added === undefined) continue
    const before: Known<readonly string[]> = draft[key] ?? []
    draft[key] = isGap(added) ? added : isGap(before) || before.includes(added) ? before : [...before, added]
    mark(stack, pointerTo(at, key), resource)
  }
  const document = policyDocument.read(
    resource.get('Policy'),
    pointerTo(at, 'policyDocument'),
    readingOf(stack, resource),
  )
  if (document !== undefined) draft.policyDocument = document
}

const policyAttachment: ResourceKind = {
  type: 'Terraform::PolicyAttachment',
  read: (resource, stack) => {
    const arn = text.read(resource.get('PolicyArn'), '', readingOf(stack, resource))
    for (const { value } of targetsOf(resource.get('Role'))) {
      const role = stack.roles.drafts.get(idOf(value))
      if (role === undefined || arn === undefined || isGap(role.attachedPolicyArns)) continue
      if (!role.attachedPolicyArns.includes(arn)) role.attachedPolicyArns.push(arn)
    }
  },
}

/** Values are versions of their own, or are written by hand after the deployment. */
const secret: ResourceKind = {
  type: 'Terraform::Secret',
  ref: bySecretArn,
  read: (resource, stack) => {
    const arn = idOf(bySecretArn(resource, resource.at))
    const at = pointerIn(stack.secrets, arn)
    const reading = readingOf(stack, resource)
    const kmsKeyId = text.read(resource.get('KmsKeyId'), at, reading)
    add(stack, stack.secrets, arn, resource, {
      hasValue: { gap: 'not-read', permission: 'secretsmanager:DescribeSecret' },
      ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
      policyDocument: policyDocument.read(resource.get('Policy'), pointerTo(at, 'policyDocument'), reading) ?? null,
    })
  },
}

const secretValue: ResourceKind = {
  type: 'Terraform::SecretValue',
  read: (resource, stack) => {
    const draft = stack.secrets.drafts.get(idOf(resource.get('SecretId')))
    if (draft !== undefined) draft.hasValue = true
  },
}

const parameter: ResourceKind = {
  type: 'Terraform::Parameter',
  ref: byName('Name'),
  attribute: attributes({ Arn: byArn('ssm', 'Name', (name) => `parameter/${name.replace(/^\//, '')}`) }),
  read: (resource, stack) => {
    const { text: name } = nameOf(resource, 'Name')
    const at = pointerIn(stack.parameters, name)
    const reading = readingOf(stack, resource)
    const type = oneOf('String', 'StringList', 'SecureString').read(resource.get('Type'), at, reading)
    const keyId = text.read(resource.get('KeyId'), at, reading)
    const isOwnKey = keyId !== undefined && keyId !== 'alias/aws/ssm' && type === 'SecureString'
    add(stack, stack.parameters, name, resource, {
      type: type ?? { gap: 'unresolved', expression: 'type' },
      ...(isOwnKey ? { keyId } : {}),
    })
  },
}

const repositoryPolicy: ResourceKind = {
  type: 'Terraform::RepositoryPolicy',
  read: (resource, stack) => {
    const name = idOf(resource.get('Repository'))
    const found = stack.repositories.drafts.get(name)
    if (found === undefined) return
    const at = pointerTo(pointerIn(stack.repositories, name), 'policyDocument')
    const document = policyDocument.read(resource.get('Policy'), at, readingOf(stack, resource))
    stack.repositories.drafts.set(name, { ...found, policyDocument: document ?? null })
    mark(stack, at, resource)
  },
}

const fileSystemPolicy: ResourceKind = {
  type: 'Terraform::FileSystemPolicy',
  read: (resource, stack) => {
    const id = idOf(resource.get('FileSystemId'))
    const found = stack.fileSystems.drafts.get(id)
    if (found === undefined) return
    const at = pointerTo(pointerIn(stack.fileSystems, id), 'policyDocument')
    found.policyDocument = policyDocument.read(resource.get('Policy'), at, readingOf(stack, resource)) ?? null
    mark(stack, at, resource)
  },
}

/** Before the resources that add to them. */
const EARLY: readonly ResourceKind[] = [securityGroup, defaultSecurityGroup, mainRouteTable, defaultNetworkAcl]

const LATE: readonly ResourceKind[] = [
  hostedZone,
  hostedZoneAssociation,
  rule('ingress', 'Terraform::SecurityGroupIngress'),
  rule('egress', 'Terraform::SecurityGroupEgress'),
  mainRouteTableAssociation,
  endpointAddition,
  policyAttachment,
  secret,
  secretValue,
  parameter,
  repositoryPolicy,
  fileSystemPolicy,
]

/** CloudFormation's readers with those of what Terraform does otherwise, in the order in which they are read. */
export const TERRAFORM_KINDS: readonly ResourceKind[] = RESOURCE_KINDS.flatMap((kind) =>
  kind.type === 'AWS::EC2::SecurityGroup' ? [kind, ...EARLY] : [kind],
).concat(LATE)

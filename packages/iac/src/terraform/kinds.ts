import { type Gap, isGap, type Known, type Pointer, pointerTo, type VpcEndpoint } from '@farsight/core'
import { pointerIn } from '../cloudformation/draft-table.ts'
import { attributes, byArn, byId, byName, byProperty, nameOf } from '../cloudformation/names.ts'
import { policyDocument } from '../cloudformation/policy-document.ts'
import { readResourcePolicy } from '../cloudformation/read-resource-policy.ts'
import type { Resource } from '../cloudformation/resource.ts'
import type { ResourceKind } from '../cloudformation/resource-kind.ts'
import { zoneName } from '../cloudformation/resources/hosted-zone.ts'
import { RESOURCE_KINDS } from '../cloudformation/resources/kinds.ts'
import { bySecretArn } from '../cloudformation/resources/secret.ts'
import { addRule, addSecurityGroup } from '../cloudformation/resources/security-group.ts'
import { unread } from '../cloudformation/resources/unread.ts'
import { boolean, oneOf, text } from '../cloudformation/shape.ts'
import {
  add,
  allHoldersIn,
  findScoped,
  holdersIn,
  idOf,
  isLost,
  mark,
  readingOf,
  type Stack,
  vpcOf,
} from '../cloudformation/stack.ts'
import { fieldOf } from '../cloudformation/value.ts'
import type { Draft, VpcDraft } from '../cloudformation/vpc-draft.ts'
import { attachmentsExclusive, keyGrant, keyPolicy, policiesExclusive } from './policy-kinds.ts'

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
      const id = fieldOf(item, 'VPCId')?.value ?? item
      for (const { draft, doubt } of holdersIn(stack, stack.vpcs, id)) {
        if (doubt === null) addZone(draft, resource, resource, stack)
        else draft.more.set('hostedZones', doubt)
      }
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
    for (const { vpc, draft, doubt } of findScoped(stack, 'routeTables', resource.get('RouteTableId'))) {
      for (const table of vpc.routeTables.drafts.values()) table.main = false
      if (doubt === null) draft.main = true
      else vpc.routeTables.rest = doubt
    }
  },
}

const defaultNetworkAcl: ResourceKind = {
  type: 'Terraform::DefaultNetworkAcl',
  ref: byProperty('DefaultNetworkAclId'),
  read: (resource, stack) => {
    const value = resource.get('DefaultNetworkAclId')
    const owner = value.kind === 'reference' ? value.owner : idOf(resource.get('VpcId'))
    const vpc = stack.vpcs.drafts.get(owner)
    if (vpc !== undefined) add(stack, vpc.networkAcls, idOf(value), resource, { default: true, entries: [] })
    else if (isLost(stack, value)) leaveDefaultAclsOpen(stack, value.gap)
  },
}

function leaveDefaultAclsOpen(stack: Stack, gap: Gap): void {
  for (const { networkAcls } of stack.vpcs.drafts.values()) {
    for (const draft of networkAcls.drafts.values()) if (draft.default) draft.entries = gap
  }
}

/** What resources of their own add to an endpoint. */
const endpointAddition: ResourceKind = {
  type: 'Terraform::EndpointAddition',
  read: (resource, stack) => {
    for (const vpc of stack.vpcs.drafts.values()) addToEndpoints(resource, stack, vpc)
  },
}

const ADDED = [
  ['RouteTableId', 'routeTableIds'],
  ['SubnetId', 'subnetIds'],
  ['SecurityGroupId', 'securityGroupIds'],
] as const

function addToEndpoints(resource: Resource, stack: Stack, { endpoints }: VpcDraft): void {
  for (const { key, draft, doubt } of holdersIn(stack, endpoints, resource.get('VpcEndpointId'))) {
    addToEndpoint(resource, stack, draft, pointerIn(endpoints, key), doubt)
  }
}

function addToEndpoint(
  resource: Resource,
  stack: Stack,
  draft: Draft<VpcEndpoint>,
  at: Pointer,
  doubt: Gap | null,
): void {
  const reading = readingOf(stack, resource)
  for (const [property, list] of ADDED) {
    const added = text.read(resource.get(property), at, reading)
    if (added === undefined) continue
    const before: Known<readonly string[]> = draft[list] ?? []
    const item = doubt ?? added
    draft[list] = isGap(item) ? item : isGap(before) || before.includes(item) ? before : [...before, item]
    mark(stack, pointerTo(at, list), resource)
  }
  const document = policyDocument.read(resource.get('Policy'), pointerTo(at, 'policyDocument'), reading)
  if (document !== undefined) draft.policyDocument = doubt ?? document
  const hasPrivateDns = boolean.read(resource.get('PrivateDnsEnabled'), at, reading)
  if (hasPrivateDns !== undefined) draft.privateDnsEnabled = doubt ?? hasPrivateDns
}

const policyAttachment: ResourceKind = {
  type: 'Terraform::PolicyAttachment',
  read: (resource, stack) => {
    const arn = text.read(resource.get('PolicyArn'), '', readingOf(stack, resource))
    const found = [
      ...holdersIn(stack, stack.roles, resource.get('Role')),
      ...allHoldersIn(stack, stack.roles, resource.get('Roles')),
    ]
    for (const { draft: role, doubt } of found) {
      if (arn === undefined || isGap(role.attachedPolicyArns)) continue
      if (!role.attachedPolicyArns.includes(arn)) role.attachedPolicyArns.push(doubt ?? arn)
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
    for (const { draft, doubt } of holdersIn(stack, stack.secrets, resource.get('SecretId'))) {
      if (doubt === null) draft.hasValue = true
    }
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
  read: (resource, stack) =>
    readResourcePolicy(resource, stack, stack.repositories, { of: 'Repository', policy: 'Policy' }),
}

const fileSystemPolicy: ResourceKind = {
  type: 'Terraform::FileSystemPolicy',
  read: (resource, stack) =>
    readResourcePolicy(resource, stack, stack.fileSystems, { of: 'FileSystemId', policy: 'Policy' }),
}

/** What holds for all services of the account in the Region. */
const accountSetting: ResourceKind = {
  type: 'Terraform::AccountSetting',
  read: (resource, stack) => {
    const value = text.read(resource.get('Value'), '', readingOf(stack, resource))
    const name = idOf(resource.get('Name'))
    if (value === undefined) return
    if (isGap(value)) stack.accountSettings.kept.set(name, value)
    else add(stack, stack.accountSettings, name, resource, value)
  },
}

/** Mapped to themselves. */
export const UNREAD = [
  'aws_cloudwatch_log_resource_policy',
  'aws_ecr_repository_creation_template',
  'aws_organizations_policy_attachment',
  'aws_vpc_encryption_control',
  'aws_vpc_security_group_vpc_association',
]

/** Before the resources that add to them. */
const EARLY: readonly ResourceKind[] = [securityGroup, defaultSecurityGroup, mainRouteTable, defaultNetworkAcl, secret]

const LATE: readonly ResourceKind[] = [
  hostedZone,
  hostedZoneAssociation,
  rule('ingress', 'Terraform::SecurityGroupIngress'),
  rule('egress', 'Terraform::SecurityGroupEgress'),
  mainRouteTableAssociation,
  endpointAddition,
  policyAttachment,
  secretValue,
  parameter,
  repositoryPolicy,
  fileSystemPolicy,
  keyPolicy,
  keyGrant,
  policiesExclusive,
  attachmentsExclusive,
  accountSetting,
  ...UNREAD.map(unread),
]

/** CloudFormation's readers with those of what Terraform does otherwise, in the order in which they are read. */
export const TERRAFORM_KINDS: readonly ResourceKind[] = RESOURCE_KINDS.flatMap((kind) =>
  kind.type === 'AWS::EC2::SecurityGroup' ? [kind, ...EARLY] : [kind],
).concat(LATE)

import { type Gap, isGap, type Known, placeholder } from '@farsight/core'
import { attributes, byId, byProperty } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { boolean, literal, type Reading } from '../shape.ts'
import { add, mark, readingOf, type Stack } from '../stack.ts'
import { AFTER_DEPLOY } from '../value.ts'
import { type VpcDraft, vpcDraft } from '../vpc-draft.ts'
import { defaultEntries } from './network-acl.ts'
import { defaultEgress } from './security-group.ts'

/** The id of the group that AWS makes with every VPC. */
function defaultGroupOf(vpcId: string): string {
  return `${vpcId}.DefaultSecurityGroup`
}

function defaultAclOf(vpcId: string): string {
  return `${vpcId}.DefaultNetworkAcl`
}

function byDefault(idIn: (vpcId: string) => string, part: 'defaultGroup' | 'defaultAcl'): Name {
  return ({ id: owner, type, deployed }, at) => {
    const known = deployed?.[part]
    if (known !== undefined) return { kind: 'reference', owner, type, id: known, embedded: known, at }
    const id = idIn(owner)
    return { kind: 'reference', owner, type, id, embedded: placeholder(id), at }
  }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html */
export const vpc: ResourceKind = {
  type: 'AWS::EC2::VPC',
  ref: byId,
  attribute: attributes({
    VpcId: byId,
    CidrBlock: byProperty('CidrBlock'),
    DefaultNetworkAcl: byDefault(defaultAclOf, 'defaultAcl'),
    DefaultSecurityGroup: byDefault(defaultGroupOf, 'defaultGroup'),
  }),
  read: (resource, stack) => {
    // What the account has in it stays
    const known = stack.vpcs.drafts.get(resource.id)
    const draft = add(stack, stack.vpcs, resource.id, resource, known ?? vpcDraft(resource.id, stack.vpcs.at, null))
    const reading = readingOf(stack, resource)
    const block = blockOf(resource, 'CidrBlock', reading)
    draft.cidrBlocks = isGap(block) ? block : [block]
    // The defaults of a VPC that is not the default one: DNS support on, DNS hostnames off
    draft.enableDnsSupport = flag(resource, 'EnableDnsSupport', true, reading)
    draft.enableDnsHostnames = flag(resource, 'EnableDnsHostnames', false, reading)
    if (known === undefined) {
      draft.dhcpOptions = { domainNameServers: ['AmazonProvidedDNS'] }
      draft.dnsFirewall = { rules: [] }
      draft.blockPublicAccess = { mode: 'off' }
    }
    const { inCode = resource.id, deployed } = resource
    const needs = (id: string, found: string | undefined) => found === undefined && stack.referenced.has(id)
    if (needs(defaultGroupOf(inCode), deployed?.defaultGroup)) addDefaultGroup(draft, resource, stack)
    if (needs(defaultAclOf(inCode), deployed?.defaultAcl)) addDefaultAcl(draft, resource, stack)
    for (const [key, property] of MARKED) mark(stack, `${draft.at}/${key}`, resource, property)
  },
}

/** A listing that lacks it stands for the group as AWS makes it; one that is named must be found by its id. */
function addDefaultGroup(draft: VpcDraft, resource: Resource, stack: Stack): void {
  const groupId = defaultGroupOf(resource.id)
  add(stack, draft.securityGroups, groupId, resource, {
    groupName: 'default',
    ingress: [{ protocol: '-1', groupId }],
    egress: defaultEgress(),
    hasDefaultEgress: true,
  })
}

function addDefaultAcl(draft: VpcDraft, resource: Resource, stack: Stack): void {
  add(stack, draft.networkAcls, defaultAclOf(resource.id), resource, {
    default: true,
    entries: defaultEntries(),
  })
}

const MARKED = [
  ['cidrBlocks', 'CidrBlock'],
  ['enableDnsSupport', 'EnableDnsSupport'],
  ['enableDnsHostnames', 'EnableDnsHostnames'],
] as const

/** Further blocks; the IPv6 block that Amazon gives (`AmazonProvidedIpv6CidrBlock`) has no place until it is known. */
export const vpcCidrBlock: ResourceKind = {
  type: 'AWS::EC2::VPCCidrBlock',
  read: (resource, stack) => {
    const draft = stack.vpcs.drafts.get(vpcIdOf(resource))
    if (draft === undefined || isGap(draft.cidrBlocks)) return
    for (const property of ['CidrBlock', 'Ipv6CidrBlock']) {
      if (resource.get(property).kind === 'absent') continue
      const block = resource.doubt ?? blockOf(resource, property, readingOf(stack, resource))
      if (isGap(block)) draft.cidrBlocks = block
      else draft.cidrBlocks.push(block)
      if (isGap(draft.cidrBlocks)) return
    }
    if (resource.get('Ipv4IpamPoolId').kind !== 'absent') draft.cidrBlocks = AFTER_DEPLOY
  },
}

function vpcIdOf(resource: Resource): string {
  const value = resource.get('VpcId')
  return value.kind === 'reference' ? value.id : ''
}

/** An address manager chooses the block where the template gives none. */
function blockOf(resource: Resource, property: string, reading: Reading): Known<string> {
  return literal.read(resource.get(property), '', reading) ?? (AFTER_DEPLOY satisfies Gap)
}

function flag(resource: Resource, property: string, byDefault: boolean, reading: Reading): Known<boolean> {
  return boolean.read(resource.get(property), '', reading) ?? byDefault
}

import { type Gap, isGap, type Known, type Pointer, pointerTo, type SecurityGroupRule } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId, byProperty } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { fullList, literal, number, otherwise, type Reading, type Shape, text } from '../shape.ts'
import { add, findScoped, mark, readingOf, type Stack, vpcOf } from '../stack.ts'
import { AFTER_DEPLOY, fieldOf, type Value } from '../value.ts'
import type { SecurityGroupDraft } from '../vpc-draft.ts'

/**
 * `Ref` gives the id too, but for groups of EC2-Classic, which is gone.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
export const securityGroup: ResourceKind = {
  type: 'AWS::EC2::SecurityGroup',
  ref: byId,
  attribute: attributes({ GroupId: byId, Id: byId, VpcId: byProperty('VpcId') }),
  read: (resource, stack) => {
    const { draft, at } = addSecurityGroup(resource, stack, resource.id)
    if (isGap(draft.egress) || draft.egress.length > 0) return
    draft.egress = defaultEgress()
    draft.hasDefaultEgress = true
    mark(stack, pointerTo(at, 'egress'), resource, 'SecurityGroupEgress')
  },
}

/** The group with the rules that the resource itself holds, and no others. */
export function addSecurityGroup(
  resource: Resource,
  stack: Stack,
  id: string,
): { readonly draft: SecurityGroupDraft; readonly at: Pointer } {
  const { securityGroups } = vpcOf(stack, resource)
  const at = pointerIn(securityGroups, id)
  const reading = readingOf(stack, resource)
  const groupName = text.read(resource.get('GroupName'), at, reading)
  const before = securityGroups.drafts.get(id)
  const draft: SecurityGroupDraft = {
    ...(groupName === undefined ? {} : { groupName }),
    ingress: withOthers(
      rulesOf(resource.get('SecurityGroupIngress'), pointerTo(at, 'ingress'), reading),
      resource.deployed === undefined ? undefined : before?.ingress,
      stack,
    ),
    egress: rulesOf(resource.get('SecurityGroupEgress'), pointerTo(at, 'egress'), reading),
    hasDefaultEgress: false,
  }
  add(stack, securityGroups, id, resource, draft)
  mark(stack, pointerTo(at, 'ingress'), resource, 'SecurityGroupIngress')
  mark(stack, pointerTo(at, 'egress'), resource, 'SecurityGroupEgress')
  return { draft, at }
}

/**
 * The rules of the code; of a group that the stack has made before, those for groups of others too, who add them with
 * resources of their own (`AWS::EC2::SecurityGroupIngress`). Whether one stays, nobody can know.
 */
function withOthers(
  rules: SecurityGroupRule[] | Gap,
  before: SecurityGroupRule[] | Gap | undefined,
  { deployed }: Stack,
): SecurityGroupRule[] | Gap {
  if (isGap(rules) || before === undefined || isGap(before)) return rules
  const others = before.filter(({ groupId }) => typeof groupId === 'string' && !deployed.has(groupId))
  return [...rules, ...others.map((each) => ({ ...each, protocol: AFTER_DEPLOY }))]
}

/** "If you do not add egress rules, we add egress rules that allow all outbound IPv4 and IPv6 traffic." */
export function defaultEgress(): SecurityGroupRule[] {
  return [
    { protocol: '-1', cidr: '0.0.0.0/0' },
    { protocol: '-1', cidr: '::/0' },
  ]
}

export const securityGroupIngress: ResourceKind = {
  type: 'AWS::EC2::SecurityGroupIngress',
  read: (resource, stack) => addRule(resource, stack, 'ingress'),
}

/**
 * Adding one takes the rule away that allows all egress, which the documentation does not say.
 *
 * @see https://github.com/aws-cloudformation/cfn-language-discussion/issues/157 and https://github.com/aws/aws-cdk/pull/998
 */
export const securityGroupEgress: ResourceKind = {
  type: 'AWS::EC2::SecurityGroupEgress',
  read: (resource, stack) => addRule(resource, stack, 'egress'),
}

export function addRule(resource: Resource, stack: Stack, direction: 'ingress' | 'egress'): void {
  for (const { draft, at, doubt } of findScoped(stack, 'securityGroups', resource.get('GroupId'))) {
    const perhapsNot = resource.doubt ?? doubt
    if (direction === 'egress' && resource.type === securityGroupEgress.type) withdrawDefault(draft, perhapsNot)
    const rules = draft[direction]
    if (isGap(rules)) continue
    const pointer = pointerTo(at, direction, rules.length)
    rules.push(perhapsNot ? perhaps(perhapsNot) : ruleOf(resource.properties, pointer, readingOf(stack, resource)))
    mark(stack, pointer, resource)
  }
}

/** A rule that the template writes out in full is taken away too where it equals the default one: then it is open. */
function withdrawDefault(draft: SecurityGroupDraft, doubt: Gap | null): void {
  if (isGap(draft.egress)) return
  const gap: Gap = doubt ?? { gap: 'not-modeled', what: 'AWS::EC2::SecurityGroupEgress' }
  if (draft.hasDefaultEgress && doubt === null) draft.egress = []
  else draft.egress = draft.egress.map((rule) => (allowsAll(rule) ? perhaps(gap) : rule))
  draft.hasDefaultEgress = false
}

function allowsAll({ protocol, cidr }: SecurityGroupRule): boolean {
  return protocol === '-1' && (cidr === '0.0.0.0/0' || cidr === '::/0')
}

/** A rule that may be there: all that decides about it is open. */
function perhaps(gap: Gap): SecurityGroupRule {
  return { protocol: gap, cidr: gap }
}

const rule: Shape<SecurityGroupRule> = {
  read: (value, at, reading) => {
    if (value.kind === 'unknown') return perhaps(value.gap)
    return value.kind === 'map' ? ruleOf(value, at, reading) : otherwise(value, 'map', reading)
  },
}

function rulesOf(value: Value, at: Pointer, reading: Reading): SecurityGroupRule[] | Gap {
  const rules = fullList(rule).read(value, at, reading) ?? []
  return isGap(rules) ? rules : [...rules]
}

const PEERS: readonly (readonly [string, 'cidr' | 'groupId' | 'prefixListId', Shape<string>])[] = [
  ['CidrIp', 'cidr', literal],
  ['CidrIpv6', 'cidr', literal],
  ['SourceSecurityGroupId', 'groupId', text],
  ['DestinationSecurityGroupId', 'groupId', text],
  ['SourcePrefixListId', 'prefixListId', text],
  ['DestinationPrefixListId', 'prefixListId', text],
]

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html */
function ruleOf(value: Value, at: Pointer, reading: Reading): SecurityGroupRule {
  const read = <T>(name: string, shape: Shape<T>): Known<T> | undefined => {
    const entry = fieldOf(value, name)
    return entry === null ? undefined : shape.read(entry.value, at, reading)
  }
  const fromPort = read('FromPort', number)
  const toPort = read('ToPort', number)
  const protocol = read('IpProtocol', literal) ?? { gap: 'unresolved', expression: 'IpProtocol' }
  const peers = PEERS.map(([property, key, shape]) => [key, read(property, shape)] as const)
  const peer = Object.fromEntries(peers.filter(([, found]) => found !== undefined))
  return {
    protocol: typeof protocol === 'string' ? protocol.toLowerCase() : protocol,
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
    ...(Object.keys(peer).length === 0 ? { cidr: unnamedPeer(value) } : peer),
  }
}

function unnamedPeer(value: Value): Gap {
  return {
    gap: 'unresolved',
    expression: fieldOf(value, 'SourceSecurityGroupName') ? 'SourceSecurityGroupName' : 'CidrIp',
  }
}

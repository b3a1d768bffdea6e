import { type Gap, isGap, type Known, type NetworkAclEntry, type Pointer, pointerTo } from '@farsight/core'
import { attributes, byId } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { boolean, literal, number, oneOf, type Reading, type Shape } from '../shape.ts'
import { add, findScoped, mark, readingOf, vpcOf } from '../stack.ts'
import { fieldOf, type Value } from '../value.ts'

/** A new ACL denies everything until it gets entries. */
export const networkAcl: ResourceKind = {
  type: 'AWS::EC2::NetworkAcl',
  ref: byId,
  attribute: attributes({ Id: byId, NetworkAclId: byId }),
  read: (resource, stack) => {
    add(stack, vpcOf(stack, resource).networkAcls, resource.id, resource, { entries: [] })
  },
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html */
export const networkAclEntry: ResourceKind = {
  type: 'AWS::EC2::NetworkAclEntry',
  read: (resource, stack) => {
    for (const { draft, at, doubt } of findScoped(stack, 'networkAcls', resource.get('NetworkAclId'))) {
      if (isGap(draft.entries)) continue
      const pointer = pointerTo(at, 'entries', draft.entries.length)
      const entry = entryOf(resource, pointer, readingOf(stack, resource), resource.doubt ?? doubt)
      if (isGap(entry)) draft.entries = entry
      else draft.entries.push(entry)
      mark(stack, pointer, resource)
    }
  },
}

/** An entry, or a gap: without its number and direction it has no place among the others. */
function entryOf(resource: Resource, at: Pointer, reading: Reading, doubt: Gap | null): Known<NetworkAclEntry> {
  const read = <T>(property: string, shape: Shape<T>) => shape.read(resource.get(property), at, reading)
  const ruleNumber = read('RuleNumber', number) ?? unresolved('RuleNumber')
  const egress = read('Egress', boolean) ?? false
  if (isGap(ruleNumber)) return ruleNumber
  if (isGap(egress)) return egress
  return {
    ruleNumber,
    egress,
    ruleAction: doubt ?? read('RuleAction', oneOf('allow', 'deny')) ?? unresolved('RuleAction'),
    protocol: read('Protocol', literal) ?? unresolved('Protocol'),
    cidrBlock: read('CidrBlock', literal) ?? read('Ipv6CidrBlock', literal) ?? unresolved('CidrBlock'),
    ...portsOf(resource.get('PortRange'), (value) => number.read(value, at, reading)),
  }
}

/**
 * The ACL that AWS makes with every VPC allows everything.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 */
export function defaultEntries(): NetworkAclEntry[] {
  const rule = (ruleNumber: number, egress: boolean, cidrBlock: string): NetworkAclEntry => {
    return { ruleNumber, egress, ruleAction: 'allow', protocol: '-1', cidrBlock }
  }
  return [false, true].flatMap((egress) => [rule(100, egress, '0.0.0.0/0'), rule(101, egress, '::/0')])
}

function unresolved(expression: string): Gap {
  return { gap: 'unresolved', expression }
}

function portsOf(range: Value, read: (value: Value) => Known<number> | undefined) {
  if (range.kind === 'unknown') return { fromPort: range.gap, toPort: range.gap }
  const from = fieldOf(range, 'From')
  const to = fieldOf(range, 'To')
  const fromPort = from === null ? undefined : read(from.value)
  const toPort = to === null ? undefined : read(to.value)
  return { ...(fromPort === undefined ? {} : { fromPort }), ...(toPort === undefined ? {} : { toPort }) }
}

import {
  type DnsFirewall,
  type DnsFirewallRule,
  type Gap,
  isGap,
  type Known,
  type Pointer,
  pointerTo,
} from '@farsight/core'
import { attributes, byId } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { from, fullList, list, number, oneOf, required, text } from '../shape.ts'
import { idOf, mark, readingOf, type Stack, vpcOf } from '../stack.ts'
import type { VpcDraft } from '../vpc-draft.ts'

export const firewallDomainList: ResourceKind = {
  type: 'AWS::Route53Resolver::FirewallDomainList',
  ref: byId,
  attribute: attributes({ Id: byId }),
}

export const firewallRuleGroup: ResourceKind = {
  type: 'AWS::Route53Resolver::FirewallRuleGroup',
  ref: byId,
  attribute: attributes({ Id: byId }),
}

interface WrittenRule extends Omit<DnsFirewallRule, 'domains' | 'ruleGroupId'> {
  readonly priority: Known<number>
  readonly listId?: Known<string>
  /** What AWS finds in the names themselves, without a list. */
  readonly threat?: Known<string>
}

const rules = list(
  record<WrittenRule>({
    priority: required(number),
    listId: from('FirewallDomainListId', text),
    threat: from('DnsThreatProtection', text),
    action: required(oneOf('ALLOW', 'ALERT', 'BLOCK')),
    blockResponse: oneOf('NODATA', 'NXDOMAIN', 'OVERRIDE'),
    blockOverrideDomain: text,
    queryType: from('Qtype', text),
    domainRedirection: from(
      'FirewallDomainRedirectionAction',
      oneOf('INSPECT_REDIRECTION_DOMAIN', 'TRUST_REDIRECTION_DOMAIN'),
    ),
  }),
)

/** Groups, each at its place, before their order is known. */
const GROUPS = new WeakMap<VpcDraft, { readonly priority: Known<number>; readonly rules: DnsFirewall['rules'] }[]>()

/**
 * Rules count in the order of their priorities: of the groups first, then inside of each.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-firewallrulegroupassociation.html
 */
export const firewallRuleGroupAssociation: ResourceKind = {
  type: 'AWS::Route53Resolver::FirewallRuleGroupAssociation',
  read: (resource, stack) => {
    const draft = vpcOf(stack, resource)
    const at = pointerTo(draft.at, 'dnsFirewall')
    const groups = GROUPS.get(draft) ?? []
    GROUPS.set(draft, groups)
    const priority = number.read(resource.get('Priority'), at, readingOf(stack, resource)) ?? UNORDERED
    groups.push({ priority: resource.doubt ?? priority, rules: rulesOf(resource, at, stack) })
    draft.dnsFirewall = { rules: inOrder(groups) }
    mark(stack, at, resource)
  },
}

const UNORDERED: Gap = { gap: 'unresolved', expression: 'Priority' }
const GROUP_UNREAD: Gap = { gap: 'not-read', permission: 'route53resolver:ListFirewallRules' }
const LIST_UNREAD: Gap = { gap: 'not-read', permission: 'route53resolver:ListFirewallDomains' }

function rulesOf(resource: Resource, at: Pointer, stack: Stack): DnsFirewall['rules'] {
  const ruleGroupId = idOf(resource.get('FirewallRuleGroupId'))
  const found = stack.resource(ruleGroupId)
  if (found?.type !== firewallRuleGroup.type) return GROUP_UNREAD
  const written = rules.read(found.get('FirewallRules'), at, readingOf(stack, found)) ?? []
  if (isGap(written)) return written
  const known = written.filter((rule): rule is WrittenRule => !isGap(rule))
  const gap = found.doubt ?? written.find(isGap)
  if (gap !== undefined) return gap
  return sorted(known, ({ priority, listId, threat, ...rule }) => [
    { ruleGroupId, ...rule, domains: domainsOf(listId, threat, at, stack) },
  ])
}

function domainsOf(
  listId: WrittenRule['listId'],
  threat: WrittenRule['threat'],
  at: Pointer,
  stack: Stack,
): DnsFirewallRule['domains'] {
  if (threat !== undefined) return { gap: 'not-modeled', what: 'AWS::Route53Resolver::FirewallRuleGroup' }
  const found = listId === undefined || isGap(listId) ? undefined : stack.resource(listId)
  if (isGap(listId)) return listId
  if (found?.type !== firewallDomainList.type) return LIST_UNREAD
  return found.doubt ?? fullList(text).read(found.get('Domains'), at, readingOf(stack, found)) ?? LIST_UNREAD
}

function inOrder(groups: readonly { readonly priority: Known<number>; readonly rules: DnsFirewall['rules'] }[]) {
  const gap = groups.map((group) => group.rules).find(isGap)
  return gap ?? sorted(groups, (group) => (isGap(group.rules) ? [] : group.rules))
}

/** A single one needs no place. */
function sorted<T extends { readonly priority: Known<number> }, R>(
  items: readonly T[],
  make: (item: T) => readonly R[],
): Known<readonly R[]> {
  const gap = items.map(({ priority }) => priority).find(isGap)
  if (gap !== undefined && items.length > 1) return gap
  const place = ({ priority }: T) => (isGap(priority) ? 0 : priority)
  return [...items].sort((left, right) => place(left) - place(right)).flatMap(make)
}

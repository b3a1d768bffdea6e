import { isGap, type ResolverRule } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId } from '../names.ts'
import { record } from '../record-shape.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { from, list, oneOf, required, text } from '../shape.ts'
import { add, idOf, mark, readingOf, vpcOf } from '../stack.ts'

const shape = record<Omit<ResolverRule, 'targetIps'>>({
  domainName: required(text),
  ruleType: required(oneOf('FORWARD', 'SYSTEM', 'RECURSIVE')),
})

const targets = list(record<{ ip?: string }>({ ip: from('Ip', text) }))

export const resolverRule: ResourceKind = {
  type: 'AWS::Route53Resolver::ResolverRule',
  ref: byId,
  attribute: () => byId,
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverruleassociation.html */
export const resolverRuleAssociation: ResourceKind = {
  type: 'AWS::Route53Resolver::ResolverRuleAssociation',
  read: (resource, stack) => {
    const { resolverRules, more } = vpcOf(stack, resource, 'VPCId')
    const id = idOf(resource.get('ResolverRuleId'))
    const found = stack.resource(id)
    const rule = found?.type === resolverRule.type ? found : undefined
    if (rule === undefined) {
      more.set('resolverRules', { gap: 'not-read', permission: 'route53resolver:GetResolverRule' })
      return
    }
    const at = pointerIn(resolverRules, id)
    const read = shape.read(rule.properties, at, readingOf(stack, rule))
    if (read === undefined || isGap(read)) return
    const ips = targets.read(rule.get('TargetIps'), at, readingOf(stack, rule))
    const targetIps =
      ips === undefined || isGap(ips) ? ips : ips.flatMap((each) => (isGap(each) || !each.ip ? [] : [each.ip]))
    add(stack, resolverRules, id, resource, { ...read, ...(targetIps === undefined ? {} : { targetIps }) })
    mark(stack, at, rule)
  },
}

export const profile: ResourceKind = {
  type: 'AWS::Route53Profiles::Profile',
  ref: byId,
  attribute: attributes({ Id: byId }),
}

/**
 * A Route 53 Profile brings zones, rules and firewalls of its own, which the code of the VPC does not say.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53profiles-profileassociation.html
 */
export const profileAssociation: ResourceKind = {
  type: 'AWS::Route53Profiles::ProfileAssociation',
  read: (resource, stack) => {
    const { route53Profiles } = vpcOf(stack, resource, 'ResourceId')
    add(stack, route53Profiles, idOf(resource.get('ProfileId')), resource, {})
  },
}

import { isGap, type LoadBalancer, placeholder, type TargetGroup } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId, nameOf, regionalArn } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { from, list, marked, number, oneOf, text } from '../shape.ts'
import { add, holdersIn, idOf, readingOf, type Stack } from '../stack.ts'
import { AFTER_DEPLOY, fieldOf, openOf, text as textValue, unresolved, type Value } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'

/** AWS ends these ARNs with an id of its own. */
function byArnOf(prefix: (resource: Resource) => string): Name {
  return (resource, at) => {
    if (resource.known?.arn) return textValue(resource.known.arn, at)
    const { text: name } = nameOf(resource, 'Name')
    const rest = `${prefix(resource)}/${name}/${placeholder(`${resource.id}.id`)}`
    return textValue(regionalArn(resource, 'elasticloadbalancing', rest), at, AFTER_DEPLOY)
  }
}

const PREFIXES: Readonly<Record<string, string>> = { network: 'loadbalancer/net', gateway: 'loadbalancer/gwy' }

const byLoadBalancerArn = byArnOf((resource) => PREFIXES[idOf(resource.get('Type'))] ?? 'loadbalancer/app')
const byTargetGroupArn = byArnOf(() => 'targetgroup')

const loadBalancerShape = record<Draft<LoadBalancer>>({
  type: oneOf('application', 'network', 'gateway'),
  scheme: marked(oneOf('internet-facing', 'internal')),
  subnetIds: marked(from('Subnets', list(text))),
  securityGroupIds: marked(from('SecurityGroups', list(text))),
  tags: null,
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
export const loadBalancer: ResourceKind = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  ref: byLoadBalancerArn,
  attribute: attributes({ LoadBalancerArn: byLoadBalancerArn }),
  read: (resource, stack) => {
    const arn = idOf(byLoadBalancerArn(resource, resource.at))
    const draft = loadBalancerShape.read(
      resource.properties,
      pointerIn(stack.loadBalancers, arn),
      readingOf(stack, resource),
    )
    if (draft === undefined || isGap(draft)) return
    draft.type ??= 'application'
    draft.scheme ??= 'internet-facing'
    draft.subnetIds ??= mappedSubnets(resource.get('SubnetMappings'))
    add(stack, stack.loadBalancers, arn, resource, draft)
  },
}

/** Each names a subnet, and an address in it. */
function mappedSubnets(mappings: Value): LoadBalancer['subnetIds'] {
  // It needs one or the other
  if (mappings.kind !== 'list') return openOf(mappings) ?? { gap: 'unresolved', expression: 'SubnetMappings' }
  return mappings.items.map((item) => {
    const subnet = fieldOf(item, 'SubnetId')?.value ?? item
    return subnet.kind === 'unknown' ? subnet.gap : idOf(subnet)
  })
}

const targetGroupShape = record<Draft<TargetGroup>>({
  targetType: marked(oneOf('instance', 'ip', 'lambda', 'alb')),
  protocol: text,
  port: marked(number),
  vpcId: text,
  loadBalancerArns: null,
  healthCheckPath: marked(text),
  healthCheckPort: marked(text),
  tags: null,
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html */
export const targetGroup: ResourceKind = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  ref: byTargetGroupArn,
  attribute: attributes({ TargetGroupArn: byTargetGroupArn }),
  read: (resource, stack) => {
    const arn = idOf(byTargetGroupArn(resource, resource.at))
    const draft = targetGroupShape.read(
      resource.properties,
      pointerIn(stack.targetGroups, arn),
      readingOf(stack, resource),
    )
    if (draft === undefined || isGap(draft)) return
    draft.targetType ??= 'instance'
    draft.loadBalancerArns = []
    add(stack, stack.targetGroups, arn, resource, draft)
  },
}

/** Read after the target groups, which it puts behind its load balancer. */
export const listener: ResourceKind = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  ref: byId,
  read: (resource, stack) => {
    const actions = resource.get('DefaultActions')
    noteForwarding(actions, resource, stack)
    connect(actions, resource.get('LoadBalancerArn'), resource, stack)
  },
}

export const listenerRule: ResourceKind = {
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  read: (resource, stack) => {
    const actions = resource.get('Actions')
    noteForwarding(actions, resource, stack)
    const arn = resource.get('ListenerArn')
    const owner = arn.kind === 'reference' ? stack.resource(arn.owner) : undefined
    // A rule of a listener that the code does not make: which load balancer that has, nobody knows
    const loadBalancer =
      owner?.type === listener.type ? owner.get('LoadBalancerArn') : unresolved('ListenerArn', arn.at)
    connect(actions, loadBalancer, resource, stack)
  },
}

/**
 * What of the code puts a load balancer before a target group, where a resource may be made before all of that; null where
 * it is made after, or nobody knows.
 */
export function unawaitedListener(resource: Resource, targetGroupArn: string, stack: Stack): string | null {
  const { drafts, laid } = stack.targetGroups
  if (!drafts.has(targetGroupArn) || laid.has(targetGroupArn)) return null
  const before = stack.forwarding.get(targetGroupArn) ?? []
  const isLate = before.every((other) => stack.awaits(resource, other) === false)
  return isLate ? (before[0]?.path ?? null) : null
}

function noteForwarding(actions: Value, resource: Resource, { forwarding }: Stack): void {
  for (const arn of new Set(targetGroupsIn(actions).map(idOf))) {
    const known = forwarding.get(arn)
    if (known === undefined) forwarding.set(arn, [resource])
    else known.push(resource)
  }
}

function connect(actions: Value, loadBalancerArn: Value, resource: Resource, stack: Stack): void {
  const named = loadBalancerArn.kind === 'unknown' ? loadBalancerArn.gap : idOf(loadBalancerArn)
  for (const value of targetGroupsIn(actions)) {
    for (const { draft, doubt } of holdersIn(stack, stack.targetGroups, value)) {
      const before = draft.loadBalancerArns === undefined || isGap(draft.loadBalancerArns) ? [] : draft.loadBalancerArns
      const added = resource.doubt ?? doubt ?? named
      if (!before.includes(added)) draft.loadBalancerArns = [...before, added]
    }
  }
}

function targetGroupsIn(actions: Value): readonly Value[] {
  if (actions.kind !== 'list') return []
  return actions.items.flatMap((action) => {
    const forward = fieldOf(fieldOf(action, 'ForwardConfig')?.value ?? action, 'TargetGroups')?.value
    const weighted = forward?.kind === 'list' ? forward.items : []
    return [action, ...weighted].flatMap((item) => fieldOf(item, 'TargetGroupArn')?.value ?? [])
  })
}

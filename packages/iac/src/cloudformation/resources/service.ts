import {
  type Gap,
  isGap,
  type Service,
  type ServiceConnectConfiguration,
  type ServiceLoadBalancer,
  type ServiceRegistry,
} from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, nameOf, regionalArn } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { boolean, from, fullList, marked, number, oneOf, required, text } from '../shape.ts'
import { add, idOf, readingOf, type Stack } from '../stack.ts'
import { openOf, text as textValue } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'
import { capacityProviderStrategy } from './cluster.ts'
import { taskDefinitionKey } from './launch-request.ts'
import { unawaitedListener } from './load-balancer.ts'
import { networkConfiguration } from './network-configuration.ts'
import { placementRules } from './placement.ts'
import { logConfiguration } from './task-definition.ts'
import { volumeConfigurations } from './volume-configurations.ts'

const byServiceArn: Name = (resource, at) => {
  const cluster = idOf(resource.get('Cluster')) || 'default'
  const name = nameOf(resource, 'ServiceName')
  return textValue(regionalArn(resource, 'ecs', `service/${cluster}/${name.text}`), at, name.open)
}

const shape = record<Draft<Service>>({
  cluster: marked(text),
  taskSets: null,
  events: null,
  deployments: null,
  taskDefinition: marked(text),
  launchType: marked(oneOf('FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES')),
  capacityProviderStrategy: marked(capacityProviderStrategy),
  platformVersion: marked(text),
  networkConfiguration: marked(networkConfiguration),
  enableExecuteCommand: marked(boolean),
  volumeConfigurations,
  placementConstraints: placementRules,
  placementStrategy: from('PlacementStrategies', placementRules),
  schedulingStrategy: oneOf('REPLICA', 'DAEMON'),
  deploymentController: marked(record({ type: oneOf('ECS', 'CODE_DEPLOY', 'EXTERNAL') })),
  deploymentConfiguration: record({ maximumPercent: number, minimumHealthyPercent: number }),
  desiredCount: marked(number),
  runningCount: null,
  healthCheckGracePeriodSeconds: marked(number),
  loadBalancers: marked(
    fullList(
      record<ServiceLoadBalancer>({
        targetGroupArn: text,
        containerName: text,
        containerPort: number,
        unawaitedListener: null,
      }),
    ),
  ),
  serviceRegistries: marked(
    fullList(record<ServiceRegistry>({ registryArn: text, containerName: text, containerPort: number, port: number })),
  ),
  serviceConnectConfiguration: marked(
    record<ServiceConnectConfiguration>({
      enabled: required(boolean),
      namespace: text,
      services: marked(fullList(record({ portName: required(text) }))),
      logConfiguration: marked(logConfiguration),
    }),
  ),
  tags: null,
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html */
export const service: ResourceKind = {
  type: 'AWS::ECS::Service',
  ref: byServiceArn,
  attribute: attributes({
    ServiceArn: byServiceArn,
    Name: (resource, at) => {
      const name = nameOf(resource, 'ServiceName')
      return textValue(name.text, at, name.open)
    },
  }),
  read: (resource, stack) => {
    const key = keyOf(resource, stack)
    const draft = shape.read(resource.properties, pointerIn(stack.services, key), readingOf(stack, resource))
    if (draft === undefined || isGap(draft)) return
    draft.taskDefinition = taskDefinitionKey(draft.taskDefinition ?? NO_DEFINITION, stack)
    if (!stack.services.laid.has(key)) noteOrder(draft, resource, stack)
    add(stack, stack.services, key, resource, draft)
  },
}

/** A service that is there keeps its target groups; one that is made needs their load balancers first. */
function noteOrder(draft: Draft<Service>, resource: Resource, stack: Stack): void {
  const { loadBalancers } = draft
  if (loadBalancers === undefined || isGap(loadBalancers)) return
  draft.loadBalancers = loadBalancers.map((registration) => {
    const { targetGroupArn: arn } = registration
    const listener = arn === undefined || isGap(arn) ? null : unawaitedListener(resource, arn, stack)
    return listener === null ? registration : { ...registration, unawaitedListener: listener }
  })
}

/** A service with an external deployment controller gets its definition from task sets. */
const NO_DEFINITION: Gap = { gap: 'not-modeled', what: 'AWS::ECS::TaskSet' }

/** Services of one name in two clusters are two services; one of the account gives way to that of the code. */
function keyOf(resource: Resource, stack: Stack): string {
  const { drafts, laid } = stack.services
  const name = resource.get('ServiceName')
  const given = name.kind === 'absent' || openOf(name) !== null ? resource.id : idOf(name)
  const held = drafts.get(given)
  if (held === undefined || given === resource.deployed?.key) return given
  const cluster = clusterName(idOf(resource.get('Cluster')))
  const isSame = laid.has(given) && (isGap(held.cluster) || clusterName(held.cluster ?? '') === cluster)
  return isSame ? given : resource.id
}

/** The name of a cluster that is named, or told by its ARN. */
function clusterName(cluster: string): string {
  return cluster === '' ? 'default' : cluster.slice(cluster.lastIndexOf('/') + 1)
}

import { type CapacityProviderStrategyItem, type Cluster, type Gap, isGap, NOT_READ } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byArn, byName, nameOf } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { fullList, number, required, text } from '../shape.ts'
import { add, holdersIn, readingOf } from '../stack.ts'
import { fieldOf, type Value } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'

export const capacityProviderStrategy = fullList(
  record<CapacityProviderStrategyItem>({ capacityProvider: required(text), weight: number, base: number }),
)

type Configuration = Exclude<NonNullable<Cluster['configuration']>, Gap>
type Storage = Exclude<NonNullable<Configuration['managedStorageConfiguration']>, Gap>
type ExecConfiguration = Exclude<NonNullable<Configuration['executeCommandConfiguration']>, Gap>

const shape = record<Draft<Cluster>>({
  status: null,
  capacityProviders: fullList(text),
  defaultCapacityProviderStrategy: capacityProviderStrategy,
  serviceConnectDefaultNamespace: null,
  configuration: record<Configuration>({
    managedStorageConfiguration: record<Storage>({ fargateEphemeralStorageKmsKeyId: text }),
    executeCommandConfiguration: record<ExecConfiguration>({ kmsKeyId: text }),
  }),
  tags: null,
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html */
export const cluster: ResourceKind = {
  type: 'AWS::ECS::Cluster',
  ref: byName('ClusterName'),
  attribute: attributes({ Arn: byArn('ecs', 'ClusterName', (name) => `cluster/${name}`) }),
  read: (resource, stack) => {
    const { text: name } = nameOf(resource, 'ClusterName')
    const at = pointerIn(stack.clusters, name)
    const reading = readingOf(stack, resource)
    const draft = shape.read(resource.properties, at, reading)
    if (draft === undefined || isGap(draft)) return
    const namespace = fieldOf(resource.get('ServiceConnectDefaults'), 'Namespace')
    const found = namespace === null ? undefined : text.read(namespace.value, at, reading)
    if (found !== undefined) draft.serviceConnectDefaultNamespace = found
    draft.capacityProviders ??= stack.clusters.drafts.get(name)?.capacityProviders ?? associatedLater(resource)
    add(stack, stack.clusters, name, resource, { status: 'ACTIVE', ...draft })
  },
}

/**
 * A new cluster has none, not even those of Fargate, until they are associated with it. One that is there already may have
 * been given some.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html
 */
function associatedLater({ known }: Resource): readonly string[] | Gap {
  return known === undefined ? [] : NOT_READ
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-clustercapacityproviderassociations.html */
export const clusterCapacityProviderAssociations: ResourceKind = {
  type: 'AWS::ECS::ClusterCapacityProviderAssociations',
  read: (resource, stack) => {
    for (const { key, draft, doubt } of holdersIn(stack, stack.clusters, named(resource.get('Cluster')))) {
      const read = shape.read(resource.properties, pointerIn(stack.clusters, key), readingOf(stack, resource))
      const gap = resource.doubt ?? doubt
      if (gap !== null) Object.assign(draft, { capacityProviders: gap, defaultCapacityProviderStrategy: gap })
      else if (read !== undefined && !isGap(read)) Object.assign(draft, read)
    }
  },
}

/** Clusters are filed by name, and named by ARN too. */
function named(value: Value): Value {
  return value.kind === 'text' ? { ...value, text: value.text.slice(value.text.lastIndexOf('/') + 1) } : value
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-capacityprovider.html */
export const capacityProvider: ResourceKind = {
  type: 'AWS::ECS::CapacityProvider',
  ref: byName('Name'),
  read: (resource, stack) => {
    const isManaged = resource.get('ManagedInstancesProvider').kind !== 'absent'
    add(stack, stack.capacityProviders, nameOf(resource, 'Name').text, resource, {
      ...(isManaged ? { managedInstancesProvider: {} } : { autoScalingGroupProvider: {} }),
    })
  },
}

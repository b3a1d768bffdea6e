import type { Known } from './known.ts'
import type { CapacityProviderStrategyItem, Tag } from './launch-request.ts'

/**
 * One of the account's own: of EC2 instances or of Managed Instances, whichever of the two is there.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProvider.html
 */
export interface CapacityProvider {
  readonly autoScalingGroupProvider?: Known<object>
  readonly managedInstancesProvider?: Known<object>
}

export interface Cluster {
  readonly status?: Known<string>
  readonly capacityProviders?: Known<readonly string[]>
  readonly defaultCapacityProviderStrategy?: Known<readonly CapacityProviderStrategyItem[]>
  readonly serviceConnectDefaultNamespace?: Known<string>
  readonly configuration?: Known<{
    readonly managedStorageConfiguration?: Known<{ readonly fargateEphemeralStorageKmsKeyId?: Known<string> }>
    /** Of ECS Exec. `kmsKeyId` encrypts what goes between the client and the container. */
    readonly executeCommandConfiguration?: Known<{ readonly kmsKeyId?: Known<string> }>
  }>
  readonly tags?: Known<readonly Tag[]>
}

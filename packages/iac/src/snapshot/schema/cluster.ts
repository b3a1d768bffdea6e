import { fact, optionalString, optionalStrings } from './known.ts'
import { capacityProviderStrategy, tags } from './launch-request.ts'
import { apiObject } from './object.ts'
import { optionalObject } from './task-definition.ts'

export const managedStorageConfiguration = apiObject({ fargateEphemeralStorageKmsKeyId: optionalString })

export const executeCommandConfiguration = apiObject({ kmsKeyId: optionalString })

export const clusterConfiguration = apiObject({
  managedStorageConfiguration: fact(managedStorageConfiguration),
  executeCommandConfiguration: fact(executeCommandConfiguration),
})

export const cluster = apiObject({
  status: optionalString,
  capacityProviders: optionalStrings,
  defaultCapacityProviderStrategy: capacityProviderStrategy,
  serviceConnectDefaultNamespace: optionalString,
  configuration: fact(clusterConfiguration),
  tags,
})

export const capacityProvider = apiObject({
  autoScalingGroupProvider: optionalObject,
  managedInstancesProvider: optionalObject,
})

import * as z from 'zod/mini'
import {
  fact,
  knownListOfKnownStrings,
  knownString,
  optionalBoolean,
  optionalInteger,
  optionalString,
} from './known.ts'
import { list } from './list.ts'
import { apiObject, ours } from './object.ts'

export const capacityProviderStrategyItem = apiObject({
  capacityProvider: knownString,
  weight: optionalInteger,
  base: optionalInteger,
})

export const capacityProviderStrategy = fact(list(capacityProviderStrategyItem))

/** Ours in strictness: `securityGroupIds`, as it is called elsewhere, would silently be the VPC's default group. */

export const awsvpcConfiguration = ours({
  subnets: knownListOfKnownStrings,
  securityGroups: z.exactOptional(knownListOfKnownStrings),
  assignPublicIp: fact(z.enum(['ENABLED', 'DISABLED'])),
})

export const networkConfiguration = apiObject({ awsvpcConfiguration: fact(awsvpcConfiguration) })

export const managedEbsVolume = apiObject({
  roleArn: knownString,
  volumeType: optionalString,
  sizeInGiB: optionalInteger,
  snapshotId: optionalString,
  volumeInitializationRate: optionalInteger,
  iops: optionalInteger,
  throughput: optionalInteger,
  filesystemType: optionalString,
  kmsKeyId: optionalString,
})

export const volumeConfiguration = apiObject({ name: knownString, managedEBSVolume: fact(managedEbsVolume) })

export const launchRequest = {
  cluster: optionalString,
  taskDefinition: knownString,
  launchType: fact(z.enum(['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'])),
  capacityProviderStrategy,
  platformVersion: optionalString,
  networkConfiguration: fact(networkConfiguration),
  enableExecuteCommand: optionalBoolean,
  volumeConfigurations: fact(list(volumeConfiguration)),
}

export const placementRule = apiObject({ type: optionalString })

export const placement = {
  placementConstraints: fact(list(placementRule)),
  placementStrategy: fact(list(placementRule)),
}

export const tag = apiObject({ key: knownString, value: optionalString })

export const tags = fact(list(tag))

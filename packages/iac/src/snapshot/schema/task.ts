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
import { apiObject } from './object.ts'
import { taskOverride } from './run-task.ts'

export const managedAgent = apiObject({ name: knownString, lastStatus: optionalString, reason: optionalString })

export const taskContainer = apiObject({
  name: knownString,
  image: optionalString,
  imageDigest: optionalString,
  lastStatus: optionalString,
  exitCode: optionalInteger,
  reason: optionalString,
  managedAgents: fact(list(managedAgent)),
})

export const attachmentDetail = apiObject({ name: knownString, value: optionalString })

export const taskAttachment = apiObject({ type: optionalString, details: fact(list(attachmentDetail)) })

export const task = apiObject({
  clusterArn: optionalString,
  taskDefinitionArn: knownString,
  group: optionalString,
  startedBy: optionalString,
  lastStatus: optionalString,
  desiredStatus: optionalString,
  launchType: optionalString,
  platformVersion: optionalString,
  platformFamily: optionalString,
  enableExecuteCommand: optionalBoolean,
  stopCode: optionalString,
  stoppedReason: optionalString,
  createdAt: optionalString,
  startedAt: optionalString,
  stoppedAt: optionalString,
  subnetId: optionalString,
  networkInterfaceId: optionalString,
  privateIPv4Address: optionalString,
  attachments: fact(list(taskAttachment)),
  securityGroups: z.exactOptional(knownListOfKnownStrings),
  assignPublicIp: fact(z.enum(['ENABLED', 'DISABLED'])),
  overrides: fact(taskOverride),
  containers: fact(list(taskContainer)),
})

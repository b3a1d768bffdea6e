import * as z from 'zod/mini'
import { boolean, fact, knownString, optionalBoolean, optionalInteger, optionalString } from './known.ts'
import { launchRequest, placement, tags } from './launch-request.ts'
import { list } from './list.ts'
import { apiObject, ours } from './object.ts'
import {
  environmentFile,
  environmentVariable,
  ephemeralStorage,
  optionalObjects,
  optionalTexts,
  resourceRequirement,
  size,
} from './task-definition.ts'

export const containerOverride = apiObject({
  name: knownString,
  command: optionalTexts,
  cpu: optionalInteger,
  environment: fact(list(environmentVariable)),
  environmentFiles: fact(list(environmentFile)),
  memory: optionalInteger,
  memoryReservation: optionalInteger,
  resourceRequirements: fact(list(resourceRequirement)),
})

export const taskOverride = apiObject({
  executionRoleArn: optionalString,
  taskRoleArn: optionalString,
  cpu: size,
  memory: size,
  ephemeralStorage: fact(ephemeralStorage),
  inferenceAcceleratorOverrides: optionalObjects,
  containerOverrides: fact(list(containerOverride)),
})

export const caller = ours({
  service: z.enum(['events', 'pipes', 'scheduler', 'states']),
  roleArn: knownString,
  waits: z.exactOptional(boolean),
})

export const runTask = apiObject({
  ...launchRequest,
  ...placement,
  startedBy: optionalString,
  count: optionalInteger,
  overrides: fact(taskOverride),
  tags,
  propagateTags: fact(z.enum(['TASK_DEFINITION', 'SERVICE', 'NONE'])),
  enableECSManagedTags: optionalBoolean,
  caller: fact(caller),
})

export const stateMachine = apiObject({ definition: knownString, roleArn: optionalString })

export const otherLaunch = ours({
  kind: z.enum(['express-service', 'batch-job-definition', 'batch-compute-environment', 'eks-fargate-profile']),
})

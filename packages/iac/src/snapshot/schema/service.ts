import * as z from 'zod/mini'
import { fact, knownBoolean, knownString, optionalInteger, optionalString, string } from './known.ts'
import { launchRequest, placement, tags, volumeConfiguration } from './launch-request.ts'
import { list } from './list.ts'
import { apiObject, isObject } from './object.ts'
import { parseOf, replaceParse } from './parse.ts'
import { logConfiguration } from './task-definition.ts'

export const deploymentController = apiObject({ type: fact(z.enum(['ECS', 'CODE_DEPLOY', 'EXTERNAL'])) })

export const deploymentConfiguration = apiObject({
  maximumPercent: optionalInteger,
  minimumHealthyPercent: optionalInteger,
})

export const serviceLoadBalancer = apiObject({
  targetGroupArn: optionalString,
  containerName: optionalString,
  containerPort: optionalInteger,
  unawaitedListener: optionalString,
})

export const serviceRegistry = apiObject({
  registryArn: optionalString,
  containerName: optionalString,
  containerPort: optionalInteger,
  port: optionalInteger,
})

export const serviceConnectService = apiObject({ portName: knownString })

export const serviceConnectConfiguration = apiObject({
  enabled: knownBoolean,
  namespace: optionalString,
  services: fact(list(serviceConnectService)),
  logConfiguration: fact(logConfiguration),
})

export const serviceEvent = apiObject({ createdAt: optionalString, message: knownString })

export const deployment = apiObject({
  status: optionalString,
  taskDefinition: optionalString,
  updatedAt: optionalString,
  rolloutState: optionalString,
  rolloutStateReason: optionalString,
  volumeConfigurations: fact(list(volumeConfiguration)),
  serviceConnectConfiguration: fact(serviceConnectConfiguration),
})

const { cluster: _cluster, enableExecuteCommand: _exec, ...ofTaskSet } = launchRequest

export const taskSet = apiObject({
  ...ofTaskSet,
  id: string,
  status: fact(z.enum(['PRIMARY', 'ACTIVE', 'DRAINING'])),
  runningCount: optionalInteger,
})

export const service = apiObject({
  ...launchRequest,
  ...placement,
  taskDefinition: optionalString,
  taskSets: fact(list(taskSet)),
  schedulingStrategy: fact(z.enum(['REPLICA', 'DAEMON'])),
  deploymentController: fact(deploymentController),
  deploymentConfiguration: fact(deploymentConfiguration),
  desiredCount: optionalInteger,
  runningCount: optionalInteger,
  healthCheckGracePeriodSeconds: optionalInteger,
  loadBalancers: fact(list(serviceLoadBalancer)),
  serviceRegistries: fact(list(serviceRegistry)),
  serviceConnectConfiguration: fact(serviceConnectConfiguration),
  events: fact(list(serviceEvent)),
  deployments: fact(list(deployment)),
  tags,
})

const parseService = parseOf(service)

/** Without a task definition only a service whose task sets have theirs. */
replaceParse(service, (payload, context) => {
  parseService(payload, context)
  const { value, issues } = payload
  if (isObject(value) && !Object.hasOwn(value, 'taskDefinition') && !Object.hasOwn(value, 'taskSets')) {
    issues.push({ code: 'custom', input: value, path: ['taskDefinition'], params: { fault: 'missing-key' } })
  }
  return payload
})

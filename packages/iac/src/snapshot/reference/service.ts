import {
  deployment,
  deploymentConfiguration,
  deploymentController,
  service,
  serviceConnectConfiguration,
  serviceConnectService,
  serviceEvent,
  serviceLoadBalancer,
  serviceRegistry,
  taskSet,
} from '../schema/service.ts'
import { define } from './definition.ts'
import { launchRequest, placement } from './launch-request.ts'

const { cluster: _cluster, enableExecuteCommand: _exec, ...ofTaskSet } = launchRequest

export const serviceDefinitions = {
  Service: define(service, 'Service', 'As `aws ecs describe-services` shows it; other fields of the API are ignored.', {
    ...launchRequest,
    ...placement,
    taskSets: 'Of a service that CodeDeploy or another controller deploys: each is judged instead of the service.',
    schedulingStrategy: 'Absent: `REPLICA`.',
    deploymentController: 'Absent: `ECS`.',
    deploymentConfiguration: 'How many tasks a deployment may add and take away.',
    desiredCount: 'How many tasks there shall be.',
    runningCount: 'How many tasks run.',
    healthCheckGracePeriodSeconds: 'Seconds.',
    loadBalancers: 'Where its containers are registered.',
    serviceRegistries: 'Cloud Map services that its tasks are registered with.',
    serviceConnectConfiguration: 'Absent: Service Connect is not used.',
    events: 'What the scheduler said of it, latest first.',
    deployments: 'Read for deployments that failed.',
    tags: 'As ECS shows them; those of CloudFormation tell which stack made it.',
  }),
  ServiceEvent: define(serviceEvent, 'Service event', 'As in the ECS API.', {
    createdAt: 'ISO 8601.',
    message: 'The text as ECS says it.',
  }),
  Deployment: define(deployment, 'Deployment', 'As in the ECS API.', {
    status: '`PRIMARY`, `ACTIVE` or `INACTIVE`.',
    taskDefinition: 'With its revision.',
    updatedAt: 'ISO 8601.',
    rolloutState: '`COMPLETED`, `FAILED` or `IN_PROGRESS`.',
    rolloutStateReason: 'The text as ECS says it.',
    volumeConfigurations: 'Those of the service, which ECS shows here alone.',
    serviceConnectConfiguration: 'That of the service, which ECS shows here alone.',
  }),
  TaskSet: define(
    taskSet,
    'Task set',
    'As `aws ecs describe-task-sets` shows it; other fields of the API are ignored.',
    {
      ...ofTaskSet,
      id: 'As the report calls it.',
      status: 'Absent: `ACTIVE`. One that is `DRAINING` starts no tasks.',
      runningCount: 'How many tasks run.',
    },
  ),
  DeploymentController: define(deploymentController, 'Deployment controller', 'As in the ECS API.', {
    type: 'Absent: `ECS`.',
  }),
  DeploymentConfiguration: define(deploymentConfiguration, 'Deployment configuration', 'As in the ECS API.', {
    maximumPercent: 'Percent of `desiredCount`. Absent: 200.',
    minimumHealthyPercent: 'Percent of `desiredCount`. Absent: 100.',
  }),
  ServiceLoadBalancer: define(serviceLoadBalancer, 'Load balancer of a service', 'As in the ECS API.', {
    targetGroupArn: 'The target group that the tasks are put into.',
    containerName: 'The container that answers.',
    containerPort: 'The port that it answers on.',
    unawaitedListener:
      'Of code alone: the listener or rule that forwards there, where the service may be made before it.',
  }),
  ServiceRegistry: define(serviceRegistry, 'Service registry', 'As in the ECS API.', {
    registryArn: 'The ARN of a Cloud Map service.',
    containerName: 'The container whose port is registered.',
    containerPort: 'With `containerName`: the port that is registered, for an SRV record.',
    port: 'Instead of the two: the port that is registered, for an SRV record.',
  }),
  ServiceConnectConfiguration: define(
    serviceConnectConfiguration,
    'Service Connect configuration',
    'As in the ECS API.',
    {
      enabled: 'Whether Service Connect is used.',
      namespace: 'The name or ARN of a Cloud Map namespace. Absent: the default one of the cluster.',
      services: 'What others reach the tasks by. Absent: the tasks call others and are not called.',
      logConfiguration: 'Of the container that Service Connect adds. Absent: its output is dropped.',
    },
  ),
  ServiceConnectService: define(
    serviceConnectService,
    'Service Connect service',
    'As in the ECS API; other fields are ignored.',
    { portName: 'The `name` of a port mapping.' },
  ),
}

import type { Known } from './known.ts'
import type { LaunchRequest, Placement, Tag, VolumeConfiguration } from './launch-request.ts'
import type { LogConfiguration } from './task-definition.ts'

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html */
export interface Service extends Omit<LaunchRequest, 'taskDefinition'>, Placement {
  /** Absent where the service has an external deployment controller: then its task sets tell. */
  readonly taskDefinition?: Known<string>
  /** Of services that CodeDeploy or another controller deploys. */
  readonly taskSets?: Known<readonly TaskSet[]>
  readonly schedulingStrategy?: Known<'REPLICA' | 'DAEMON'>
  readonly deploymentController?: Known<{ readonly type?: Known<'ECS' | 'CODE_DEPLOY' | 'EXTERNAL'> }>
  readonly deploymentConfiguration?: Known<{
    readonly maximumPercent?: Known<number>
    readonly minimumHealthyPercent?: Known<number>
  }>
  readonly desiredCount?: Known<number>
  readonly runningCount?: Known<number>
  readonly healthCheckGracePeriodSeconds?: Known<number>
  readonly loadBalancers?: Known<readonly ServiceLoadBalancer[]>
  readonly serviceRegistries?: Known<readonly ServiceRegistry[]>
  readonly serviceConnectConfiguration?: Known<ServiceConnectConfiguration>
  /** What the scheduler said of it, latest first. */
  readonly events?: Known<readonly ServiceEvent[]>
  readonly deployments?: Known<readonly Deployment[]>
  readonly tags?: Known<readonly Tag[]>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceEvent.html */
export interface ServiceEvent {
  readonly createdAt?: Known<string>
  readonly message: Known<string>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
export interface Deployment {
  readonly status?: Known<string>
  readonly taskDefinition?: Known<string>
  readonly updatedAt?: Known<string>
  readonly rolloutState?: Known<string>
  readonly rolloutStateReason?: Known<string>
  /** ECS shows these of a service in its deployments alone. */
  readonly volumeConfigurations?: Known<readonly VolumeConfiguration[]>
  readonly serviceConnectConfiguration?: Known<ServiceConnectConfiguration>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html */
export interface TaskSet extends Omit<LaunchRequest, 'cluster' | 'enableExecuteCommand'> {
  readonly id: string
  readonly status?: Known<'PRIMARY' | 'ACTIVE' | 'DRAINING'>
  readonly runningCount?: Known<number>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html */
export interface ServiceLoadBalancer {
  readonly targetGroupArn?: Known<string>
  readonly containerName?: Known<string>
  readonly containerPort?: Known<number>
  /** Of code alone: the listener or rule that forwards there, where the service may be made before it. */
  readonly unawaitedListener?: Known<string>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html */
export interface ServiceRegistry {
  readonly registryArn?: Known<string>
  readonly containerName?: Known<string>
  readonly containerPort?: Known<number>
  readonly port?: Known<number>
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html */
export interface ServiceConnectConfiguration {
  readonly enabled: Known<boolean>
  readonly namespace?: Known<string>
  /** Absent: the tasks call others and are not called. */
  readonly services?: Known<readonly { readonly portName: Known<string> }[]>
  /** Of the container that Service Connect adds. Absent: its output is dropped. */
  readonly logConfiguration?: Known<LogConfiguration>
}

import type { Pointer } from '../model/origin.ts'

/** What keeps a load balancer from sending to the task, or ECS from registering it there. */
export type LoadBalancerBlocker =
  | TargetGroupUnsuitable
  | ListenerMadeLater
  | TargetGroupOfAnotherVpc
  | LoadBalancerZoneMissing
  | TaskClosedToLoadBalancer
  | GracePeriodTooShort

export interface TargetGroupUnsuitable {
  readonly blocker: 'target-group-unsuitable'
  /** Null: it is not known; the container or port is wrong whichever it is. */
  readonly targetGroupArn: string | null
  readonly why: 'missing' | 'target-type' | 'no-load-balancer' | 'container' | 'port'
  /** The target type, container or port. */
  readonly value: string
  readonly at: Pointer
}

/** Nothing makes the service wait for what puts a load balancer before its target group. */
export interface ListenerMadeLater {
  readonly blocker: 'listener-made-later'
  readonly service: string
  readonly targetGroupArn: string
  readonly listener: string
  readonly at: Pointer
}

/** ECS registers addresses of the VPC of a target group alone. */
export interface TargetGroupOfAnotherVpc {
  readonly blocker: 'target-group-of-another-vpc'
  readonly targetGroupArn: string
  readonly vpcId: string
  readonly taskVpcId: string
  readonly at: Pointer
}

/** The load balancer has no subnet in the zone of the task. */
export interface LoadBalancerZoneMissing {
  readonly blocker: 'load-balancer-zone-missing'
  readonly loadBalancerArn: string
  readonly subnetId: string
  readonly zone: string | null
  readonly at: Pointer
}

/** None of the task's groups lets the load balancer in. */
export interface TaskClosedToLoadBalancer {
  readonly blocker: 'task-closed-to-load-balancer'
  readonly loadBalancerArn: string
  readonly groupIds: readonly string[]
  readonly port: number
  readonly source: string
  readonly at: Pointer
}

/** Containers may take longer to start than failing health checks are ignored. */
export interface GracePeriodTooShort {
  readonly blocker: 'grace-period-too-short'
  readonly container: string
  readonly graceSeconds: number
  readonly startSeconds: number
  readonly at: Pointer
}

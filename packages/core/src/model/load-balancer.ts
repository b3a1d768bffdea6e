import type { Known } from './known.ts'
import type { Tags } from './tags.ts'

export interface LoadBalancer {
  readonly type: Known<'application' | 'network' | 'gateway'>
  readonly scheme?: Known<'internet-facing' | 'internal'>
  readonly subnetIds: Known<readonly Known<string>[]>
  readonly securityGroupIds?: Known<readonly Known<string>[]>
  readonly tags?: Known<Tags>
}

export interface TargetGroup {
  readonly targetType: Known<'instance' | 'ip' | 'lambda' | 'alb'>
  readonly protocol?: Known<string>
  readonly port?: Known<number>
  readonly vpcId?: Known<string>
  readonly loadBalancerArns?: Known<readonly Known<string>[]>
  readonly healthCheckPath?: Known<string>
  readonly healthCheckPort?: Known<string>
  readonly tags?: Known<Tags>
}

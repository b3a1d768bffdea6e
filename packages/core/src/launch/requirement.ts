import type { HostPort } from '../model/host-port.ts'
import type { Judgement, OpenFact } from '../model/judgement.ts'
import type { Known } from '../model/known.ts'
import type { Pointer } from '../model/origin.ts'
import type { World } from '../model/world.ts'
import type { Blocker } from './blocker.ts'
import type { Target } from './call-target.ts'
import type { Launch, LaunchSubnet } from './launch.ts'
import type { StepId } from './step-id.ts'

/** One thing that must hold for a launch: a remote call that works, or a condition. */
export type Requirement = Call | Condition

interface Common {
  readonly step: StepId
  /** False: advisory; the task starts without it. */
  readonly required: boolean
}

/** A principal does an action on a resource, from an interface to a host. */
export interface Call extends Common {
  readonly kind: 'call'
  readonly at: Pointer
  readonly service: ServiceId
  /** The role's ARN; null: no principal of the account (another registry, a pre-signed URL). */
  readonly principal: Known<string> | null
  /** Null: no IAM decides (another registry), or there is no role to decide about. */
  readonly action: string | null
  readonly resource: string
  /** Through the interface of the task, through Fargate's own, or by AWS without either. */
  readonly from: 'task' | 'fargate' | 'aws'
  readonly to: HostPort
  /** What must be there for the call to be answered well. */
  readonly target: Target | null
  /** A fact that decides whether the call is made at all; while it is open, the call fails nothing. */
  readonly onlyIf: OpenFact | null
  /** The service that makes the call in the name of the principal; null: the principal itself does. */
  readonly via: string | null
  /** What the policies can know of the call beside that: values by condition key. */
  readonly context: { readonly [key: string]: string | readonly string[] } | null
}

/** Something that must hold without any call. Those that every launch has are constants, which launches share. */
export interface Condition extends Common {
  readonly kind: 'condition'
  readonly id: ConditionId
  /** What it is about, for reports. */
  readonly resource: (launch: Launch) => string
  /** Whether it holds for every subnet alike, or for each by itself. */
  readonly scope: 'launch' | 'subnet'
  readonly judge: (launch: Launch, world: World, subnet: Known<LaunchSubnet>) => Judgement<Blocker>
}

/** Public: reports name them. */
export type ConditionId =
  | 'subnet-exists'
  | 'security-group-exists'
  | 'one-vpc'
  | 'task-definition-active'
  | 'execution-role-set'
  | 'platform-supported'
  | 'task-size-offered'
  | 'task-definition-suits'
  | 'task-role-set'
  | 'cluster-active'
  | 'namespace-exists'
  | 'service-connect-suits'
  | 'request-suits'
  | 'within-request-limits'
  | 'zone-served'
  | 'within-vcpu-quota'
  | 'deployment-has-room'
  | 'ipv6-assigned'
  | 'storage-key-usable'
  | 'launch-known'
  | 'free-address'
  | 'role-trusts-ecs-tasks'
  | 'role-trusts-caller'
  | 'environment-files-valid'
  | 'log-options-set'
  | 'target-groups-suit'
  | 'target-groups-of-vpc'
  | 'listeners-awaited'
  | 'service-registries-suit'
  | 'load-balancer-serves-zone'
  | 'load-balancer-reaches-task'
  | 'grace-period-suits'
  | 'injected-containers-known'
  | 'mounts-known'
  | 'volume-options-valid'
  | 'volumes-configured'
  | 'volume-snapshots-usable'
  | 'infrastructure-role-trusts-ecs'
  | 'image-reference-valid'
  | 'secret-reference-valid'
  | 'container-settings-supported'
  | 'containers-fit-task'
  | 'dependencies-reachable'
  | 'root-filesystem-writable'
  | 'exec-supported'
  | 'task-role-not-overridden'
  | 'reference-known'

/** The services that a call can go to, as reports and stops name them. */
export type ServiceId =
  | 'ecr-api'
  | 'ecr-dkr'
  | 'ecr-public'
  | 'docker-hub'
  | 'registry'
  | 's3'
  | 'secretsmanager'
  | 'ssm'
  | 'kms'
  | 'logs'
  | 'efs'
  | 'ssmmessages'
  | 'ecs'
  | 'iam'
  | 'ec2'
  | 'events'
  | 'splunk'

import type { Bucket } from './bucket.ts'
import type { CapacityProvider, Cluster } from './cluster.ts'
import type { DiscoveryService, Namespace } from './discovery.ts'
import type { EbsSnapshot } from './ebs-snapshot.ts'
import type { FileSystem } from './file-system.ts'
import type { Known } from './known.ts'
import type { LoadBalancer, TargetGroup } from './load-balancer.ts'
import type { LogGroup } from './log-group.ts'
import type { Origin, Pointer } from './origin.ts'
import type { OtherLaunch } from './other-launch.ts'
import type { PrefixList } from './prefix-list.ts'
import type { Registry, Repository } from './repository.ts'
import type { ManagedPolicy, Organization, Role } from './role.ts'
import type { RunTask, StateMachine } from './run-task.ts'
import type { Key, Parameter, Secret } from './secret.ts'
import type { Service } from './service.ts'
import type { Table } from './table.ts'
import type { Task } from './task.ts'
import type { TaskDefinition } from './task-definition.ts'
import type { TransitGateway } from './transit-gateway.ts'
import type { Vpc } from './vpc.ts'

export const SNAPSHOT_SCHEMA = 'farsight.snapshot/1'

/** The AWS state that an answer rests on: plain JSON, `schemas/snapshot.v1.json`, docs/snapshot.md. */
export interface Snapshot {
  readonly schema: typeof SNAPSHOT_SCHEMA
  /** ISO 8601; absent where the snapshot is of code. */
  readonly takenAt?: string
  /** By account id (twelve digits, or a placeholder). */
  readonly accounts: { readonly [account: string]: Account }
  readonly origins?: { readonly [pointer: Pointer]: Origin }
}

export interface Account {
  /** `null`: asked, and the account is in none; absent: not read (a member account cannot read its policies). */
  readonly organization?: Known<Organization> | null
  /** By role name. */
  readonly roles?: Known<Table<Role>>
  /** Managed policies by ARN; an AWS managed policy written here replaces the one that Farsight knows. */
  readonly policies?: Known<Table<ManagedPolicy>>
  /** By bucket name. */
  readonly buckets?: Known<Table<Bucket>>
  readonly regions: { readonly [region: string]: RegionState }
}

export interface RegionState {
  readonly vpcs?: Known<Table<Vpc>>
  readonly prefixLists?: Known<Table<PrefixList>>
  /** Those that VPCs of the account are attached to, by id; of another account as well. */
  readonly transitGateways?: Known<Table<TransitGateway>>
  readonly clusters?: Known<Table<Cluster>>
  /** The account's own, by name. */
  readonly capacityProviders?: Known<Table<CapacityProvider>>
  /** Of AWS Cloud Map, by name or ARN, as services name them. */
  readonly namespaces?: Known<Table<Namespace>>
  /** Services of AWS Cloud Map, by ARN. */
  readonly discoveryServices?: Known<Table<DiscoveryService>>
  readonly services?: Known<Table<Service>>
  readonly runTasks?: Known<Table<RunTask>>
  /** Workflows, by name: the tasks that their states run. */
  readonly stateMachines?: Known<Table<StateMachine>>
  /** What is recognized and not judged, by name or id. */
  readonly otherLaunches?: Known<Table<OtherLaunch>>
  /** By `family:revision`. */
  readonly taskDefinitions?: Known<Table<TaskDefinition>>
  /** By task id. */
  readonly tasks?: Known<Table<Task>>
  readonly registry?: Known<Registry>
  /** By repository name. */
  readonly repositories?: Known<Table<Repository>>
  /** By full ARN, six-character suffix included. */
  readonly secrets?: Known<Table<Secret>>
  /** By name (`/prod/db/url` or `url`). */
  readonly parameters?: Known<Table<Parameter>>
  /** By key id. */
  readonly keys?: Known<Table<Key>>
  readonly logGroups?: Known<Table<LogGroup>>
  readonly fileSystems?: Known<Table<FileSystem>>
  readonly ebsSnapshots?: Known<Table<EbsSnapshot>>
  /** By ARN. */
  readonly loadBalancers?: Known<Table<LoadBalancer>>
  /** By ARN. */
  readonly targetGroups?: Known<Table<TargetGroup>>
  /** Values of CloudFormation's exports, by name: what templates import. */
  readonly exports?: Known<Table<string>>
  /** Applied value by quota code (`L-3032A538`). */
  readonly quotas?: Known<Table<number>>
  /** By setting name (`awsvpcTrunking`, `dualStackIPv6`, `fargateFIPSMode`, `defaultLogDriverMode`). */
  readonly accountSettings?: Known<Table<string>>
}

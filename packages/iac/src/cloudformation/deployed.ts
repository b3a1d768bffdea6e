import { isGap, type Known, type Snapshot, type Table, type Vpc } from '@farsight/core'
import type { Environment } from './environment.ts'

/**
 * A thing of the account that a stack has made, as the tags say that CloudFormation puts on it.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
 */
export interface Deployed {
  readonly type: string
  readonly logicalId: string
  /** Where the snapshot files it: the table and the key there, which is an id, a name or an ARN. */
  readonly table: DeployedTable
  readonly key: string
  /** The VPC that holds it. */
  readonly vpc: string | null
  /** Of a VPC: what AWS has made with it, where it was read. */
  readonly defaultGroup?: string | undefined
  readonly defaultAcl?: string | undefined
}

export type DeployedTable = keyof typeof IN_VPC | keyof typeof IN_REGION | keyof typeof IN_ACCOUNT

export const IN_VPC = {
  subnets: 'AWS::EC2::Subnet',
  routeTables: 'AWS::EC2::RouteTable',
  networkAcls: 'AWS::EC2::NetworkAcl',
  securityGroups: 'AWS::EC2::SecurityGroup',
  endpoints: 'AWS::EC2::VPCEndpoint',
  natGateways: 'AWS::EC2::NatGateway',
  internetGateways: 'AWS::EC2::InternetGateway',
  egressOnlyInternetGateways: 'AWS::EC2::EgressOnlyInternetGateway',
} as const

const IN_REGION = {
  vpcs: 'AWS::EC2::VPC',
  clusters: 'AWS::ECS::Cluster',
  discoveryServices: 'AWS::ServiceDiscovery::Service',
  services: 'AWS::ECS::Service',
  repositories: 'AWS::ECR::Repository',
  secrets: 'AWS::SecretsManager::Secret',
  parameters: 'AWS::SSM::Parameter',
  keys: 'AWS::KMS::Key',
  logGroups: 'AWS::Logs::LogGroup',
  fileSystems: 'AWS::EFS::FileSystem',
  loadBalancers: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  targetGroups: 'AWS::ElasticLoadBalancingV2::TargetGroup',
} as const

const IN_ACCOUNT = { roles: 'AWS::IAM::Role', buckets: 'AWS::S3::Bucket' } as const

/** Snapshots file these by the id that AWS gives, code by the logical id. */
export function isCalledById({ table }: Deployed): boolean {
  return table in IN_VPC || table === 'vpcs' || table === 'services' || table === 'fileSystems'
}

export function deployedKey(type: string, logicalId: string): string {
  return `${type} ${logicalId}`
}

/** By type and logical id; what stands for a resource twice stands for none. */
export function byLogicalId(deployed: readonly Deployed[]): ReadonlyMap<string, Deployed> {
  const found = new Map<string, Deployed>()
  const twice = new Set<string>()
  for (const thing of deployed) {
    const key = deployedKey(thing.type, thing.logicalId)
    if (found.has(key)) twice.add(key)
    found.set(key, thing)
  }
  for (const key of twice) found.delete(key)
  return found
}

export type DeployedBy = (stack: Environment) => readonly Deployed[]

/** Finds what stacks have made in an account. A stack whose name nobody knows has made nothing that could be found. */
export function createDeployedBy(over: Snapshot | null): DeployedBy {
  const places = new Map<string, ReadonlyMap<string, readonly Deployed[]>>()
  return (stack) => {
    if (over === null) return []
    const place = `${stack.account} ${stack.region}`
    const stacks = places.get(place) ?? byStack(over, stack)
    places.set(place, stacks)
    return stacks.get(stack.stackName) ?? []
  }
}

interface Place {
  readonly account: string
  readonly region: string
}

function byStack({ accounts }: Snapshot, place: Place): ReadonlyMap<string, readonly Deployed[]> {
  const stacks = new Map<string, Deployed[]>()
  const account = own(accounts, place.account)
  const region = own(account?.regions, place.region)
  const look = (tables: Readonly<Record<string, string>>, from: object | undefined, vpc: string | null) => {
    for (const [table, type] of Object.entries(tables)) {
      for (const [key, thing] of thingsOf(from?.[table as keyof typeof from])) {
        const maker = makerOf(thing.tags, place)
        if (maker === null) continue
        const made = stacks.get(maker.stackName) ?? []
        stacks.set(maker.stackName, made)
        made.push({
          type,
          logicalId: maker.logicalId,
          table: table as DeployedTable,
          key,
          vpc,
          ...defaultsOf(table, thing),
        })
      }
    }
  }
  look(IN_ACCOUNT, account, null)
  look(IN_REGION, region, null)
  for (const [id, vpc] of thingsOf(region?.vpcs)) look(IN_VPC, vpc, id)
  return stacks
}

function defaultsOf(table: string, thing: Vpc | Tagged) {
  if (table !== 'vpcs') return {}
  const { securityGroups, networkAcls } = thing as Vpc
  const [group] = thingsOf(securityGroups).find(([, { groupName }]) => groupName === 'default') ?? []
  const [acl] = thingsOf(networkAcls).find(([, each]) => each.default === true) ?? []
  return { defaultGroup: group, defaultAcl: acl }
}

function own<T>(table: { readonly [key: string]: T } | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
}

interface Tagged {
  readonly tags?: unknown
}

function thingsOf<T extends Tagged>(table: Known<Table<T>> | undefined): readonly (readonly [string, T])[] {
  if (table === undefined || isGap(table)) return []
  return Object.entries(table).flatMap(([key, thing]) =>
    key === '*' || thing === null || isGap(thing) ? [] : [[key, thing] as const],
  )
}

/** Roles and buckets are in no Region: the id of the stack tells stacks of one name in two Regions apart. */
function makerOf(tags: unknown, { account, region }: Place) {
  const tag = tagsOf(tags)
  const stackName = tag('aws:cloudformation:stack-name')
  const logicalId = tag('aws:cloudformation:logical-id')
  const [, , , inRegion = region, inAccount = account] = tag('aws:cloudformation:stack-id')?.split(':', 6) ?? []
  if (stackName === undefined || logicalId === undefined || inRegion !== region || inAccount !== account) return null
  return { stackName, logicalId }
}

/** ECS lists tags; elsewhere the snapshot has them by key. */
function tagsOf(tags: unknown): (key: string) => string | undefined {
  if (Array.isArray(tags)) {
    const list: readonly { readonly key?: unknown; readonly value?: unknown }[] = tags
    return (key) => textIn(list.find((each) => each.key === key)?.value)
  }
  if (typeof tags !== 'object' || tags === null) return () => undefined
  return (key) => textIn(Object.hasOwn(tags, key) ? tags[key as keyof typeof tags] : undefined)
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

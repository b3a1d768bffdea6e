import type { Gap } from '@farsight/core'
import { type Deployed, type DeployedTable, IN_VPC } from './deployed.ts'
import { nameOf } from './names.ts'
import type { Resource } from './resource.ts'
import type { AccountTables, RegionTables } from './tables.ts'
import { AFTER_DEPLOY } from './value.ts'

/** What keeps data may be kept when its resource goes, which the template no longer tells (`DeletionPolicy`). */
const KEEP_DATA: ReadonlySet<DeployedTable> = new Set([
  'buckets',
  'repositories',
  'secrets',
  'parameters',
  'keys',
  'logGroups',
  'fileSystems',
])

/** With another name, CloudFormation makes another thing and takes the first one away. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'AWS::IAM::Role': 'RoleName',
    'AWS::S3::Bucket': 'BucketName',
    'AWS::ECS::Cluster': 'ClusterName',
    'AWS::ECS::Service': 'ServiceName',
    'AWS::ECR::Repository': 'RepositoryName',
    'AWS::SSM::Parameter': 'Name',
    'AWS::Logs::LogGroup': 'LogGroupName',
  }),
)

/** Takes out of an account what a stack had made and makes no longer. What it still makes, its resources replace. */
export function takeDeployedAway(
  deployed: readonly Deployed[],
  resources: readonly Resource[],
  tables: AccountTables & RegionTables,
): void {
  const stays = new Set(resources.map((resource) => (isRenamed(resource) ? null : resource.deployed)))
  for (const thing of deployed) {
    const table = stays.has(thing) ? undefined : tableOf(thing, tables)
    if (table?.drafts.delete(thing.key)) table.kept.set(thing.key, KEEP_DATA.has(thing.table) ? AFTER_DEPLOY : null)
  }
}

function isRenamed(resource: Resource): boolean {
  const property = NAMES.get(resource.type)
  return property !== undefined && nameOf(resource, property).text !== resource.deployed?.key
}

/** What is left of any table where its things do not matter. */
interface Entries {
  readonly drafts: { delete(key: string): boolean }
  readonly kept: Map<string, Gap | null>
}

function tableOf({ table, vpc }: Deployed, tables: AccountTables & RegionTables): Entries | undefined {
  if (!(table in IN_VPC)) return tables[table as Exclude<keyof typeof tables, 'registry'>]
  return tables.vpcs.drafts.get(vpc ?? '')?.[table as keyof typeof IN_VPC]
}

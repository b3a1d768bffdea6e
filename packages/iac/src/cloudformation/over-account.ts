import {
  type Account,
  type FileSystem,
  type Gap,
  isGap,
  type Known,
  NOT_READ,
  type Origin,
  type Pointer,
  pointerTo,
  type RegionState,
  type Registry,
  type Repository,
  type Role,
  type SecurityGroup,
  type Snapshot,
  type Table,
  type Vpc,
} from '@farsight/core'
import { copied } from './copied.ts'
import { type DraftTable, draftTable } from './draft-table.ts'
import type { FileSystemDraft } from './file-system-draft.ts'
import type { RegistryDraft } from './registry-draft.ts'
import type { RoleDraft } from './role-draft.ts'
import { type AccountTables, type Drafts, type RegionTables, tablesFor } from './tables.ts'
import { type SecurityGroupDraft, type VpcDraft, vpcDraft } from './vpc-draft.ts'

/** Puts an account into the drafts, so that code lies over it: what it names is there, and what it makes is added. */
export function layOver(base: Snapshot, drafts: Drafts, origins: Map<Pointer, Origin>): void {
  for (const [account, state] of Object.entries(base.accounts)) {
    for (const [region, found] of Object.entries(state.regions)) fillRegion(tablesFor(drafts, account, region), found)
    const tables = drafts.get(account)?.tables
    if (tables !== undefined) fillAccount(tables, state)
  }
  for (const [pointer, origin] of Object.entries(base.origins ?? {})) origins.set(pointer, origin)
}

function fillAccount({ roles, policies, buckets }: AccountTables, account: Account): void {
  fill(roles, account.roles, roleDraft)
  fill(policies, account.policies, copied)
  fill(buckets, account.buckets, copied)
}

function fillRegion(tables: RegionTables, region: RegionState): void {
  fill(tables.vpcs, region.vpcs, (vpc, id) => vpcOver(vpc, id, tables.vpcs.at))
  fill(tables.prefixLists, region.prefixLists, copied)
  fill(tables.clusters, region.clusters, copied)
  fill(tables.capacityProviders, region.capacityProviders, copied)
  fill(tables.discoveryServices, region.discoveryServices, copied)
  fill(tables.services, region.services, copied)
  fill(tables.runTasks, region.runTasks, copied)
  fill(tables.stateMachines, region.stateMachines, copied)
  fill(tables.otherLaunches, region.otherLaunches, copied)
  fill(tables.taskDefinitions, region.taskDefinitions, copied)
  fillRegistry(tables.registry, region.registry)
  fill(tables.repositories, region.repositories, repositoryDraft)
  fill(tables.secrets, region.secrets, copied)
  fill(tables.parameters, region.parameters, copied)
  fill(tables.keys, region.keys, copied)
  fill(tables.logGroups, region.logGroups, copied)
  fill(tables.fileSystems, region.fileSystems, fileSystemDraft)
  fill(tables.loadBalancers, region.loadBalancers, copied)
  fill(tables.targetGroups, region.targetGroups, copied)
  fill(tables.accountSettings, region.accountSettings, copied)
}

function fillRegistry(draft: RegistryDraft, registry: Known<Registry> | undefined): void {
  if (registry === undefined) return
  draft.base = registry
  if (!isGap(registry)) fill(draft.pullThroughCacheRules, registry.pullThroughCacheRules, copied)
}

/** A table that is asked one by one: what it does not hold was not asked for, unless it says so. */
function fill<T, D>(
  table: DraftTable<D>,
  from: Known<Table<T>> | undefined,
  draftOf: (thing: T, key: string, at: Pointer) => D,
): void {
  if (from === undefined) return
  if (isGap(from)) {
    table.rest = from
    return
  }
  for (const [key, thing] of Object.entries(from)) {
    if (key === '*') table.rest = isGap(thing) ? thing : null
    else if (thing === null || isGap(thing)) table.kept.set(key, thing as Gap | null)
    else {
      table.drafts.set(key, draftOf(thing, key, pointerTo(table.at, key)))
      table.laid.add(key)
    }
  }
}

/** A table that one question lists: what it does not hold is not there, unless it was not asked for. */
function fillListing<T, D>(
  table: DraftTable<D>,
  from: Known<Table<T>> | undefined,
  draftOf: (thing: T, key: string, at: Pointer) => D,
): void {
  if (from === undefined) table.rest = NOT_READ
  else fill(table, from, draftOf)
}

/** What a VPC that the snapshot does not hold stands for: what AWS makes with every VPC. */
const OPTIONAL = ['hostedZones', 'resolverRules', 'route53Profiles', 'peeringConnections'] as const

function vpcOver(vpc: Vpc, id: string, vpcs: Pointer): VpcDraft {
  const draft = vpcDraft(id, vpcs, null, vpc)
  draft.cidrBlocks = isGap(vpc.cidrBlocks) ? vpc.cidrBlocks : [...vpc.cidrBlocks]
  draft.enableDnsSupport = vpc.enableDnsSupport
  draft.enableDnsHostnames = vpc.enableDnsHostnames
  if (vpc.dhcpOptions !== undefined) draft.dhcpOptions = vpc.dhcpOptions
  if (vpc.dnsFirewall !== undefined) draft.dnsFirewall = vpc.dnsFirewall
  if (vpc.blockPublicAccess !== undefined) draft.blockPublicAccess = vpc.blockPublicAccess
  fillListing(draft.subnets, vpc.subnets, copied)
  fillListing(draft.routeTables, vpc.routeTables, copied as Copy<VpcDraft['routeTables']>)
  fillListing(draft.networkAcls, vpc.networkAcls, copied as Copy<VpcDraft['networkAcls']>)
  fillListing(draft.securityGroups, vpc.securityGroups, groupDraft)
  fillListing(draft.endpoints, vpc.endpoints, copied)
  fillListing(draft.natGateways, vpc.natGateways, copied)
  fillListing(draft.internetGateways, vpc.internetGateways, copied)
  fillListing(draft.egressOnlyInternetGateways, vpc.egressOnlyInternetGateways, copied)
  fillListing(draft.transitGatewayAttachments, vpc.transitGatewayAttachments, copied)
  for (const name of OPTIONAL) {
    const listing = vpc[name] as Known<Table<never>> | undefined
    if (listing !== undefined) fill(draft[name] as DraftTable<never>, listing, copied)
  }
  return draft
}

type Copy<Table> = Table extends DraftTable<infer Draft> ? (thing: object) => Draft : never

function groupDraft(group: SecurityGroup): SecurityGroupDraft {
  return { ...(copied(group) as SecurityGroupDraft), hasDefaultEgress: false }
}

function roleDraft(role: Role, _name: string, at: Pointer): RoleDraft {
  const { attachedPolicyArns: attached = NOT_READ, inlinePolicies: inline } = role
  const inlinePolicies: RoleDraft['inlinePolicies'] = draftTable(pointerTo(at, 'inlinePolicies'))
  const unknownPolicies: Gap | null = inline === undefined ? NOT_READ : isGap(inline) ? inline : null
  if (inline !== undefined && !isGap(inline)) {
    for (const [name, document] of Object.entries(inline)) inlinePolicies.drafts.set(name, document)
  }
  return {
    base: role,
    path: role.path,
    assumeRolePolicyDocument: role.assumeRolePolicyDocument,
    attachedPolicyArns: isGap(attached) ? attached : [...attached],
    inlinePolicies,
    unknownPolicies,
    permissionsBoundaryArn: role.permissionsBoundaryArn,
  }
}

function fileSystemDraft(base: FileSystem, _id: string, at: Pointer): FileSystemDraft {
  const draft: FileSystemDraft = {
    base,
    policyDocument: base.policyDocument === undefined ? NOT_READ : base.policyDocument,
    mountTargets: draftTable(pointerTo(at, 'mountTargets')),
    accessPoints: draftTable(pointerTo(at, 'accessPoints')),
  }
  fillListing(draft.mountTargets, base.mountTargets, copied)
  fillListing(draft.accessPoints, base.accessPoints, copied)
  return draft
}

/** Where the CDK pushes what it builds, at every deployment. */
const CDK_ASSETS = /^(?:cdk-[a-z0-9]+-container-assets-\d+-|aws-cdk\/assets$)/

/** An image that the CDK will push is not there before. */
function repositoryDraft(repository: Repository, name: string): Repository {
  const { images } = repository
  if (!CDK_ASSETS.test(name) || images === undefined || isGap(images)) return copied(repository)
  return { ...copied(repository), images: { ...images, '*': { gap: 'assumed', assumption: 'images-pushed' } } }
}

/** The snapshot of the code, with all of the account that code does not speak of. */
export function withAccount(base: Snapshot, code: Snapshot): Snapshot {
  const accounts = Object.entries(code.accounts).map(([id, account]) => {
    const known = Object.hasOwn(base.accounts, id) ? base.accounts[id] : undefined
    const regions = Object.entries(account.regions).map(
      ([name, region]) => [name, { ...known?.regions[name], ...region }] as const,
    )
    return [id, { ...known, ...account, regions: Object.fromEntries(regions) }] as const
  })
  return { ...base, ...code, accounts: Object.fromEntries(accounts) }
}

import { parseArn } from '../model/arn.ts'
import { fieldOf } from '../model/field.ts'
import { isGap, type Known } from '../model/known.ts'
import { lazy } from '../model/lazy.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { KeyGrant } from '../model/secret.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { ownIn, type Table } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'

/** The policies on things of all accounts, as far as they were asked for. */
export interface ResourcePolicies {
  /** @param resource an ARN; of an object in a bucket, or of a log stream, that of what holds it counts */
  readonly of: (resource: string) => ResourcePolicy | undefined
  readonly ofRegistry: (place: Place) => ResourcePolicy | undefined
  /**
   * Services of which some policy may bear on a request to a thing of the caller's own account: where all things are
   * known to have none, none does. Whose a bucket is, its name does not say: of S3 every bucket counts.
   */
  readonly services: ReadonlySet<string>
  /** Whether the policy of some registry may bear on its repositories. */
  readonly hasRegistries: boolean
}

export interface ResourcePolicy {
  /** Of the thing. */
  readonly account: string
  /** Null: asked, and there is none. */
  readonly document: Known<PolicyDocument> | null
  readonly grants: Known<readonly KeyGrant[]> | null
  readonly at: Pointer
}

type WithPolicy = {
  readonly policyDocument?: Known<PolicyDocument> | null
  readonly grants?: Known<readonly KeyGrant[]>
}

export function resourcePoliciesOf(world: World): ResourcePolicies {
  const { accounts } = world.snapshot
  const services = new Set<string>()
  let hasRegistries = false
  for (const { buckets, regions } of Object.values(accounts)) {
    if (hasPolicy(buckets, true)) services.add('s3')
    for (const state of Object.values(regions)) {
      for (const [service, { table }] of Object.entries(REGIONAL))
        if (hasPolicy(state[table], false)) services.add(service)
      hasRegistries ||= hasPolicy(registryTable(state.registry), false)
    }
  }
  const buckets = lazy(() => bucketsOf(world.snapshot))
  const openSecrets = lazy(() => secretsOf(world.snapshot, hasOpenPartition))
  const allSecrets = lazy(() => secretsOf(world.snapshot, () => true))
  const ofSecret = (resource: string) => {
    const withOther = hasOpenPartition(resource) ? allSecrets() : openSecrets()
    return withOther.size === 0 ? undefined : withOther.get(withoutPartition(resource))
  }
  return {
    of: (resource) => {
      const arn = parseArn(resource)
      if (arn === null) return undefined
      const { service, region, account } = arn
      if (service === 's3') return buckets().get(nameUpTo('/', arn.resource))
      if (!isRegional(service)) return undefined
      const { table, type, nameOf } = REGIONAL[service]
      const state = world.region({ account, region })
      if (state === undefined || !arn.resource.startsWith(type)) return undefined
      const base = pointerTo('/accounts', account, 'regions', region, table)
      if (service === 'secretsmanager') return policyIn(state[table], resource, account, base) ?? ofSecret(resource)
      return policyIn(state[table], nameOf(arn.resource.slice(type.length)), account, base)
    },
    ofRegistry: (place) => {
      const { account, region } = place
      const base = pointerTo('/accounts', account, 'regions', region)
      return policyIn(registryTable(world.region(place)?.registry), 'registry', account, base)
    },
    services,
    hasRegistries,
  }
}

type Regional = 'ecr' | 'kms' | 'logs' | 'elasticfilesystem' | 's3files' | 'secretsmanager'

/** The tables of a Region, by the service of ARNs, and what of the ARN is the name. */
const REGIONAL: {
  readonly [service in Regional]: {
    readonly table: 'repositories' | 'keys' | 'logGroups' | 'fileSystems' | 'secrets'
    readonly type: string
    readonly nameOf: (rest: string) => string
  }
} = {
  ecr: { table: 'repositories', type: 'repository/', nameOf: whole },
  kms: { table: 'keys', type: 'key/', nameOf: whole },
  logs: { table: 'logGroups', type: 'log-group:', nameOf: (rest) => nameUpTo(':', rest) },
  elasticfilesystem: { table: 'fileSystems', type: 'file-system/', nameOf: whole },
  s3files: { table: 'fileSystems', type: 'file-system/', nameOf: whole },
  secretsmanager: { table: 'secrets', type: 'secret:', nameOf: whole },
}

function isRegional(service: string): service is Regional {
  return Object.hasOwn(REGIONAL, service)
}

function whole(rest: string): string {
  return rest
}

function nameUpTo(end: ':' | '/', text: string): string {
  const at = text.indexOf(end)
  return at < 0 ? text : text.slice(0, at)
}

/** By name, which is unique over all accounts. */
function bucketsOf({ accounts }: Snapshot): ReadonlyMap<string, ResourcePolicy> {
  const policies = new Map<string, ResourcePolicy>()
  for (const [account, { buckets }] of Object.entries(accounts)) {
    const base = pointerTo('/accounts', account, 'buckets')
    for (const name of buckets === undefined || isGap(buckets) ? [] : Object.keys(buckets)) {
      const found = policies.has(name) ? undefined : policyIn(buckets, name, account, base)
      if (found !== undefined) policies.set(name, found)
    }
  }
  return policies
}

/** By their full ARNs without the partition, which either side may leave open. */
function secretsOf({ accounts }: Snapshot, isWanted: (arn: string) => boolean): ReadonlyMap<string, ResourcePolicy> {
  const policies = new Map<string, ResourcePolicy>()
  for (const [account, { regions }] of Object.entries(accounts)) {
    for (const [region, { secrets }] of Object.entries(regions)) {
      const base = pointerTo('/accounts', account, 'regions', region, 'secrets')
      for (const arn in secrets ?? {}) {
        if (!isWanted(arn)) continue
        const found = policyIn(secrets, arn, account, base)
        if (found !== undefined) policies.set(withoutPartition(arn), found)
      }
    }
  }
  return policies
}

function hasOpenPartition(arn: string): boolean {
  return arn.startsWith('arn:«')
}

function withoutPartition(arn: string): string {
  const partition = hasOpenPartition(arn) ? arn.indexOf('»') : 4
  return arn.slice(arn.indexOf(':', partition) + 1)
}

function registryTable(registry: Known<WithPolicy> | undefined): Table<WithPolicy> {
  return { registry: registry ?? null }
}

type PolicyTable = Known<Table<WithPolicy>> | undefined

/** Without what nobody read: most things have no policy of their own, so that alone opens nothing. */
function policyIn(table: PolicyTable, name: string, account: string, base: Pointer): ResourcePolicy | undefined {
  if (table === undefined || isGap(table)) return undefined
  const thing = ownIn(table, name) ?? null
  if (thing === null || isGap(thing)) return undefined
  const { policyDocument: document, grants } = thing
  if (!isRead(document)) return undefined
  return { account, document, grants: grants ?? null, at: pointerTo(base, name, 'policyDocument') }
}

/** @param orNone whether a thing that is known to have no policy counts, too */
function hasPolicy(table: PolicyTable, orNone: boolean): boolean {
  if (table === undefined || isGap(table)) return false
  for (const name in table) {
    // Of a gap there is none.
    const thing = table[name] as WithPolicy | null
    const document = thing === null ? undefined : fieldOf(thing, 'policyDocument')
    if (isRead(document) && (orNone || document !== null)) return true
  }
  return false
}

function isRead(document: WithPolicy['policyDocument']): document is ResourcePolicy['document'] {
  return document !== undefined && !(isGap(document) && document.gap === 'not-read')
}

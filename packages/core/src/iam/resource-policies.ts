import { parseArn } from '../model/arn.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { KeyGrant } from '../model/secret.ts'
import type { Table } from '../model/table.ts'
import type { World } from '../model/world.ts'

/** The policies on things of all accounts, as far as they were asked for: by `resourceKey`. */
export type ResourcePolicies = ReadonlyMap<string, ResourcePolicy>

export interface ResourcePolicy {
  /** Of the thing. */
  readonly account: string
  /** Null: asked, and there is none. */
  readonly document: Known<PolicyDocument> | null
  readonly grants: Known<readonly KeyGrant[]> | null
  readonly at: Pointer
}

/**
 * The ARN of a thing with a policy, without its partition, which the snapshot does not say: of an object its bucket, of
 * a log stream its group.
 */
export function resourceKey(arn: string): string {
  const partition = arn.startsWith('arn:«') ? arn.indexOf('»') : 4
  const key = arn.slice(arn.indexOf(':', partition) + 1)
  if (key.startsWith('logs:')) return upToName(key)
  const slash = key.startsWith('s3:') ? key.indexOf('/') : -1
  return slash < 0 ? key : key.slice(0, slash)
}

const LOG_GROUP = ':log-group:'

function upToName(key: string): string {
  const start = key.indexOf(LOG_GROUP)
  const end = start < 0 ? -1 : key.indexOf(':', start + LOG_GROUP.length)
  return end < 0 ? key : key.slice(0, end)
}

type WithPolicy = {
  readonly policyDocument?: Known<PolicyDocument> | null
  readonly grants?: Known<readonly KeyGrant[]>
}

export function resourcePoliciesOf({ snapshot }: World): ResourcePolicies {
  const policies = new Map<string, ResourcePolicy>()
  for (const [account, { buckets, regions }] of Object.entries(snapshot.accounts)) {
    const add = (table: Known<Table<WithPolicy>> | undefined, base: Pointer, keyOf: (name: string) => string) => {
      for (const [name, document, grants] of documentsIn(table)) {
        policies.set(keyOf(name), { account, document, grants, at: pointerTo(base, name, 'policyDocument') })
      }
    }
    add(buckets, pointerTo('/accounts', account, 'buckets'), (name) => `s3:::${name}`)
    for (const [region, state] of Object.entries(regions)) {
      const at = pointerTo('/accounts', account, 'regions', region)
      const place = `${region}:${account}`
      add(state.repositories, pointerTo(at, 'repositories'), (name) => `ecr:${place}:repository/${name}`)
      add(registryTable(state.registry), at, () => registryKey(region, account))
      add(state.keys, pointerTo(at, 'keys'), (id) => `kms:${place}:key/${id}`)
      add(state.logGroups, pointerTo(at, 'logGroups'), (name) => `logs:${place}:log-group:${name}`)
      add(state.fileSystems, pointerTo(at, 'fileSystems'), (id) => `elasticfilesystem:${place}:file-system/${id}`)
      // By full ARN.
      add(state.secrets, pointerTo(at, 'secrets'), (arn) => (parseArn(arn) === null ? arn : resourceKey(arn)))
    }
  }
  return policies
}

function registryTable(registry: Known<WithPolicy> | undefined): Table<WithPolicy> {
  return registry === undefined ? {} : { registry }
}

/** Of the policy that holds for all repositories of an account in a Region. */
export function registryKey(region: string, account: string): string {
  return `ecr:${region}:${account}:registry`
}

type Found = readonly [name: string, document: ResourcePolicy['document'], grants: ResourcePolicy['grants']]

/** Without those that nobody read: most things have no policy of their own, so that alone opens nothing. */
function documentsIn(table: Known<Table<WithPolicy>> | undefined): readonly Found[] {
  if (table === undefined || isGap(table)) return []
  const found: Found[] = []
  for (const name of Object.keys(table)) {
    const thing = table[name]
    if (thing === undefined || thing === null || isGap(thing)) continue
    const { policyDocument: document, grants } = thing
    const isUnread = document === undefined || (isGap(document) && document.gap === 'not-read')
    if (!isUnread) found.push([name, document, grants ?? null])
  }
  return found
}

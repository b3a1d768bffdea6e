import { parseArn } from '../model/arn.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { Table } from '../model/table.ts'
import type { World } from '../model/world.ts'

/** The policies on things of all accounts, as far as they are known to be there: by `resourceKey`. */
export type ResourcePolicies = ReadonlyMap<string, ResourcePolicy>

interface ResourcePolicy {
  /** Of the thing. */
  readonly account: string
  readonly document: Known<PolicyDocument>
  readonly at: Pointer
}

/** The ARN of a thing with a policy, without its partition, which the snapshot does not say; of an object, its bucket. */
export function resourceKey(arn: string): string {
  const partition = arn.startsWith('arn:«') ? arn.indexOf('»') : 4
  const key = arn.slice(arn.indexOf(':', partition) + 1)
  const slash = key.startsWith('s3:') ? key.indexOf('/') : -1
  return slash < 0 ? key : key.slice(0, slash)
}

type WithPolicy = { readonly policyDocument?: Known<PolicyDocument> | null }

export function resourcePoliciesOf({ snapshot }: World): ResourcePolicies {
  const policies = new Map<string, ResourcePolicy>()
  for (const [account, { buckets, regions }] of Object.entries(snapshot.accounts)) {
    const add = (table: Known<Table<WithPolicy>> | undefined, base: Pointer, keyOf: (name: string) => string) => {
      for (const [name, document] of documentsIn(table)) {
        policies.set(keyOf(name), { account, document, at: pointerTo(base, name, 'policyDocument') })
      }
    }
    add(buckets, pointerTo('/accounts', account, 'buckets'), (name) => `s3:::${name}`)
    for (const [region, { repositories, secrets, keys }] of Object.entries(regions)) {
      const at = pointerTo('/accounts', account, 'regions', region)
      const place = `${region}:${account}`
      add(repositories, pointerTo(at, 'repositories'), (name) => `ecr:${place}:repository/${name}`)
      add(keys, pointerTo(at, 'keys'), (id) => `kms:${place}:key/${id}`)
      // By full ARN.
      add(secrets, pointerTo(at, 'secrets'), (arn) => (parseArn(arn) === null ? arn : resourceKey(arn)))
    }
  }
  return policies
}

/** Without those that nobody read: most things have no policy of their own, so that alone opens nothing. */
function documentsIn(table: Known<Table<WithPolicy>> | undefined): readonly [string, Known<PolicyDocument>][] {
  if (table === undefined || isGap(table)) return []
  const documents: [string, Known<PolicyDocument>][] = []
  for (const name of Object.keys(table)) {
    const thing = table[name]
    const document = thing === undefined || thing === null || isGap(thing) ? null : thing.policyDocument
    if (document === undefined || document === null || (isGap(document) && document.gap === 'not-read')) continue
    documents.push([name, document])
  }
  return documents
}

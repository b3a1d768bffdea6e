import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'
import type { Table } from './table.ts'
import type { Tags } from './tags.ts'

export interface Bucket {
  readonly region?: Known<string>
  readonly policyDocument?: Known<PolicyDocument> | null
  /** By key; only the objects that launches name are asked for. */
  readonly objects?: Known<Table<{ readonly kmsKeyArn?: Known<string> }>>
  readonly tags?: Known<Tags>
}

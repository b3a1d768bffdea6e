import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'
import type { Table } from './table.ts'
import type { Tags } from './tags.ts'

/** A private ECR repository. */
export interface Repository {
  /** By tag or by digest (`sha256:…`). */
  readonly images?: Known<Table<Image>>
  /** `null`: asked, and there is none; absent: not read. */
  readonly policyDocument?: Known<PolicyDocument> | null
  /** The key of the repository where it is not AES-256. */
  readonly kmsKeyArn?: Known<string>
  readonly imageTagMutability?: Known<string>
  readonly tags?: Known<Tags>
}

export interface Image {
  readonly digest?: Known<string>
  readonly platforms?: Known<readonly { readonly os: string; readonly architecture: string }[]>
  readonly sizeInBytes?: Known<number>
  readonly manifestMediaType?: Known<string>
}

/** What holds for all repositories of an account in a Region. */
export interface Registry {
  /** `V2`: its policy speaks of all actions; `V1`: of replication and pull through cache alone. Absent: not read. */
  readonly policyScope?: Known<'V1' | 'V2'>
  readonly policyDocument?: Known<PolicyDocument> | null
  /** By repository prefix. */
  readonly pullThroughCacheRules?: Known<Table<PullThroughCacheRule>>
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PullThroughCacheRule.html */
export interface PullThroughCacheRule {
  readonly upstreamRegistryUrl: Known<string>
  readonly credentialArn?: Known<string>
}

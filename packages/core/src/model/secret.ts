import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'
import type { Tags } from './tags.ts'

/** A Secrets Manager secret, never its value. */
export interface Secret {
  /** Absent: it has a current version. */
  readonly hasValue?: Known<boolean>
  /** When it will be gone; set: reads are refused. */
  readonly deletedDate?: Known<string>
  /** Absent: the AWS managed key `aws/secretsmanager`. */
  readonly kmsKeyId?: Known<string>
  /** `null`: asked, and there is none; absent: not read. */
  readonly policyDocument?: Known<PolicyDocument> | null
  readonly versionStages?: Known<readonly string[]>
  /** Top-level keys of a JSON value, where somebody told them. */
  readonly jsonKeys?: Known<readonly string[]>
  readonly tags?: Known<Tags>
}

/** A parameter of SSM Parameter Store, never its value. */
export interface Parameter {
  readonly type?: Known<'String' | 'StringList' | 'SecureString'>
  /** Of a SecureString; absent: the AWS managed key `aws/ssm`. */
  readonly keyId?: Known<string>
  readonly tags?: Known<Tags>
}

export interface Key {
  readonly keyState?: Known<
    'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | 'Unavailable' | 'Creating' | 'Updating'
  >
  readonly keyManager?: Known<'AWS' | 'CUSTOMER'>
  /** `alias/…`. */
  readonly aliases?: Known<readonly string[]>
  readonly policyDocument?: Known<PolicyDocument>
  readonly grants?: Known<readonly KeyGrant[]>
  readonly tags?: Known<Tags>
}

export interface KeyGrant {
  readonly granteePrincipal: Known<string>
  readonly operations: Known<readonly string[]>
  readonly encryptionContextEquals?: Known<{ readonly [key: string]: string }>
  readonly encryptionContextSubset?: Known<{ readonly [key: string]: string }>
}

import type { Known } from './known.ts'
import type { PolicyDocument } from './policy-document.ts'
import type { Tags } from './tags.ts'

export interface LogGroup {
  readonly logGroupClass?: Known<string>
  readonly kmsKeyId?: Known<string>
  readonly policyDocument?: Known<PolicyDocument> | null
  readonly tags?: Known<Tags>
}

import { optionalString } from './known.ts'
import { ours } from './object.ts'
import { optionalPolicyOrNone } from './policy-document.ts'
import { optionalTags } from './tags.ts'

export const logGroup = ours({
  logGroupClass: optionalString,
  kmsKeyId: optionalString,
  policyDocument: optionalPolicyOrNone,
  tags: optionalTags,
})

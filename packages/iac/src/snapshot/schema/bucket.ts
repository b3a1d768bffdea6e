import { fact, optionalString } from './known.ts'
import { ours } from './object.ts'
import { optionalPolicyOrNone } from './policy-document.ts'
import { table } from './table.ts'
import { optionalTags } from './tags.ts'

export const bucketObject = ours({ kmsKeyArn: optionalString })

export const bucket = ours({
  region: optionalString,
  policyDocument: optionalPolicyOrNone,
  objects: fact(table(bucketObject)),
  tags: optionalTags,
})

import * as z from 'zod/mini'
import { fact, knownString, knownStrings, optionalBoolean, optionalString, optionalStrings } from './known.ts'
import { list } from './list.ts'
import { ours } from './object.ts'
import { optionalPolicy, optionalPolicyOrNone } from './policy-document.ts'
import { optionalTags, stringsByKey } from './tags.ts'

export const secret = ours({
  hasValue: optionalBoolean,
  deletedDate: optionalString,
  kmsKeyId: optionalString,
  policyDocument: optionalPolicyOrNone,
  versionStages: optionalStrings,
  jsonKeys: optionalStrings,
  tags: optionalTags,
})

export const parameter = ours({
  type: fact(z.enum(['String', 'StringList', 'SecureString'])),
  keyId: optionalString,
  tags: optionalTags,
})

export const keyGrant = ours({
  granteePrincipal: knownString,
  operations: knownStrings,
  encryptionContextEquals: fact(stringsByKey),
  encryptionContextSubset: fact(stringsByKey),
})

export const key = ours({
  keyState: fact(
    z.enum(['Enabled', 'Disabled', 'PendingDeletion', 'PendingImport', 'Unavailable', 'Creating', 'Updating']),
  ),
  keyManager: fact(z.enum(['AWS', 'CUSTOMER'])),
  aliases: optionalStrings,
  policyDocument: optionalPolicy,
  grants: fact(list(keyGrant)),
  tags: optionalTags,
})

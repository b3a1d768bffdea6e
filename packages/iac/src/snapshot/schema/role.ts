import * as z from 'zod/mini'
import { fact, known, knownListOfKnownStrings, knownString, optionalString, string } from './known.ts'
import { list } from './list.ts'
import { ours } from './object.ts'
import { policyDocument } from './policy-document.ts'
import { dictionary } from './table.ts'
import { optionalTags } from './tags.ts'

export const role = ours({
  path: optionalString,
  assumeRolePolicyDocument: known(policyDocument),
  attachedPolicyArns: z.exactOptional(knownListOfKnownStrings),
  inlinePolicies: fact(dictionary(known(policyDocument))),
  permissionsBoundaryArn: optionalString,
  tags: optionalTags,
})

export const managedPolicy = ours({
  document: known(policyDocument),
  version: z.exactOptional(string),
})

const policiesByLevel = fact(list(list(known(policyDocument))))

export const organization = ours({
  id: knownString,
  managementAccountId: optionalString,
  path: optionalString,
  serviceControlPolicies: policiesByLevel,
  resourceControlPolicies: policiesByLevel,
})

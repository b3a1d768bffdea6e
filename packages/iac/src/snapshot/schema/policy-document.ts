import * as z from 'zod/mini'
import { branch } from './branch.ts'
import { boolean, fact, known, knownString, string } from './known.ts'
import { list } from './list.ts'
import { apiObject, isObject } from './object.ts'
import { parseOf, replaceParse } from './parse.ts'
import { dictionary } from './table.ts'

function oneOrMany<Value extends z.core.$ZodType>(one: Value) {
  const many = list(one)
  return branch([one, many], (found) => (Array.isArray(found) ? many : one))
}

const strings = known(oneOrMany(knownString))
const optionalStrings = z.exactOptional(strings)

const everyone = z.literal('*')
const principals = dictionary(strings)
const principal = fact(branch([everyone, principals], (found) => (typeof found === 'string' ? everyone : principals)))

const conditions = dictionary(dictionary(known(oneOrMany(known(z.union([string, z.number(), boolean]))))))

export const policyStatement = apiObject({
  Sid: z.exactOptional(string),
  Effect: known(z.enum(['Allow', 'Deny'])),
  Principal: principal,
  NotPrincipal: principal,
  Action: optionalStrings,
  NotAction: optionalStrings,
  Resource: optionalStrings,
  NotResource: optionalStrings,
  Condition: fact(conditions),
})

export const policyDocument = apiObject({
  Version: z.exactOptional(string),
  Id: z.exactOptional(string),
  Statement: known(oneOrMany(policyStatement)),
})

const parsePolicy = parseOf(policyDocument)

/**
 * What is odd inside a policy is marked with its place there: such an element counts as not known, and the snapshot is
 * read all the same.
 */
replaceParse(policyDocument, (payload, context) => {
  const before = payload.issues.length
  parsePolicy(payload, context)
  if (isObject(payload.value) && Object.hasOwn(payload.value, 'Statement')) {
    for (const issue of payload.issues.slice(before)) issue.policyPath = [...(issue.path ?? [])]
  }
  return payload
})

export const optionalPolicy = fact(policyDocument)
/** `null`: asked, and there is none. */
export const optionalPolicyOrNone = z.exactOptional(z.nullable(known(policyDocument)))

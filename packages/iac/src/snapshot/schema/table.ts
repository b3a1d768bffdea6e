import * as z from 'zod/mini'
import { branch } from './branch.ts'
import { isMeantAsGap } from './is-meant-as-gap.ts'
import { gap } from './known.ts'
import { isObject } from './object.ts'
import { replaceParse, runOn } from './parse.ts'

type Schema = z.core.$ZodType

/** Things by key; `keys` is the form of the keys. */
export function dictionary<Value extends Schema>(value: Value, keys?: z.ZodMiniString) {
  return entries({}, value, keys) as unknown as z.ZodMiniRecord<z.ZodMiniString, Value>
}

/** Things by name, id or ARN; the key `*` speaks for all that are not written. */
export function table<Value extends Schema>(value: Value) {
  const entry = branch([value, gap, none], (found) => (found === null ? none : isMeantAsGap(found) ? gap : value))
  return entries({ '*': z.exactOptional(rest) }, entry) as unknown as z.ZodMiniRecord<z.ZodMiniString, typeof entry>
}

/** A listing is written like a table; only what an absent key means is another matter. */
export function listing<Value extends Schema>(value: Value) {
  return table(value)
}

const none = z.null()
export const rest = z.union([none, gap])
replaceParse(rest, (payload, context) => {
  const { value, issues } = payload
  if (isMeantAsGap(value)) gap._zod.run(payload, context)
  else if (value !== null) issues.push({ code: 'custom', input: value, params: { fault: 'wrong-rest' } })
  return payload
})

function entries(shape: { readonly [key: string]: Schema }, value: Schema, keys?: z.ZodMiniString) {
  const object = new z.ZodMiniObject({ type: 'object', shape, catchall: value })
  replaceParse(object, (payload, context) => {
    const { value: found, issues } = payload
    if (!isObject(found)) {
      issues.push({ code: 'invalid_type', expected: 'object', input: found })
      return payload
    }
    if (isMeantAsGap(found)) {
      issues.push({ code: 'custom', input: found, params: { fault: 'gap-not-possible' } })
      return payload
    }
    const part: z.core.ParsePayload = { value: undefined, issues: [] }
    for (const key of Object.keys(found)) {
      if (keys !== undefined) issues.push(...keyIssues(key, keys))
      // Whoever copies the entries one by one would set the prototype with it
      if (key === '__proto__') issues.push({ code: 'unrecognized_keys', keys: [key], input: found, message: '' })
      else runOn(part, Object.hasOwn(shape, key) ? (shape[key] ?? value) : value, found[key], key, issues, context)
    }
    return payload
  })
  return object
}

function keyIssues(key: string, keys: z.ZodMiniString): readonly z.core.$ZodRawIssue[] {
  const issues = keys.safeParse(key).error?.issues ?? []
  return issues.map(({ message }) => ({
    code: 'invalid_key',
    origin: 'record',
    issues: [],
    path: [key],
    input: key,
    message,
  }))
}

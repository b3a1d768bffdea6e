import type * as z from 'zod/mini'

type Schema = z.core.$ZodType
type Payload = z.core.ParsePayload
type Context = z.core.ParseContextInternal
export type Parse = (payload: Payload, context: Context) => Payload

/** Zod's own way to parse, which none of the schemas here makes asynchronous. */
export function parseOf(schema: Schema): Parse {
  return schema._zod.run as Parse
}

/**
 * Schemas say what there is; how containers are gone through is ours. INVARIANT: `schema` has no checks of its own, so
 * that to run it is to parse it.
 */
export function replaceParse(schema: Schema, parse: Parse): void {
  schema._zod.parse = parse
  schema._zod.run = parse
}

/** Parses one part of a container; `part` is a payload for all parts of it. */
export function runOn(
  part: Payload,
  schema: Schema,
  value: unknown,
  key: string | number,
  issues: Payload['issues'],
  context: Context,
): void {
  part.value = value
  schema._zod.run(part, context)
  if (part.issues.length === 0) return
  for (const issue of part.issues) issues.push({ ...issue, path: [key, ...(issue.path ?? [])] })
  // A new list, because zod skips the checks of what already has issues
  part.issues = []
}

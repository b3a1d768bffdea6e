import * as z from 'zod/mini'
import { replaceParse } from './parse.ts'

type Schema = z.core.$ZodType

/**
 * A union whose branch the value itself shows. Zod tries all branches and, when none fits, reports the errors of all;
 * here the one branch alone is tried, and its errors are the errors.
 */
export function branch<const Options extends readonly [Schema, Schema, ...Schema[]]>(
  options: Options,
  pick: (value: unknown) => Schema,
): z.ZodMiniUnion<Options> {
  const union = z.union(options)
  replaceParse(union, (payload, context) => {
    pick(payload.value)._zod.run(payload, context)
    return payload
  })
  return union
}

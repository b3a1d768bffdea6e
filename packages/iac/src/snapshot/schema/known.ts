import * as z from 'zod/mini'
import { branch } from './branch.ts'
import { isMeantAsGap } from './is-meant-as-gap.ts'
import { list } from './list.ts'
import { ours } from './object.ts'

export const gap = z.discriminatedUnion('gap', [
  ours({ gap: z.literal('not-read'), permission: z.exactOptional(z.string()) }),
  ours({ gap: z.literal('denied'), permission: z.string() }),
  ours({ gap: z.literal('other-owner'), account: z.string() }),
  ours({ gap: z.literal('parameter'), name: z.string(), derived: z.exactOptional(z.literal(true)) }),
  ours({ gap: z.literal('option'), option: z.enum(['--account', '--region', '--subnet']) }),
  ours({ gap: z.literal('unresolved'), expression: z.string() }),
  ours({ gap: z.literal('refused'), expression: z.string() }),
  ours({ gap: z.literal('after-deploy') }),
  ours({ gap: z.literal('not-modeled'), what: z.string(), of: z.exactOptional(z.string()) }),
  ours({ gap: z.literal('assumed'), assumption: z.string() }),
])

/** A value or a gap. */
export function known<Value extends z.core.$ZodType>(value: Value) {
  return branch([value, gap], (found) => (isMeantAsGap(found) ? gap : value))
}

/** A field that may be absent or not known. */
export function fact<Value extends z.core.$ZodType>(value: Value) {
  return z.exactOptional(known(value))
}

// Fields of the same kind share one schema: making hundreds would slow down the start.
export const string = z.string()
export const boolean = z.boolean()
const strings = list(string)
export const knownString = known(string)
export const knownStrings = known(strings)
export const knownBoolean = known(boolean)
export const integer = z.int()
export const knownInteger = known(integer)
export const optionalString = z.exactOptional(knownString)
export const optionalStrings = z.exactOptional(knownStrings)
export const optionalBoolean = z.exactOptional(knownBoolean)
export const optionalInteger = z.exactOptional(knownInteger)
/** A list that is known while some of what it holds is not. */
export const knownListOfKnownStrings = known(list(knownString))

import * as z from 'zod/mini'
import { known } from './known.ts'
import { list } from './list.ts'

/** A text of a known form; `example` is one, for the message and the reader of the JSON schema. */
function text(pattern: RegExp, example: string) {
  return z.string().check(z.regex(pattern, { error: example }))
}

// Any text may hold placeholders, `«…»`: then nothing is said about its form.
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const CIDR = `(?:${OCTET}\\.){3}${OCTET}/(?:3[0-2]|[12]?\\d)|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*/(?:12[0-8]|1[01]\\d|\\d?\\d)`

export const cidr = text(new RegExp(`^(?:${CIDR}|.*«.*)$`), '10.0.0.0/16')
export const destination = text(new RegExp(`^(?:${CIDR}|pl-.+|.*«.*)$`), '0.0.0.0/0')
export const accountId = text(/^(?:\d{12}|«[^«»]*»)$/, '111122223333')
export const pointer = text(/^(?:\/(?:[^~]|~[01])*)?$/, '/accounts/111122223333')
export const time = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/, '2026-01-31T09:30:00Z')

export const knownCidr = known(cidr)
export const optionalCidr = z.exactOptional(knownCidr)
export const knownCidrs = known(list(cidr))

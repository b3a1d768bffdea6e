import { hasPlaceholder } from '../../model/placeholder.ts'
import type { Family } from './wanted.ts'

/**
 * Addresses within a range; without a prefix length, the range is the one address.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export const IP: Family = {
  kind: 'ip',
  compile: (text) => {
    const range = rangeOf(text)
    if (range === null) return hasPlaceholder(text) ? () => undefined : null
    return (value) => {
      const found = rangeOf(value)
      if (found === null) return hasPlaceholder(value) ? undefined : false
      return isWithin(found, range)
    }
  },
}

interface Range {
  readonly words: readonly number[]
  readonly prefix: number
}

const WORD = 16

function isWithin(inner: Range, outer: Range): boolean {
  if (inner.words.length !== outer.words.length || inner.prefix < outer.prefix) return false
  return inner.words.every((word, i) => {
    const free = WORD - Math.min(WORD, Math.max(0, outer.prefix - i * WORD))
    return word >>> free === (outer.words[i] ?? 0) >>> free
  })
}

function rangeOf(text: string): Range | null {
  const slash = text.indexOf('/')
  const words = wordsOf(slash < 0 ? text : text.slice(0, slash))
  if (words === null) return null
  const bits = words.length * WORD
  const length = slash < 0 ? String(bits) : text.slice(slash + 1)
  return /^\d{1,3}$/.test(length) && Number(length) <= bits ? { words, prefix: Number(length) } : null
}

/** The address in words of 16 bits: two of IPv4, eight of IPv6. */
function wordsOf(text: string): readonly number[] | null {
  return text.includes(':') ? wordsOfIpv6(text) : wordsOfIpv4(text)
}

function wordsOfIpv4(text: string): readonly number[] | null {
  const fields = text.split('.')
  if (fields.length !== 4 || !fields.every((field) => /^\d{1,3}$/.test(field) && Number(field) <= 255)) return null
  const [a = 0, b = 0, c = 0, d = 0] = fields.map(Number)
  return [a * 256 + b, c * 256 + d]
}

const IPV6_WORDS = 8

function wordsOfIpv6(text: string): readonly number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head = [], tail = []] = halves.map((half, i) => listOf(half, i === halves.length - 1))
  if (head.includes(null) || tail.includes(null)) return null
  const missing = IPV6_WORDS - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail] as readonly number[]
}

/** Null for what is no word. @param isEnd of the address, where the last may be one of IPv4 */
function listOf(half: string, isEnd: boolean): readonly (number | null)[] {
  if (half === '') return []
  const fields = half.split(':')
  return fields.flatMap((field, i): readonly (number | null)[] => {
    if (isEnd && i === fields.length - 1 && field.includes('.')) return wordsOfIpv4(field) ?? [null]
    return /^[\da-f]{1,4}$/i.test(field) ? [Number.parseInt(field, 16)] : [null]
  })
}

const BITS = 128n
const GROUP = /^[0-9a-f]{1,4}$/i
const IPV4_TAIL = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

/**
 * Null when the text is none. The last 32 bits may be written as an IPv4 address.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2
 */
export function parseIpv6Address(text: string): bigint | null {
  const groups = groupsOf(withoutTail(text))
  if (groups === null) return null
  return groups.reduce((address, group) => (address << 16n) | BigInt(group), 0n)
}

/** `::ffff:10.0.0.1` as `::ffff:a00:1`; a wrong tail is left, and is no group. */
function withoutTail(text: string): string {
  const match = IPV4_TAIL.exec(text)
  if (match === null) return text
  const octets = match.slice(2).map(Number)
  if (octets.some((octet) => octet > 255)) return text
  const [a = 0, b = 0, c = 0, d = 0] = octets
  return `${match[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

/** All eight; `::` stands for at least one group of zeros. */
function groupsOf(text: string): readonly number[] | null {
  const [left = '', right, more] = text.split('::')
  if (more !== undefined) return null
  const before = wordsOf(left)
  if (right === undefined) return before?.length === 8 ? before : null
  const after = wordsOf(right)
  if (before === null || after === null) return null
  const missing = 8 - before.length - after.length
  return missing < 1 ? null : [...before, ...new Array<number>(missing).fill(0), ...after]
}

function wordsOf(text: string): readonly number[] | null {
  if (text === '') return []
  const words = text.split(':')
  return words.every((word) => GROUP.test(word)) ? words.map((word) => Number.parseInt(word, 16)) : null
}

/**
 * In its shortest form, as AWS writes it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5952#section-4
 */
export function formatIpv6Address(address: bigint): string {
  const words = Array.from({ length: 8 }, (_, group) => (address >> (BITS - 16n * BigInt(group + 1))) & 0xffffn)
  const { from, length } = longestZeros(words)
  const hex = (part: readonly bigint[]) => part.map((word) => word.toString(16)).join(':')
  return length < 2 ? hex(words) : `${hex(words.slice(0, from))}::${hex(words.slice(from + length))}`
}

function longestZeros(words: readonly bigint[]): { readonly from: number; readonly length: number } {
  let best = { from: 0, length: 0 }
  for (let from = 0; from < words.length; from++) {
    let length = 0
    while (words[from + length] === 0n) length++
    if (length > best.length) best = { from, length }
  }
  return best
}

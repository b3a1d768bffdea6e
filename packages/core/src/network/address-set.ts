import { isGap, type Known } from '../model/known.ts'
import type { Family } from './family.ts'
import { formatIpv6Address, parseIpv6Address } from './ipv6-address.ts'
import { oncePer, oncePerText } from './once.ts'
import { unresolved } from './open-fact.ts'
import { type Range, type RangeSet, rangeSet, subtract } from './range-set.ts'

/** A block of addresses, and the length of its prefix. */
export interface Block {
  readonly family: Family
  readonly addresses: RangeSet
  readonly length: number
}

/** All IPv4 addresses. */
export const ANYWHERE: RangeSet = Object.freeze([Object.freeze({ from: 0, to: 2 ** 32 - 1 })])
/** All IPv6 addresses. */
const ANYWHERE_IPV6: RangeSet = Object.freeze([Object.freeze({ from: 0n, to: 2n ** 128n - 1n })])

/** INVARIANT: the same object each time, so that it is known at a glance. */
export function anywhere(family: Family): RangeSet {
  return family === 4 ? ANYWHERE : ANYWHERE_IPV6
}

const EVERY_BLOCK: Block = Object.freeze({ family: 4, addresses: ANYWHERE, length: 0 })
const EVERY_IPV6_BLOCK: Block = Object.freeze({ family: 6, addresses: ANYWHERE_IPV6, length: 0 })

const OCTET = '(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])'
const ADDRESS = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`)
const LENGTH = /^(0|[1-9]\d{0,2})$/

/** IPv4, strict: four decimal numbers without leading zeros. Null when the text is none. */
export function parseAddress(text: string): number | null {
  const match = ADDRESS.exec(text)
  if (match === null) return null
  return Number(match[1]) * 2 ** 24 + Number(match[2]) * 2 ** 16 + Number(match[3]) * 2 ** 8 + Number(match[4])
}

/** Of either family. */
export function parseAnyAddress(text: string): number | bigint | null {
  return text.includes(':') ? parseIpv6Address(text) : parseAddress(text)
}

/**
 * Bits right of the prefix are dropped, as AWS does: `100.68.0.18/18` becomes `100.68.0.0/18`. Null when the text is
 * no block.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
 */
export function parseBlock(text: string): Block | null {
  if (text === '0.0.0.0/0') return EVERY_BLOCK
  return text === '::/0' ? EVERY_IPV6_BLOCK : parseOther(text)
}

const parseOther = oncePerText((text): Block | null => {
  const slash = text.indexOf('/')
  if (slash < 0 || !LENGTH.test(text.slice(slash + 1))) return null
  const address = parseAnyAddress(text.slice(0, slash))
  const length = Number(text.slice(slash + 1))
  if (address === null || length > (typeof address === 'bigint' ? 128 : 32)) return null
  if (length === 0) return typeof address === 'bigint' ? EVERY_IPV6_BLOCK : EVERY_BLOCK
  return typeof address === 'bigint' ? ipv6Block(address, length) : ipv4Block(address, length)
})

function ipv4Block(address: number, length: number): Block {
  const size = 2 ** (32 - length)
  const from = address - (address % size)
  return { family: 4, addresses: Object.freeze([{ from, to: from + size - 1 }]), length }
}

function ipv6Block(address: bigint, length: number): Block {
  const size = 1n << BigInt(128 - length)
  const from = address - (address % size)
  return { family: 6, addresses: Object.freeze([{ from, to: from + size - 1n }]), length }
}

/** Null for a block of the other family, which no packet meets; a gap where the text is not fully known, or no block. */
export function blockOf(text: Known<string>, family: Family): Known<Block> | null {
  if (isGap(text)) return text
  const block = parseBlock(text)
  if (block === null) return unresolved(text)
  return block.family === family ? block : null
}

/** The addresses of several blocks; a gap as soon as one of them is not known. */
export function blocksOf(texts: Known<readonly string[]>, family: Family): Known<RangeSet> {
  if (isGap(texts)) return texts
  const addresses: Range[] = []
  for (const text of texts) {
    const block = blockOf(text, family)
    if (isGap(block)) return block
    if (block !== null) addresses.push(...block.addresses)
  }
  return rangeSet(addresses)
}

function listed(...blocks: readonly string[]): RangeSet {
  return rangeSet(blocks.flatMap((block) => parseBlock(block)?.addresses ?? []))
}

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml */
const PUBLIC_IPV4: RangeSet = subtract(
  ANYWHERE,
  listed(
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ),
)

/** @see https://www.iana.org/assignments/ipv6-unicast-address-assignments/ipv6-unicast-address-assignments.xhtml */
const PUBLIC_IPV6: RangeSet = subtract(listed('2000::/3'), listed('2001:db8::/32', '3fff::/20'))

/** Where hosts of the public internet are. */
export function publicSpace(family: Family): RangeSet {
  return family === 4 ? PUBLIC_IPV4 : PUBLIC_IPV6
}

function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}

/** The fewest blocks that hold exactly these addresses. */
export const toCidrs = oncePer((addresses: RangeSet): readonly string[] => addresses.flatMap(cidrsOf))

function cidrsOf({ from, to }: Range): readonly string[] {
  const isIpv6 = typeof from === 'bigint'
  const bits = isIpv6 ? 128 : 32
  const last = BigInt(to)
  const cidrs: string[] = []
  for (let start = BigInt(from); start <= last; ) {
    let length = bits
    while (isWithin(start, 1n << BigInt(bits - length + 1), last)) length--
    cidrs.push(`${isIpv6 ? formatIpv6Address(start) : formatAddress(Number(start))}/${length}`)
    start += 1n << BigInt(bits - length)
  }
  return cidrs
}

function isWithin(start: bigint, size: bigint, last: bigint): boolean {
  return start % size === 0n && start + size - 1n <= last
}

import { isGap, type Known } from '../model/known.ts'
import { oncePer, oncePerText } from './once.ts'
import { unresolved } from './open-fact.ts'
import { NOTHING, type Range, type RangeSet, rangeSet, subtract } from './range-set.ts'

/** An IPv4 block: its addresses, and the length of its prefix. */
export interface Block {
  readonly addresses: RangeSet
  readonly length: number
}

export const ANYWHERE: RangeSet = Object.freeze([Object.freeze({ from: 0, to: 2 ** 32 - 1 })])

const EVERY_BLOCK: Block = Object.freeze({ addresses: ANYWHERE, length: 0 })

const OCTET = '(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])'
const ADDRESS = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`)
const LENGTH = /^([0-9]|[12]\d|3[0-2])$/

/** Strict: four decimal numbers without leading zeros. Null when the text is none. */
export function parseAddress(text: string): number | null {
  const match = ADDRESS.exec(text)
  if (match === null) return null
  return Number(match[1]) * 2 ** 24 + Number(match[2]) * 2 ** 16 + Number(match[3]) * 2 ** 8 + Number(match[4])
}

/**
 * Bits right of the prefix are dropped, as AWS does: `100.68.0.18/18` becomes `100.68.0.0/18`. Null when the text is
 * no IPv4 block.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
 */
export function parseBlock(text: string): Block | null {
  return text === '0.0.0.0/0' ? EVERY_BLOCK : parseOther(text)
}

const parseOther = oncePerText((text): Block | null => {
  const slash = text.indexOf('/')
  if (slash < 0 || !LENGTH.test(text.slice(slash + 1))) return null
  const address = parseAddress(text.slice(0, slash))
  if (address === null) return null
  const length = Number(text.slice(slash + 1))
  const size = 2 ** (32 - length)
  const from = address - (address % size)
  return { addresses: Object.freeze([{ from, to: from + size - 1 }]), length }
})

/** Null for an IPv6 block, which no IPv4 packet meets; a gap where the text is not fully known, or no block at all. */
export function blockOf(text: Known<string>): Known<Block> | null {
  if (isGap(text)) return text
  const block = parseBlock(text)
  if (block !== null) return block
  return IPV6.test(text) ? null : unresolved(text)
}

const IPV6 = /^[0-9a-f:.]*:[0-9a-f:.]*(\/\d{1,3})?$/i

/** The IPv4 addresses of several blocks; a gap as soon as one of them is not known. */
export function blocksOf(texts: Known<readonly string[]>): Known<RangeSet> {
  if (isGap(texts)) return texts
  const addresses: Range[] = []
  for (const text of texts) {
    const block = blockOf(text)
    if (isGap(block)) return block
    if (block !== null) addresses.push(...block.addresses)
  }
  return rangeSet(addresses)
}

function listed(...blocks: readonly string[]): RangeSet {
  const addresses = blocksOf(blocks)
  return isGap(addresses) ? NOTHING : addresses
}

/**
 * Where hosts of the public IPv4 internet are.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
export const PUBLIC: RangeSet = subtract(
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

function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}

/** The fewest blocks that hold exactly these addresses. */
export const toCidrs = oncePer((addresses: RangeSet): readonly string[] => addresses.flatMap(cidrsOf))

function cidrsOf({ from, to }: Range): readonly string[] {
  const cidrs: string[] = []
  for (let start = from; start <= to; ) {
    let length = 32
    while (length > 0 && start % 2 ** (33 - length) === 0 && start + 2 ** (33 - length) - 1 <= to) length--
    cidrs.push(`${formatAddress(start)}/${length}`)
    start += 2 ** (32 - length)
  }
  return cidrs
}

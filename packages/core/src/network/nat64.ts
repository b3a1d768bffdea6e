import { covers, type Range, type RangeSet } from './range-set.ts'

const PREFIX = 0x64ff9bn << 96n

/** `64:ff9b::/96`: the IPv6 addresses under which a NAT gateway reaches IPv4 hosts. */
const SPACE: RangeSet = Object.freeze([Object.freeze({ from: PREFIX, to: PREFIX + 2n ** 32n - 1n })])

/**
 * The IPv6 addresses that DNS64 answers with for IPv4 hosts.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export function intoNat64(addresses: RangeSet): RangeSet {
  return addresses.map(({ from, to }): Range => ({ from: PREFIX + BigInt(from), to: PREFIX + BigInt(to) }))
}

/** The IPv4 hosts behind such addresses; null where some are none. */
export function outOfNat64(addresses: RangeSet): RangeSet | null {
  if (!covers(SPACE, addresses)) return null
  return addresses.map(
    ({ from, to }): Range => ({ from: Number(BigInt(from) - PREFIX), to: Number(BigInt(to) - PREFIX) }),
  )
}

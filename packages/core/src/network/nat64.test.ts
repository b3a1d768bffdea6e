import { expect, test } from 'vitest'
import { parseBlock } from './address-set.ts'
import { intoNat64, outOfNat64 } from './nat64.ts'

const addresses = (block: string) => parseBlock(block)?.addresses ?? []

test.each([
  ['52.94.0.10/32', '64:ff9b::345e:a/128'],
  ['10.1.0.0/16', '64:ff9b::a01:0/112'],
  ['0.0.0.0/0', '64:ff9b::/96'],
])('%s is %s to DNS64, and back', (ipv4, ipv6) => {
  expect(intoNat64(addresses(ipv4))).toEqual(addresses(ipv6))
  expect(outOfNat64(addresses(ipv6))).toEqual(addresses(ipv4))
})

test.each(['64:ff9b::1:0:0/128', '64:ff9b::/95', '64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff/128', '::/0'])(
  'behind %s are other hosts as well',
  (block) => {
    expect(outOfNat64(addresses(block))).toBeNull()
  },
)

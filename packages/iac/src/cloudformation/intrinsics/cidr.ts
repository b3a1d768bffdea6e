import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { embed, openOf, text, unknown, unresolved, type Value } from '../value.ts'
import { badCall, operandsOf } from './arguments.ts'

/**
 * `Fn::Cidr`: so many blocks of so many host bits from the start of a block.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function cidr(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const operands = operandsOf(argument, 2)
  if (operands === null) return badCall('Fn::Cidr', '[block, count, bits]', argument, resolver)
  const values = operands.map((node) => resolver.value(node))
  const open = values.map(openOf).find((gap) => gap !== null)
  const [block, count, bits = '8'] = values.map((value) => embed(value) ?? '')
  if (open !== undefined && open !== null) return unknown(open, `Fn::Cidr ${block}`, at)
  const blocks = split(block ?? '', Number(count), Number(bits))
  if (blocks === null) return unresolved('Fn::Cidr', at)
  return { kind: 'list', items: blocks.map((item) => text(item, at)), at }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html: 1 to 256 */
const MAX_BLOCKS = 256

function split(block: string, count: number, bits: number): readonly string[] | null {
  const [address = '', mask] = block.split('/')
  const width = address.includes(':') ? 128 : 32
  const start = width === 32 ? parseIpv4(address) : parseIpv6(address)
  const length = width - bits
  if (start === null || !Number.isInteger(count) || !Number.isInteger(bits)) return null
  if (count < 1 || count > MAX_BLOCKS || bits < 1 || !(length >= Number(mask))) return null
  const format = width === 32 ? formatIpv4 : formatIpv6
  return Array.from({ length: count }, (_, i) => `${format(start + (BigInt(i) << BigInt(bits)))}/${length}`)
}

function parseIpv4(address: string): bigint | null {
  const parts = address.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n)
}

function formatIpv4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.')
}

function parseIpv6(address: string): bigint | null {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = 8 - left.length - right.length
  if (tail === undefined ? zeros !== 0 : zeros < 0) return null
  const groups = [...left, ...new Array<string>(zeros).fill('0'), ...right]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}

function formatIpv6(address: bigint): string {
  const groups = [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((address >> shift) & 0xffffn).toString(16))
  return groups.join(':').replace(/(?:^|:)0(?::0)+$/, '::')
}

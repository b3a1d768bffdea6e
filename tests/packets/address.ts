/** A block of addresses. Written apart from the address sets of core, which the oracle is to check. */
export interface Block {
  readonly family: 4 | 6
  readonly base: bigint
  readonly length: number
}

export function parseBlock(text: string): Block {
  const [address = '', length] = text.split('/')
  const family = address.includes(':') ? 6 : 4
  return { family, base: toNumber(address), length: length === undefined ? widthOf(family) : Number(length) }
}

export function familyOf(text: string): 4 | 6 {
  return text.includes(':') ? 6 : 4
}

export function isAddress(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.includes(':')
}

/** The address that stands so many places behind the first; counted from the end where negative. */
export function nth(block: string, position: number): string {
  const { family, base, length } = parseBlock(block)
  const size = 1n << BigInt(widthOf(family) - length)
  return toText(family, base + (position < 0 ? size + BigInt(position) : BigInt(position)))
}

/** The so many-th of the blocks of that length in it. */
export function subBlock(block: string, length: number, position: number): string {
  const { family, base } = parseBlock(block)
  return `${toText(family, base + (BigInt(position) << BigInt(widthOf(family) - length)))}/${length}`
}

/** The block of that length around an address. */
export function blockAround(address: string, length: number): string {
  const { family, base } = parseBlock(address)
  const rest = BigInt(widthOf(family) - length)
  return `${toText(family, (base >> rest) << rest)}/${length}`
}

/** Whether the block holds an address or a whole other block. */
export function holds(outer: string, inner: string): boolean {
  const [around, within] = [parseBlock(outer), parseBlock(inner)]
  if (around.family !== within.family || around.length > within.length) return false
  const rest = BigInt(widthOf(around.family) - around.length)
  return around.base >> rest === within.base >> rest
}

export function lengthOf(block: string): number {
  return parseBlock(block).length
}

function widthOf(family: 4 | 6): number {
  return family === 4 ? 32 : 128
}

function toNumber(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const [head = '', tail] = address.split('::')
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'))
  const [front, back] = [groups(head), groups(tail)]
  const middle = Array.from({ length: 8 - front.length - back.length }, () => '0')
  return [...front, ...middle, ...back].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}

function toText(family: 4 | 6, address: bigint): string {
  const part = (bits: number, index: number) => (address >> BigInt(bits * index)) & ((1n << BigInt(bits)) - 1n)
  if (family === 4) return [3, 2, 1, 0].map((index) => part(8, index)).join('.')
  return [7, 6, 5, 4, 3, 2, 1, 0].map((index) => part(16, index).toString(16)).join(':')
}

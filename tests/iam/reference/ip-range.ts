/** Addresses as texts of bits: as long as it is slow, it is plain. */
export function isInRange(address: string, range: string): boolean {
  const [base = '', length] = range.split('/')
  const [bits, wanted] = [bitsOf(address), bitsOf(base)]
  if (bits === null || wanted === null || bits.length !== wanted.length) return false
  const prefix = length === undefined ? wanted.length : Number(length)
  return bits.slice(0, prefix) === wanted.slice(0, prefix)
}

function bitsOf(address: string): string | null {
  return address.includes(':') ? bitsOfIpv6(address) : bitsOfIpv4(address)
}

function bitsOfIpv4(address: string): string | null {
  const numbers = address.split('.')
  if (numbers.length !== 4 || numbers.some((number) => !/^\d{1,3}$/.test(number) || Number(number) > 255)) return null
  return numbers.map((number) => Number(number).toString(2).padStart(8, '0')).join('')
}

function bitsOfIpv6(address: string): string | null {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  const groups = [...left, ...zeros, ...right]
  if (groups.length !== 8 || groups.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return null
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
}

export type AddressKind = 'private' | 's3' | 'public' | 'ipv6'

/**
 * What an address tells about the path. A private one was given by an interface endpoint (or by a zone of one's own), so
 * name and endpoint work; a public one means that no endpoint answered the name.
 */
export function addressKind(ip: string): AddressKind {
  if (ip.includes(':')) return /^f[cd]/i.test(ip) ? 'private' : 'ipv6'
  const [a = 0, b = 0] = ip.split('.').map(Number)
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 100 && b >= 64 && b < 128)) {
    return 'private'
  }
  return S3.some(([first, second]) => a === first && (second === null || b === second)) ? 's3' : 'public'
}

/**
 * Blocks that only S3 uses, of those that ip-ranges.json lists for it. Others are shared with services, so that an
 * address outside of them may be S3 too.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-ranges.html
 */
const S3: readonly (readonly [number, number | null])[] = [
  [52, 216],
  [52, 217],
  [52, 218],
  [52, 219],
  [3, 5],
  [16, 12],
  [16, 15],
  [16, 182],
  [54, 231],
]

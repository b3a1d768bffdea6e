import { nth, subBlock } from '../address.ts'
import type { Random } from '../random.ts'
import { AWS_HOSTS } from '../resolve.ts'

/** What AWS lists for S3 in the Region, made up in its shape. */
export const S3_BLOCKS = ['52.219.0.0/20', '3.5.152.0/21', '52.92.64.0/18', '2600:1fa0:4000::/39']

export const OTHER_HOST = 'registry-1.docker.io'

/** Blocks of the internet, in none of which a VPC or S3 is. */
const PUBLIC = ['44.192.0.0/11', '34.192.0.0/12', '18.176.0.0/13', '104.16.0.0/13', '151.101.0.0/16'] as const
const PUBLIC_V6 = ['2606:4700::/32', '2a04:4e40::/32'] as const

export function publicAddress(random: Random): string {
  return nth(subBlock(random.pick(PUBLIC), 28, random.between(0, 4000)), random.between(0, 15))
}

export function publicIpv6Address(random: Random): string {
  return nth(random.pick(PUBLIC_V6), random.between(1, 0xffff))
}

/** Two addresses a host: what decides by the address shows where they differ. S3 has some at the ends of its blocks. */
export function hostAddresses(random: Random): Record<string, readonly string[]> {
  const hosts: Record<string, readonly string[]> = {}
  for (const host of [...AWS_HOSTS, OTHER_HOST]) {
    hosts[host] = host.includes('.s3.') ? s3Addresses(random) : [publicAddress(random), publicAddress(random)]
  }
  return hosts
}

function s3Addresses(random: Random): readonly string[] {
  const [first, second, third] = S3_BLOCKS
  return [
    nth(first ?? '', random.pick([0, 7, -1])),
    nth(random.pick([second ?? '', third ?? '']), random.pick([1, -1])),
  ]
}

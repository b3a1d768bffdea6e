import { describe, expect, test } from 'vitest'
import type { Known } from '../model/known.ts'
import type { NameVariant } from './aws-service.ts'
import { familiesOfEndpoint, familiesOfHost, withRecords } from './families.ts'
import { DENIED, interfaceEndpoint } from './test-world.ts'

describe('whether a host has IPv6 addresses', () => {
  const region = 'us-east-1'
  const variants = [undefined, 'fips', 'dual-stack', 'fips-dual-stack'] as const
  const of = (service: string) => (variant: NameVariant | undefined) =>
    familiesOfHost(variant === undefined ? { service, region } : { service, region, variant }).ipv6

  test('a service of AWS says by its name', () => {
    expect(variants.map(of('s3'))).toEqual([false, false, true, true])
    expect(variants.map(of('secretsmanager'))).toEqual([true, true, true, true])
  })

  test('is not known of other services and of all other hosts, which have IPv4 addresses in any case', () => {
    const open = { ipv4: true, ipv6: { gap: 'not-modeled', what: 'public-addresses' } }
    expect(familiesOfHost({ service: 'unheard-of', region })).toEqual(open)
    expect(familiesOfHost(null)).toEqual(open)
  })
})

describe('an endpoint', () => {
  test('of nobody knows which kind has nobody knows which addresses', () => {
    const endpoint = interfaceEndpoint('logs', { ipAddressType: DENIED })
    expect(familiesOfEndpoint(endpoint, false)).toEqual({ ipv4: DENIED, ipv6: DENIED })
  })

  test('has by its own names what the service defines', () => {
    const endpoint = interfaceEndpoint('logs', { dnsRecordIpType: 'service-defined' })
    expect(familiesOfEndpoint(endpoint, true)).toEqual({ ipv4: true, ipv6: true })
    expect(familiesOfEndpoint(endpoint, false)).toEqual({ ipv4: true, ipv6: false })
  })
})

describe('what records lead to has IPv6 addresses', () => {
  const OTHER = { gap: 'denied', permission: 'ec2:Other' } as const

  test.each<[string, Known<boolean>, Known<boolean>, Known<boolean>]>([
    ['where it has them and there is a record for them', true, true, true],
    ['not where there is none', true, false, false],
    ['not where it has none', false, true, false],
    ['not where it has none, whatever the record is', false, DENIED, false],
    ['perhaps where the record is not known', true, DENIED, DENIED],
    ['perhaps where it may have them', OTHER, true, OTHER],
    ['not where it may have them and there is no record', OTHER, false, false],
  ])('%s', (_, has, record, ipv6) => {
    expect(withRecords({ ipv4: true, ipv6: has }, record)).toEqual({ ipv4: true, ipv6 })
  })
})

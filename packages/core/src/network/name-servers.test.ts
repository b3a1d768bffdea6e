import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, taskIn, to, VPC_AT, WITH_ENDPOINT, worldOf } from './test-world.ts'

function callWith(vpc: Partial<Vpc>) {
  const world = worldOf({ ...WITH_ENDPOINT, ...vpc })
  return reach(world, taskIn(world), to('ecr.api'))
}

const servers = (...domainNameServers: readonly string[]) => ({ dhcpOptions: { domainNameServers } })

describe('others than the resolver of AWS may answer', () => {
  test.each([
    ['name servers of one’s own', servers('10.0.9.9'), '/dhcpOptions/domainNameServers'],
    ['one of one’s own beside that of AWS', servers('AmazonProvidedDNS', '10.0.9.9'), '/dhcpOptions/domainNameServers'],
    ['no name server', servers(), '/dhcpOptions/domainNameServers'],
    ['servers that are not known', { dhcpOptions: { domainNameServers: DENIED } }, '/dhcpOptions/domainNameServers'],
    ['DHCP options that could not be read', { dhcpOptions: DENIED }, '/dhcpOptions'],
    [
      'the third address of a block, where the VPC has two',
      { ...servers('10.0.0.2'), cidrBlocks: ['10.0.0.0/16', '10.1.0.0/16'] },
      '/dhcpOptions/domainNameServers',
    ],
    [
      'the third address of the first of two blocks side by side',
      { ...servers('10.0.0.2'), cidrBlocks: ['10.0.0.0/17', '10.0.128.0/17'] },
      '/dhcpOptions/domainNameServers',
    ],
    [
      'the third address of a block that is not known',
      { ...servers('10.0.0.2'), cidrBlocks: DENIED },
      '/dhcpOptions/domainNameServers',
    ],
    ['the first address of the block', servers('10.0.0.0'), '/dhcpOptions/domainNameServers'],
    ['the second address of the block', servers('10.0.0.1'), '/dhcpOptions/domainNameServers'],
  ] as const)('%s', (_, vpc, at) => {
    expect(callWith(vpc)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'dns', id: 'vpc-1' }, at: `${VPC_AT}${at}` }],
      endpoints: [],
    })
  })

  test('and are told', () => {
    expect(callWith(servers('10.0.9.9', '10.0.9.10')).gaps).toMatchObject([
      { gap: { gap: 'not-modeled', what: 'name-servers', of: '10.0.9.9, 10.0.9.10' } },
    ])
  })

  test('also where the resolver of AWS is off', () => {
    expect(callWith({ ...servers('10.0.9.9'), enableDnsSupport: false }).verdict).toBe('undecided')
  })
})

test.each([
  ['by its name', servers('AmazonProvidedDNS')],
  ['by its fixed address', servers('169.254.169.253')],
  ['by its fixed IPv6 address', servers('fd00:ec2::253')],
  ['by that, in whatever case', servers('FD00:EC2::253')],
  ['by the third address of the VPC', servers('10.0.0.2')],
  [
    'by that, where it has a block for IPv6 too',
    { ...servers('10.0.0.2'), cidrBlocks: ['10.0.0.0/16', '2600:1f14::/56'] },
  ],
  ['by its name and its address', servers('AmazonProvidedDNS', '10.0.0.2')],
])('the VPC uses the resolver of AWS %s', (_, vpc) => {
  expect(callWith(vpc).verdict).toBe('works')
})

import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, taskIn, to, VPC_AT, WITH_ENDPOINT, worldOf } from './test-world.ts'

function callWith(vpc: Partial<Vpc>) {
  const world = worldOf({ ...WITH_ENDPOINT, ...vpc })
  return reach(world, taskIn(world), to('ecr.api'))
}

const FORWARD = { ruleType: 'FORWARD' } as const
const SYSTEM = { ruleType: 'SYSTEM' } as const
const NAME = 'api.ecr.ap-northeast-1.amazonaws.com'

describe('another may answer the name', () => {
  test.each([
    [
      'name servers of one’s own',
      { dhcpOptions: { domainNameServers: ['10.0.0.9'] } },
      '/dhcpOptions/domainNameServers',
    ],
    [
      'name servers of one’s own beside that of AWS',
      { dhcpOptions: { domainNameServers: ['AmazonProvidedDNS', '10.0.0.9'] } },
      '/dhcpOptions/domainNameServers',
    ],
    ['no name server', { dhcpOptions: { domainNameServers: [] } }, '/dhcpOptions/domainNameServers'],
    ['DHCP options that could not be read', { dhcpOptions: DENIED }, '/dhcpOptions'],
    ['a zone for the name', { hostedZones: { Z1: { name: `${NAME}.`, records: [] } } }, '/hostedZones/Z1'],
    [
      'a zone for a domain above it',
      { hostedZones: { Z1: { name: 'AmazonAWS.com', records: [] } } },
      '/hostedZones/Z1',
    ],
    [
      'a zone of which the name is not known',
      { hostedZones: { Z1: { name: DENIED, records: [] } } },
      '/hostedZones/Z1',
    ],
    [
      'a zone of which the name is not fully known',
      { hostedZones: { Z1: { name: '«Domain»', records: [] } } },
      '/hostedZones/Z1',
    ],
    ['zones that could not be read', { hostedZones: DENIED }, '/hostedZones'],
    ['zones of which there may be more', { hostedZones: { '*': DENIED } }, '/hostedZones'],
    [
      'a rule that forwards the domain',
      { resolverRules: { r: { domainName: 'amazonaws.com', ...FORWARD } } },
      '/resolverRules/r',
    ],
    ['a rule that forwards everything', { resolverRules: { r: { domainName: '.', ...FORWARD } } }, '/resolverRules/r'],
    [
      'a rule of which the type is not known',
      { resolverRules: { r: { domainName: '.', ruleType: DENIED } } },
      '/resolverRules/r',
    ],
    ['a rule that is not known', { resolverRules: { r: DENIED } }, '/resolverRules/r'],
    [
      'a rule of which the domain is not fully known',
      { resolverRules: { r: { domainName: '«Domain»', ...FORWARD } } },
      '/resolverRules/r',
    ],
    [
      'a firewall that blocks the name',
      { dnsFirewall: { rules: [{ domains: ['*.amazonaws.com'], action: 'BLOCK' }] } },
      '/dnsFirewall/rules/0',
    ],
    [
      'a firewall that blocks everything',
      { dnsFirewall: { rules: [{ domains: ['*'], action: 'BLOCK' }] } },
      '/dnsFirewall/rules/0',
    ],
    [
      'a firewall list that is not known',
      { dnsFirewall: { rules: [{ domains: DENIED, action: 'ALLOW' }] } },
      '/dnsFirewall/rules/0',
    ],
    ['firewall rules that are not known', { dnsFirewall: { rules: DENIED } }, '/dnsFirewall/rules'],
    ['a firewall that is not known', { dnsFirewall: DENIED }, '/dnsFirewall'],
  ] as const)('%s', (_, vpc, at) => {
    expect(callWith(vpc)).toMatchObject({
      verdict: 'undecided',
      blockers: [],
      gaps: [{ what: { kind: 'dns', id: 'vpc-1' }, at: `${VPC_AT}${at}` }],
      endpoints: [],
    })
  })
})

describe('nobody else answers', () => {
  test.each([
    ['where the VPC uses the resolver of AWS', { dhcpOptions: { domainNameServers: ['AmazonProvidedDNS'] } }],
    ['where it does so by address', { dhcpOptions: { domainNameServers: ['169.254.169.253'] } }],
    [
      'where the zones are of other domains',
      { hostedZones: { Z1: { name: 'corp.internal', records: [] }, Z2: { name: 'notamazonaws.com', records: [] } } },
    ],
    [
      'where a longer rule leaves the name to the resolver',
      { resolverRules: { r: { domainName: '.', ...FORWARD }, s: { domainName: 'amazonaws.com', ...SYSTEM } } },
    ],
    [
      'where an earlier firewall rule allows the name',
      {
        dnsFirewall: {
          rules: [
            { domains: [NAME], action: 'ALLOW' },
            { domains: ['*'], action: 'BLOCK' },
          ],
        },
      },
    ],
    [
      'where the firewall blocks other names',
      { dnsFirewall: { rules: [{ domains: ['*.example.com', 'amazonaws.com'], action: 'BLOCK' }] } },
    ],
  ] as const)('%s', (_, vpc) => {
    expect(callWith(vpc).verdict).toBe('works')
  })
})

import * as z from 'zod/mini'
import {
  fact,
  known,
  knownString,
  knownStrings,
  optionalBoolean,
  optionalString,
  optionalStrings,
  string,
} from './known.ts'
import { list } from './list.ts'
import { ours } from './object.ts'

export const dhcpOptions = ours({ domainNameServers: knownStrings })

export const dnsRecord = ours({ name: string, type: string, values: knownStrings })

export const hostedZone = ours({ name: knownString, records: known(list(dnsRecord)) })

export const resolverRule = ours({
  domainName: knownString,
  ruleType: known(z.enum(['FORWARD', 'SYSTEM', 'RECURSIVE', 'DELEGATE'])),
  targetIps: optionalStrings,
})

export const route53Profile = ours({ name: optionalString })

export const dnsFirewallRule = ours({
  ruleGroupId: z.exactOptional(string),
  domains: knownStrings,
  action: known(z.enum(['ALLOW', 'ALERT', 'BLOCK'])),
  blockResponse: fact(z.enum(['NODATA', 'NXDOMAIN', 'OVERRIDE'])),
  blockOverrideDomain: optionalString,
  queryType: optionalString,
  domainRedirection: fact(z.enum(['INSPECT_REDIRECTION_DOMAIN', 'TRUST_REDIRECTION_DOMAIN'])),
})

export const dnsFirewall = ours({ failOpen: optionalBoolean, rules: known(list(dnsFirewallRule)) })

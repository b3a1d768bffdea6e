import type { Known } from './known.ts'

export interface DhcpOptions {
  /** `AmazonProvidedDNS`, or addresses of name servers. */
  readonly domainNameServers: Known<readonly string[]>
}

export interface HostedZone {
  readonly name: Known<string>
  readonly records: Known<readonly DnsRecord[]>
}

export interface DnsRecord {
  readonly name: string
  readonly type: string
  /** Addresses, or the DNS name of an alias target or canonical name. */
  readonly values: Known<readonly string[]>
}

export interface ResolverRule {
  readonly domainName: Known<string>
  /** `DELEGATE` follows the NS records of a private hosted zone out of AWS. */
  readonly ruleType: Known<'FORWARD' | 'SYSTEM' | 'RECURSIVE' | 'DELEGATE'>
  readonly targetIps?: Known<readonly string[]>
}

/** A Route 53 Profile, which brings zones, rules and firewalls of its own. */
export interface Route53Profile {
  readonly name?: Known<string>
}

export interface DnsFirewall {
  readonly failOpen?: Known<boolean>
  /** In order of priority: of the rule groups first, then of the rules in a group. The first that matches decides. */
  readonly rules: Known<readonly DnsFirewallRule[]>
}

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRule.html */
export interface DnsFirewallRule {
  readonly ruleGroupId?: string
  readonly domains: Known<readonly string[]>
  readonly action: Known<'ALLOW' | 'ALERT' | 'BLOCK'>
  /** What a `BLOCK` answers. */
  readonly blockResponse?: Known<'NODATA' | 'NXDOMAIN' | 'OVERRIDE'>
  /** The name that an `OVERRIDE` leads to. */
  readonly blockOverrideDomain?: Known<string>
  /** Absent: all. */
  readonly queryType?: Known<string>
  /** Whether the names that a name redirects to are inspected as well. Absent: they are. */
  readonly domainRedirection?: Known<'INSPECT_REDIRECTION_DOMAIN' | 'TRUST_REDIRECTION_DOMAIN'>
}

import type { DnsFirewall, DnsFirewallRule } from '../model/dns.ts'
import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { domainsAbove, isUnder, nameOf } from './dns-name.ts'
import { oncePer } from './once.ts'
import { unresolved } from './open-fact.ts'

/** A rule at its position among the rules, and the entry of its list that holds the name. */
interface Match {
  readonly position: number
  readonly domain: string
  /** Why it is not known whether it holds the name. */
  readonly doubt: Gap | null
}

/** The rule that decides about a name; `doubts` are those that may decide instead, and would do otherwise. */
export interface FirewallAnswer {
  readonly decides: { readonly position: number; readonly domain: string; readonly rule: DnsFirewallRule } | null
  readonly doubts: readonly Doubt[]
}

interface Doubt {
  /** Null: the rules as a whole. */
  readonly position: number | null
  readonly gap: Gap
  /** What the rule does; a rule that answers with another name may lead anywhere. */
  readonly effect: Known<Effect>
}

type Effect = 'pass' | 'pass-all-redirections' | 'block' | 'override'

/** What is asked: IPv4 addresses, or IPv6 addresses. */
export type QueryType = 'A' | 'AAAA'

/** A name, or any name below a domain (`''` is all names): what a name redirects to is not known. */
export type Asked = { readonly name: string } | { readonly below: string }

interface Index {
  readonly rules: readonly DnsFirewallRule[]
  /** Positions of the rules that name the text itself, and of those that name all below it. */
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly below: ReadonlyMap<string, readonly number[]>
  readonly loose: readonly Match[]
}

const indexOf = oncePer((rules: readonly DnsFirewallRule[]): Index => {
  const exact = new Map<string, number[]>()
  const below = new Map<string, number[]>()
  const loose: Match[] = []
  for (const [position, { domains }] of rules.entries()) {
    if (isGap(domains)) {
      loose.push({ position, domain: '', doubt: domains })
      continue
    }
    for (const entry of domains) {
      const domain = nameOf(entry)
      if (hasPlaceholder(domain)) loose.push({ position, domain, doubt: unresolved(entry) })
      else if (domain === '*' || domain.startsWith('*.')) add(below, domain.slice(2), position)
      else add(exact, domain, position)
    }
  }
  return { rules, exact, below, loose }
})

function add(map: Map<string, number[]>, key: string, position: number): void {
  const positions = map.get(key)
  if (positions === undefined) map.set(key, [position])
  else positions.push(position)
}

/**
 * The first rule whose domains hold the name decides; `*` stands for everything before it. No rule lets everything
 * pass. `redirected`: the name was led to by another, which only some rules inspect.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-domain-lists.html
 */
export function firewallAnswer(
  { rules }: DnsFirewall,
  asked: Asked,
  type: QueryType,
  redirected: boolean,
): FirewallAnswer {
  if (isGap(rules)) return { decides: null, doubts: [{ position: null, gap: rules, effect: rules }] }
  const index = indexOf(rules)
  const matches = ('name' in asked ? matchesOf(index, asked.name) : matchesBelow(index, asked.below)).sort(
    (left, right) => left.position - right.position || Number(left.doubt !== null) - Number(right.doubt !== null),
  )
  const doubtful: Doubt[] = []
  for (const { position, domain, doubt } of matches) {
    const rule = rules[position]
    if (rule === undefined) continue
    const concerned = concerns(rule, type, redirected)
    if (concerned === false) continue
    const effect = effectOf(rule)
    const gap = doubt ?? (isGap(concerned) ? concerned : isGap(effect) ? effect : null)
    // Doubtful rules that would do the same as the one that decides change nothing.
    if (gap === null) {
      return { decides: { position, domain, rule }, doubts: doubtful.filter((each) => each.effect !== effect) }
    }
    doubtful.push({ position, gap, effect })
  }
  return { decides: null, doubts: doubtful.filter(({ effect }) => effect !== 'pass') }
}

function effectOf({ action, blockResponse, domainRedirection }: DnsFirewallRule): Known<Effect> {
  if (isGap(action)) return action
  if (action !== 'BLOCK') {
    if (isGap(domainRedirection)) return domainRedirection
    return domainRedirection === 'TRUST_REDIRECTION_DOMAIN' ? 'pass-all-redirections' : 'pass'
  }
  if (isGap(blockResponse)) return blockResponse
  return blockResponse === 'OVERRIDE' ? 'override' : 'block'
}

function concerns({ queryType, domainRedirection }: DnsFirewallRule, type: QueryType, redirected: boolean) {
  if (redirected && domainRedirection === 'TRUST_REDIRECTION_DOMAIN') return false
  if (queryType !== undefined && !isGap(queryType) && queryType !== type) return false
  return isGap(queryType) ? queryType : redirected && isGap(domainRedirection) ? domainRedirection : true
}

function matchesOf({ exact, below, loose }: Index, name: string): Match[] {
  const found: Match[] = []
  const sure = (position: number, domain: string) => found.push({ position, domain, doubt: null })
  for (const position of exact.get(name) ?? []) sure(position, name)
  for (const domain of domainsAbove(name)) {
    // `*.example.com` stands for names below example.com alone.
    if (domain === name && domain !== '') continue
    for (const position of below.get(domain) ?? []) sure(position, domain === '' ? '*' : `*.${domain}`)
  }
  for (const each of loose) if (each.domain === '' || mayHold(each.domain, name)) found.push(each)
  if (hasPlaceholder(name)) found.push(...doubtsAbout(exact, below, name))
  return found
}

function mayHold(domain: string, name: string): boolean {
  return isUnder(name, domain.startsWith('*.') ? domain.slice(2) : domain) !== false
}

function doubtsAbout(exact: Index['exact'], below: Index['below'], name: string): readonly Match[] {
  const found: Match[] = []
  for (const map of [exact, below]) {
    for (const [domain, positions] of map) {
      if (isUnder(name, domain) !== undefined) continue
      for (const position of positions) found.push({ position, domain, doubt: unresolved(name) })
    }
  }
  return found
}

const REDIRECTION: Gap = { gap: 'not-modeled', what: 'dns-redirection' }

function matchesBelow({ exact, below, loose }: Index, space: string): Match[] {
  const found: Match[] = [...loose]
  for (const [domain, positions] of below) {
    const holdsAll = isUnder(space, domain) === true
    if (!holdsAll && isUnder(domain, space) === false) continue
    const written = domain === '' ? '*' : `*.${domain}`
    for (const position of positions) found.push({ position, domain: written, doubt: holdsAll ? null : REDIRECTION })
  }
  for (const [domain, positions] of exact) {
    if (isUnder(domain, space) === false) continue
    for (const position of positions) found.push({ position, domain, doubt: REDIRECTION })
  }
  return found
}

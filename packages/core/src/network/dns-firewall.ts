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
  readonly rule: DnsFirewallRule
  readonly domain: string
  /** Why it is not known whether it holds the name. */
  readonly doubt: Gap | null
}

/**
 * The rule that decides about a name; `doubts` are those that may decide instead, and would do otherwise. INVARIANT: of
 * the rule that decides it is known what it does.
 */
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
  /** By the text: the rules that name it itself, and those that name all below it. */
  readonly exact: ReadonlyMap<string, readonly Match[]>
  readonly below: ReadonlyMap<string, readonly Match[]>
  readonly loose: readonly Match[]
}

const indexOf = oncePer((rules: readonly DnsFirewallRule[]): Index => {
  const exact = new Map<string, Match[]>()
  const below = new Map<string, Match[]>()
  const loose: Match[] = []
  for (const [position, rule] of rules.entries()) {
    if (isGap(rule.domains)) {
      loose.push({ position, rule, domain: '', doubt: rule.domains })
      continue
    }
    for (const entry of rule.domains) {
      const domain = nameOf(entry)
      const match = { position, rule, domain, doubt: null }
      if (hasPlaceholder(domain)) loose.push({ ...match, doubt: unresolved(entry) })
      else if (domain === '*' || domain.startsWith('*.')) add(below, domain.slice(2), match)
      else add(exact, domain, match)
    }
  }
  return { exact, below, loose }
})

function add(map: Map<string, Match[]>, key: string, match: Match): void {
  const matches = map.get(key)
  if (matches === undefined) map.set(key, [match])
  else matches.push(match)
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
  const found = 'name' in asked ? matchesOf(index, asked.name) : matchesBelow(index, asked.below)
  const matches = [...found].sort((left, right) => left.position - right.position)
  const doubtful: Doubt[] = []
  for (const { position, rule, domain, doubt } of matches) {
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

function* matchesOf(index: Index, name: string): Iterable<Match> {
  yield* hasPlaceholder(name) ? matchesOfPart(index, name) : matchesOfWhole(index, name)
  for (const each of index.loose) if (mayHold(each.domain, name)) yield each
}

function* matchesOfWhole({ exact, below }: Index, name: string): Iterable<Match> {
  yield* exact.get(name) ?? []
  for (const domain of domainsAbove(name)) {
    // `*.example.com` stands for names below example.com alone.
    if (domain !== name) yield* below.get(domain) ?? []
  }
}

/** Of a name of which a part is not known, however long that is written. */
function* matchesOfPart({ exact, below }: Index, name: string): Iterable<Match> {
  const doubt = unresolved(name)
  for (const [domain, matches] of below) {
    const isBelow = isUnder(name, domain)
    if (isBelow === true) yield* matches
    else if (isBelow === undefined) yield* doubted(matches, doubt)
  }
  for (const [text, matches] of exact) if (isUnder(name, text) === undefined) yield* doubted(matches, doubt)
}

function mayHold(domain: string, name: string): boolean {
  return isUnder(name, domain.startsWith('*.') ? domain.slice(2) : domain) !== false
}

function doubted(matches: readonly Match[], doubt: Gap): readonly Match[] {
  return matches.map((match) => ({ ...match, doubt }))
}

const REDIRECTION: Gap = { gap: 'not-modeled', what: 'dns-redirection' }

function* matchesBelow({ exact, below, loose }: Index, space: string): Iterable<Match> {
  yield* loose
  for (const [domain, matches] of below) {
    if (isUnder(space, domain) === true) yield* matches
    else if (isUnder(domain, space) !== false) yield* doubted(matches, REDIRECTION)
  }
  for (const [domain, matches] of exact) {
    if (isUnder(domain, space) !== false) yield* doubted(matches, REDIRECTION)
  }
}

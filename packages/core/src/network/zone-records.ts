import type { DnsRecord } from '../model/dns.ts'
import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { parseAddress } from './address-set.ts'
import { domainsAbove, isUnder, nameOf } from './dns-name.ts'
import { oncePer } from './once.ts'
import { unresolved } from './open-fact.ts'

/** What a zone answers for a name: for IPv4 addresses, or another name that has them. */
export type ZoneAnswer =
  | { readonly answer: 'addresses'; readonly addresses: readonly number[]; readonly ipv6: Known<boolean> }
  /** `alias`: Route 53 looks the other name up itself; else whoever asked does. */
  | { readonly answer: 'name'; readonly target: string; readonly alias: boolean; readonly ipv6: Known<boolean> }
  /** `name`: there is no such name; `addresses`: the name has other records alone. */
  | { readonly answer: 'nothing'; readonly missing: 'name' | 'addresses' }
  | { readonly answer: 'open'; readonly gap: Gap }

interface Index {
  readonly byName: ReadonlyMap<string, readonly DnsRecord[]>
  /** All names that exist: those of records and of the domains between them and the zone. */
  readonly nodes: ReadonlySet<string>
  /** Records of which the name is not fully known. */
  readonly loose: readonly DnsRecord[]
}

const indexOf = oncePer((records: readonly DnsRecord[]): Index => {
  const byName = new Map<string, DnsRecord[]>()
  const nodes = new Set<string>()
  const loose: DnsRecord[] = []
  for (const record of records) {
    const name = recordName(record)
    if (hasPlaceholder(name)) loose.push(record)
    const same = byName.get(name)
    if (same !== undefined) {
      same.push(record)
      continue
    }
    byName.set(name, [record])
    for (const domain of domainsAbove(name)) {
      if (nodes.has(domain)) break
      nodes.add(domain)
    }
  }
  return { byName, nodes, loose }
})

/** Route 53 lists the asterisk as an octal code. */
function recordName({ name }: DnsRecord): string {
  return nameOf(name).replace(/^\\052\./, '*.')
}

/**
 * A wildcard record answers for all names below its domain that do not exist otherwise, however deep they are.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html#domain-name-format-asterisk
 * @see https://www.rfc-editor.org/rfc/rfc4592
 */
export function lookUpName(records: readonly DnsRecord[], domain: string, name: string): ZoneAnswer {
  const index = indexOf(records)
  const hidden = hiddenBy(index, name)
  if (hidden !== null) return { answer: 'open', gap: hidden }
  const { byName, nodes, loose } = index
  if (isDelegated(byName, domain, name)) {
    return { answer: 'open', gap: { gap: 'not-modeled', what: 'delegated-domain', of: name } }
  }
  const exact = byName.get(name)
  if (exact !== undefined) return answerOf(exact)
  const [first] = loose
  if (first !== undefined) return { answer: 'open', gap: unresolved(recordName(first)) }
  if (nodes.has(name)) return { answer: 'nothing', missing: 'addresses' }
  for (const above of domainsAbove(name)) {
    if (!nodes.has(above) && above !== domain) continue
    const wildcard = byName.get(`*.${above}`)
    return wildcard === undefined ? { answer: 'nothing', missing: 'name' } : answerOf(wildcard)
  }
  return { answer: 'nothing', missing: 'name' }
}

/** Why it is not known which records have the name. */
function hiddenBy({ loose, byName }: Index, name: string): Gap | null {
  if (hasPlaceholder(name) && !byName.has(name)) return unresolved(name)
  for (const record of loose) {
    const written = recordName(record)
    if (isUnder(name, written) === undefined) return unresolved(written)
  }
  return null
}

/** Whether the zone leaves a part that holds the name to other name servers. */
function isDelegated(byName: Index['byName'], domain: string, name: string): boolean {
  const inside = domainsAbove(name).filter(({ length }) => length > domain.length)
  return inside.some((above) => byName.get(above)?.some(({ type }) => type === 'NS') === true)
}

function answerOf(records: readonly DnsRecord[]): ZoneAnswer {
  const leading = records.filter(({ type }) => type === 'A' || type === 'CNAME')
  const ipv6 = ipv6Of(records)
  const addresses: number[] = []
  const targets = new Set<string>()
  for (const { values } of leading) {
    if (isGap(values)) return { answer: 'open', gap: values }
    for (const value of values) {
      const address = parseAddress(value)
      if (address === null) targets.add(nameOf(value))
      else addresses.push(address)
    }
  }
  const [target] = targets
  if (target === undefined) {
    if (addresses.length > 0) return { answer: 'addresses', addresses, ipv6 }
    if (ipv6 === false) return { answer: 'nothing', missing: 'addresses' }
    return isGap(ipv6) ? { answer: 'open', gap: ipv6 } : { answer: 'addresses', addresses, ipv6 }
  }
  if (targets.size > 1 || addresses.length > 0) {
    return { answer: 'open', gap: { gap: 'not-modeled', what: 'several-records', of: [...targets].join(', ') } }
  }
  return { answer: 'name', target, alias: leading.every(({ type }) => type === 'A'), ipv6 }
}

function ipv6Of(records: readonly DnsRecord[]): Known<boolean> {
  let gap: Gap | null = null
  for (const { type, values } of records) {
    if (type !== 'AAAA' && type !== 'CNAME') continue
    if (isGap(values)) gap ??= values
    else if (values.length > 0) return true
  }
  return gap ?? false
}

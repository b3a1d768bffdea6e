import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { SecurityGroup, SecurityGroupRule } from '../model/security-group.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { ANYWHERE, blockOf } from './address-set.ts'
import { DEFAULT_GROUP } from './default-group.ts'
import type { Filter } from './hop.ts'
import { notThere, openFact } from './open-fact.ts'
import { matchPort } from './port-match.ts'
import { readPrefixList } from './prefix-list.ts'
import { NOTHING, type RangeSet, union } from './range-set.ts'

export type Direction = 'egress' | 'ingress'

/** What the rules of some groups let through to, or from, one port. Groups are stateful: answers always pass. */
export interface GroupRules extends Filter {
  readonly groupIds: Known<readonly string[]>
  /** The groups that the rules name. */
  readonly peerGroups: readonly string[]
  readonly lists: readonly ListPeer[]
  /** Where the first group has its rules. */
  readonly at: Pointer
}

/** A prefix list: of AWS for one of its services (`name`), or one whose addresses are counted already. */
export interface ListPeer {
  readonly id: string
  readonly name: string | null
  readonly at: Pointer
}

export interface Question {
  readonly world: World
  readonly vpc: Placed<Vpc>
  readonly direction: Direction
  readonly port: number
}

/** Of several groups each lets through what it does. */
export function compileGroups(question: Question, groupIds: Known<readonly string[]>): GroupRules {
  const { vpc } = question
  const at = pointerTo(vpc.at, 'securityGroups')
  if (isGap(groupIds)) return { groupIds, ...unknownGroup(openFact('security-groups', vpc.id, at, groupIds)) }
  const [first, ...others] = groupIds.map((id) => compileGroup(question, id))
  return { groupIds, ...others.reduce(together, first ?? { ...NO_RULES, at }) }
}

type Rules = Omit<GroupRules, 'groupIds'>

const NO_RULES: Omit<Rules, 'at'> = { allowed: NOTHING, loose: [], peerGroups: [], lists: [] }

function together(left: Rules, right: Rules): Rules {
  return {
    allowed: union(left.allowed, right.allowed),
    loose: [...left.loose, ...right.loose],
    peerGroups: [...left.peerGroups, ...right.peerGroups],
    lists: [...left.lists, ...right.lists],
    at: left.at,
  }
}

function unknownGroup(fact: OpenFact): Rules {
  return { ...NO_RULES, loose: [{ addresses: ANYWHERE, fact }], at: fact.at }
}

function compileGroup(question: Question, id: string): Rules {
  const { vpc, world, direction } = question
  const listed = lookUpListed(vpc.value.securityGroups, id)
  if (listed === null && id === DEFAULT_GROUP) return defaultGroup(vpc, direction)
  const place =
    listed !== null && !isGap(listed) ? { value: listed, at: pointerTo(vpc.at, 'securityGroups', id) } : null
  const found = place ?? world.securityGroup(id, vpc.place)
  if (found === null || isGap(found)) {
    const gap = isGap(listed) ? listed : (found ?? notThere(id))
    return unknownGroup(openFact('security-group', id, pointerTo(vpc.at, 'securityGroups', id), gap))
  }
  return compileRules(question, id, found)
}

/** As AWS makes it: everything out, and in what comes from the group itself. */
function defaultGroup(vpc: Placed<Vpc>, direction: Direction): Rules {
  const at = pointerTo(vpc.at, 'securityGroups')
  return direction === 'egress'
    ? { ...NO_RULES, allowed: ANYWHERE, at }
    : { ...NO_RULES, peerGroups: [DEFAULT_GROUP], at }
}

function compileRules(
  question: Question,
  id: string,
  group: { readonly value: SecurityGroup; readonly at: Pointer },
): Rules {
  const at = pointerTo(group.at, question.direction)
  const rules = group.value[question.direction]
  if (isGap(rules)) return unknownGroup(openFact('security-group', id, at, rules))
  const compiled: Compiling = { allowed: NOTHING, loose: [], peerGroups: [], lists: [] }
  rules.forEach((rule, position) => {
    addRule(question, compiled, rule, (gap) => openFact('security-group', id, pointerTo(at, position), gap))
  })
  return { at, ...compiled }
}

interface Compiling {
  allowed: RangeSet
  readonly loose: Filter['loose'][number][]
  readonly peerGroups: string[]
  readonly lists: ListPeer[]
}

type FactOf = (gap: OpenFact['gap']) => OpenFact

function addRule({ world, vpc, port }: Question, into: Compiling, rule: SecurityGroupRule, factOf: FactOf): void {
  const matches = matchPort(rule, port)
  if (matches === false) return
  const { cidr, groupId, prefixListId } = rule
  const loosely = (addresses: RangeSet, gap: OpenFact['gap']) => into.loose.push({ addresses, fact: factOf(gap) })
  if (cidr !== undefined) {
    const block = blockOf(cidr)
    if (isGap(block)) loosely(ANYWHERE, block)
    else if (block !== null && matches === true) into.allowed = union(into.allowed, block.addresses)
    else if (block !== null && matches !== true) loosely(block.addresses, matches)
  } else if (matches !== true) loosely(ANYWHERE, matches)
  else if (groupId !== undefined) {
    if (isGap(groupId)) loosely(ANYWHERE, groupId)
    else into.peerGroups.push(groupId)
  } else if (prefixListId !== undefined) {
    if (isGap(prefixListId)) loosely(ANYWHERE, prefixListId)
    else addList(world, vpc, into, prefixListId, factOf)
  }
}

function addList(world: World, vpc: Placed<Vpc>, into: Compiling, id: string, factOf: FactOf): void {
  const list = readPrefixList(world, vpc, id)
  into.lists.push({ id, name: list.serviceName, at: list.at })
  if (list.serviceName !== null) return
  into.allowed = union(into.allowed, list.addresses)
  if (list.open !== null) {
    into.loose.push({ addresses: list.could, fact: hasPlaceholder(id) ? factOf(list.open.gap) : list.open })
  }
}

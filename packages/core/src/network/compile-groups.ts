import type { OpenFact } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { SecurityGroup, SecurityGroupRule } from '../model/security-group.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import { anywhere, blockOf } from './address-set.ts'
import { DEFAULT_GROUP } from './default-group.ts'
import type { Family } from './family.ts'
import type { Filter } from './hop.ts'
import { notThere, openFact } from './open-fact.ts'
import { matchPort } from './port-match.ts'
import { readPrefixList } from './prefix-list.ts'
import { NOTHING, type RangeSet, union } from './range-set.ts'

export type Direction = 'egress' | 'ingress'

/** What the rules of some groups let through to, or from, one port. Groups are stateful: answers always pass. */
export interface GroupRules extends Filter {
  readonly world: World
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
  readonly port: number
  readonly family: Family
}

/** Of several groups each lets through what it does. */
export function compileGroups(
  question: Question,
  direction: Direction,
  groupIds: Known<readonly string[]>,
): GroupRules {
  const { vpc, world } = question
  const into: Compiling = { allowed: NOTHING, loose: [], peerGroups: [], lists: [] }
  let first: Pointer | null = null
  if (isGap(groupIds)) {
    first = addUnknown(
      question,
      into,
      openFact('security-groups', vpc.id, pointerTo(vpc.at, 'securityGroups'), groupIds),
    )
  } else {
    for (const id of groupIds) {
      const at = addGroup(question, direction, into, id)
      first ??= at
    }
  }
  const { allowed, loose, peerGroups, lists } = into
  return { world, groupIds, allowed, loose, peerGroups, lists, at: first ?? pointerTo(vpc.at, 'securityGroups') }
}

interface Compiling {
  allowed: RangeSet
  readonly loose: Filter['loose'][number][]
  readonly peerGroups: string[]
  readonly lists: ListPeer[]
}

function addUnknown({ family }: Question, into: Compiling, fact: OpenFact): Pointer {
  into.loose.push({ addresses: anywhere(family), fact })
  return fact.at
}

/** Gives where the group has its rules. */
function addGroup(question: Question, direction: Direction, into: Compiling, id: string): Pointer {
  const { vpc, world } = question
  const at = pointerTo(vpc.at, 'securityGroups', id)
  const listed = lookUpListed(vpc.value.securityGroups, id)
  if (listed === null && id === DEFAULT_GROUP) return addDefaultGroup(question, direction, into)
  if (listed !== null && !isGap(listed)) return addRules(question, direction, into, id, listed, at)
  const found = world.securityGroup(id, vpc.place)
  if (found !== null && !isGap(found)) return addRules(question, direction, into, id, found.value, found.at)
  const gap = isGap(listed) ? listed : (found ?? notThere(id))
  return addUnknown(question, into, openFact('security-group', id, at, gap))
}

/** As AWS makes it: everything out, and in what comes from the group itself. */
function addDefaultGroup({ vpc, family }: Question, direction: Direction, into: Compiling): Pointer {
  if (direction === 'egress') into.allowed = anywhere(family)
  else into.peerGroups.push(DEFAULT_GROUP)
  return pointerTo(vpc.at, 'securityGroups')
}

function addRules(
  question: Question,
  direction: Direction,
  into: Compiling,
  id: string,
  group: SecurityGroup,
  groupAt: Pointer,
): Pointer {
  const at = pointerTo(groupAt, direction)
  const rules = group[direction]
  if (isGap(rules)) return addUnknown(question, into, openFact('security-group', id, at, rules))
  for (let position = 0; position < rules.length; position++) {
    addRule(question, into, rules[position] as SecurityGroupRule, { id, at, position })
  }
  return at
}

/** Where a rule is written. */
interface RulePlace {
  readonly id: string
  readonly at: Pointer
  readonly position: number
}

type Gapped = OpenFact['gap']

function hiddenBy(gap: Gapped, { id, at, position }: RulePlace): OpenFact {
  return openFact('security-group', id, pointerTo(at, position), gap)
}

function addLoosely(into: Compiling, addresses: RangeSet, gap: Gapped, place: RulePlace): void {
  into.loose.push({ addresses, fact: hiddenBy(gap, place) })
}

function addRule(question: Question, into: Compiling, rule: SecurityGroupRule, place: RulePlace): void {
  const matches = matchPort(rule, question.port)
  if (matches === false) return
  const { cidr, groupId, prefixListId } = rule
  const all = anywhere(question.family)
  if (cidr !== undefined) addBlock(question, into, cidr, matches, place)
  else if (matches !== true) addLoosely(into, all, matches, place)
  else if (groupId !== undefined) {
    if (isGap(groupId)) addLoosely(into, all, groupId, place)
    else into.peerGroups.push(groupId)
  } else if (prefixListId !== undefined) {
    if (isGap(prefixListId)) addLoosely(into, all, prefixListId, place)
    else addList(question, into, prefixListId, place)
  }
}

function addBlock(
  { family }: Question,
  into: Compiling,
  cidr: Known<string>,
  matches: true | Gapped,
  place: RulePlace,
): void {
  const block = blockOf(cidr, family)
  if (block === null) return
  if (isGap(block)) addLoosely(into, anywhere(family), block, place)
  else if (matches === true) into.allowed = union(into.allowed, block.addresses)
  else addLoosely(into, block.addresses, matches, place)
}

function addList({ world, vpc, family }: Question, into: Compiling, id: string, place: RulePlace): void {
  const list = readPrefixList(world, vpc, id, family)
  into.lists.push({ id, name: list.serviceName, at: list.at })
  if (list.serviceName !== null) return
  into.allowed = union(into.allowed, list.addresses)
  if (list.open !== null) {
    into.loose.push({ addresses: list.could, fact: hasPlaceholder(id) ? hiddenBy(list.open.gap, place) : list.open })
  }
}

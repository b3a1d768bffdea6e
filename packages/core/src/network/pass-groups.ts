import { NOT_READ } from '../model/gap.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import type { Pointer } from '../model/origin.ts'
import { sameText } from '../model/placeholder.ts'
import type { NetworkBlocker } from './blocker.ts'
import type { GroupRules, ListPeer } from './compile-groups.ts'
import { filtered, type Hop, openHop, type Whereabouts } from './hop.ts'
import { openFact } from './open-fact.ts'
import { covers } from './range-set.ts'

/** The other side of the traffic that a group filters. */
export interface Peer {
  /** The groups of its interface. */
  readonly groupIds: Known<readonly string[]>
  /** Where the groups of the other side are written. */
  readonly at: Pointer
  /** Whether a prefix list holds its addresses, told from the list itself. */
  readonly isIn: (list: ListPeer) => boolean | undefined
}

export function passGroups(rules: GroupRules, where: Whereabouts, peer: Peer, blocker: () => NetworkBlocker): Hop {
  if (covers(rules.allowed, where.within)) return WORKS
  const facts: OpenFact[] = []
  for (const list of rules.lists) {
    const inside = peer.isIn(list)
    if (inside === true) return WORKS
    if (inside === undefined) facts.push(openFact('prefix-list', list.id, list.at, NOT_READ))
  }
  const carried = carries(rules.peerGroups, peer.groupIds)
  if (carried === true) return WORKS
  if (carried === undefined) {
    facts.push(openFact('security-groups', rules.peerGroups.join(' '), peer.at, gapOf(peer.groupIds)))
  }
  const byAddress = filtered(where, rules, blocker)
  if (facts.length === 0) return byAddress
  return openHop([...facts, ...byAddress.gaps])
}

function gapOf(groupIds: Known<readonly string[]>) {
  return isGap(groupIds) ? groupIds : NOT_READ
}

function carries(wanted: readonly string[], carried: Known<readonly string[]>): boolean | undefined {
  if (wanted.length === 0) return false
  if (isGap(carried)) return undefined
  let answer: boolean | undefined = false
  for (const id of wanted) {
    if (carried.includes(id)) return true
    if (carried.some((other) => sameText(id, other) === undefined)) answer = undefined
  }
  return answer
}

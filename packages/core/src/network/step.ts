import type { OpenFact } from '../model/judgement.ts'
import { WORKS } from '../model/judgement.ts'
import type { Pointer } from '../model/origin.ts'
import { type Hop, openHop } from './hop.ts'

/** What stands on the way. */
export type StepKind =
  | 'dns'
  | 'security-group'
  | 'network-acl'
  | 'route'
  | 'endpoint'
  | 'internet-gateway'
  | 'block-public-access'
  | 'public-ip'
  | 'nat-gateway'
  | 'peering-connection'
  | 'transit-gateway'
  | 'host'

/** One thing on the way and what it does to the packets. */
export interface Step {
  readonly kind: StepKind
  readonly id: string
  readonly at: Pointer
  readonly hop: Hop
}

export function step(kind: StepKind, id: string, at: Pointer, hop: Hop = WORKS): Step {
  return { kind, id, at, hop }
}

export function openStep(kind: StepKind, fact: OpenFact, ...more: readonly OpenFact[]): Step {
  return { kind, id: fact.what.id, at: fact.at, hop: openHop([fact, ...more]) }
}

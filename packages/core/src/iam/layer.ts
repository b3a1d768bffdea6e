import type { OpenFact } from '../model/judgement.ts'
import type { Pointer } from '../model/origin.ts'
import type { LayerName } from './layer-name.ts'
import { openFactsOf, type PlacedPolicy } from './open-facts.ts'
import { ALLOWS, DENIES, MAY_ALLOW, MAY_DENY, opinionOf, UNKNOWN } from './policy.ts'
import type { Query } from './statement.ts'

/** Policies that speak together, whatever they are asked. */
export interface Source {
  readonly layer: LayerName
  /** Whose they are: the ARN of a role or of a resource, the id of an endpoint or of an account. */
  readonly owner: string
  /** Of organization policies: how far from the root, which is 0. */
  readonly level: number
  readonly policies: readonly PlacedPolicy[]
  /** What is not known of the layer as a whole. */
  readonly unknown: readonly OpenFact[]
  readonly at: Pointer
}

/** A source and what it says to a request. */
export interface Layer {
  readonly source: Source
  readonly query: Query
  /** As of `policy.ts`. */
  readonly bits: number
}

export function askSource(source: Source, query: Query): Layer {
  return { source, query, bits: bitsOfSource(source, query) }
}

export function bitsOfSource({ policies, unknown }: Source, query: Query): number {
  let bits = unknown.length > 0 ? UNKNOWN : 0
  for (const { policy } of policies) bits |= opinionOf(policy, query)
  return bits
}

export function letsThrough(bits: number): boolean {
  return (bits & (ALLOWS | DENIES | MAY_DENY)) === ALLOWS
}

/** What would have to be known for the layer to allow, where that is wanted, and not to deny. */
export function openFactsOfLayer({ source, query, bits }: Layer, wantsAllow: boolean): readonly OpenFact[] {
  const wanted = (bits & MAY_DENY) | (wantsAllow ? bits & MAY_ALLOW : 0)
  if (wanted === 0) return []
  return [...source.unknown, ...source.policies.flatMap((placed) => openFactsOf(placed, query, wanted, source.at))]
}

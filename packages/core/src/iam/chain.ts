import type { Pointer } from '../model/origin.ts'
import type { World } from '../model/world.ts'
import type { AccessRequest } from './access-request.ts'
import { stackOf } from './authorize.ts'
import type { Layer } from './layer.ts'
import type { LayerName } from './layer-name.ts'
import { statementPointer, statementsThat } from './open-facts.ts'
import { ALLOWS, allowsOf, DENIES, deniesOf } from './policy.ts'
import { layersOf } from './stack.ts'
import { termsOf } from './statement.ts'

/** What one policy layer says to a request, with the statement that says it. */
export interface ChainLink {
  readonly layer: LayerName
  /** The ARN of a role or resource, the id of an endpoint or account. */
  readonly owner: string
  /** Of organization policies: from the root, which is 1. */
  readonly level: number
  readonly says: 'allowed' | 'denied' | 'silent' | 'undecided'
  /** The policy and statement that decide; null where none does. */
  readonly policy: string | null
  readonly statement: string | null
  readonly at: Pointer
}

/** Every policy layer that bears on a request, in the order in which they are asked. */
export function chainOf(world: World, request: AccessRequest): readonly ChainLink[] {
  return layersOf(stackOf(world, request, true).stack).map(linkOf)
}

function linkOf(layer: Layer): ChainLink {
  const { source, bits } = layer
  const common = { layer: source.layer, owner: source.owner, level: source.level + 1 }
  if (deniesOf(bits) === true) return { ...common, says: 'denied', ...decidedBy(layer, DENIES) }
  const isOpen = deniesOf(bits) === undefined || allowsOf(bits) === undefined
  const says = isOpen ? 'undecided' : allowsOf(bits) === true ? 'allowed' : 'silent'
  return { ...common, says, ...(says === 'allowed' ? decidedBy(layer, ALLOWS) : nobody(layer)) }
}

type Deciding = Pick<ChainLink, 'policy' | 'statement' | 'at'>

function decidedBy(layer: Layer, bits: number): Deciding {
  const { source, query } = layer
  for (const placed of source.policies) {
    const [statement] = statementsThat(placed.policy, query, bits)
    if (statement === undefined) continue
    const at = statementPointer(placed, statement, source.at)
    return { policy: placed.name, statement: termsOf(statement).name, at }
  }
  return nobody(layer)
}

function nobody({ source }: Layer): Deciding {
  return { policy: null, statement: null, at: source.at }
}

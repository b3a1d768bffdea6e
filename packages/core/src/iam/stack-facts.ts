import type { OpenFact } from '../model/judgement.ts'
import { openFactsOfLayer } from './layer.ts'
import { allowsOf } from './policy.ts'
import { isGranted, type ResourceLayer, type Stack } from './stack.ts'

/** What would have to be known to decide about a request that is undecided. */
export function openFactsOfStack(stack: Stack): readonly OpenFact[] {
  const { gates, identity, limits, resource } = stack
  const isOpen = isGranted(stack) === undefined
  const granting = identity === null ? limits : [identity, ...limits]
  const facts = [
    ...granting.flatMap((layer) => openFactsOfLayer(layer, isOpen && allowsOf(layer.bits) === undefined)),
    ...(resource === null ? [] : openFactsOfLayer(resource, isOpen)),
    ...gates.flatMap((gate) => openFactsOfLayer(gate, allowsOf(gate.bits) === undefined)),
  ]
  return isOpen && resource !== null ? [...facts, ...factsOfResource(resource, facts.length)] : facts
}

/** What is open beside the policies themselves: whose the resource is, and what a grant says. */
function factsOfResource({ source, isForeign, granted }: ResourceLayer, found: number): readonly OpenFact[] {
  const what = { kind: 'policy-layer', id: source.owner } as const
  const { at } = source
  const facts: OpenFact[] = []
  if (isForeign === undefined) facts.push({ gap: { gap: 'unresolved', expression: source.owner }, what, at })
  if (granted === undefined || (found === 0 && facts.length === 0)) {
    facts.push({ gap: { gap: 'not-modeled', what: 'key-grants' }, what, at })
  }
  return facts
}

import type { Resolver } from '../resolver.ts'
import { kindOf, type TemplateNode } from '../template-node.ts'
import { unresolved, type Value } from '../value.ts'

/** A call whose argument has not the form that the function wants: a problem, and an unknown value. */
export function badCall(name: string, expected: string, argument: TemplateNode, resolver: Resolver): Value {
  const found = kindOf(argument)
  resolver.problems.report('E_BAD_FUNCTION', argument.at, { function: name, expected, found })
  return unresolved(name, argument.at)
}

/** The operands of a function that takes a list of at least as many. */
export function operandsOf(argument: TemplateNode, least: number): readonly TemplateNode[] | null {
  return argument.kind === 'list' && argument.items.length >= least ? argument.items : null
}

import { hasPlaceholder, isGap, type Snapshot } from '@farsight/core'
import type { StackInstance } from './stack-instance.ts'
import { embed, relocated, sameValue, text, type Value } from './value.ts'

interface Export {
  readonly name: string
  value(at: number): Value
}

/** What a name may stand for that nobody told: stack names hold letters, digits and hyphens. */
const STACK_NAME = '[A-Za-z0-9-]+'

/** Beyond it a name is no name; and it becomes an expression with as many parts. */
const MAX_NAME = 1024
const MAX_OPEN_PARTS = 4

/**
 * What `Fn::ImportValue` gives among stacks that are read together. Where nobody told the name of a stack, the one
 * export is meant that can have the name: there is no other reason to give the templates together.
 */
export function createExports(
  stacks: () => readonly StackInstance[],
  over: Snapshot | null,
): (name: string, at: number) => Value | null {
  let known: readonly Export[] | null = null
  let isOpen = false
  return (name, at) => {
    // The name of an export that leads to an import
    if (isOpen) return null
    if (known === null) {
      isOpen = true
      known = stacks().flatMap(exportsOf)
      isOpen = false
    }
    const values = matching(known, name).map((found) => found.value(at))
    if (values.length === 0 && over !== null) values.push(...exportedIn(over, name, at))
    const [first, ...others] = values
    return first !== undefined && others.every((other) => sameValue(first, other)) ? first : null
  }
}

/** What stacks of the account export that are not read here. */
function exportedIn({ accounts }: Snapshot, name: string, at: number): readonly Value[] {
  const regions = Object.values(accounts).flatMap((account) => Object.values(account.regions))
  return regions.flatMap(({ exports: table }) => {
    const found = table === undefined || isGap(table) || !Object.hasOwn(table, name) ? undefined : table[name]
    return typeof found === 'string' ? [text(found, at)] : []
  })
}

function exportsOf({ parsed, resolver }: StackInstance): readonly Export[] {
  return [...parsed.template.outputs.values()].flatMap(({ value, exportName, condition }) => {
    if (value === null || exportName === null) return []
    if (condition !== null && resolver.condition(condition, value.at) !== true) return []
    const name = embed(resolver.value(exportName))
    return name === null || name === '' ? [] : [{ name, value: (at: number) => relocated(resolver.value(value), at) }]
  })
}

/** The surest first: the same name; the same but for the names of stacks; one that can be the other. */
function matching(known: readonly Export[], name: string): readonly Export[] {
  const same = known.filter((each) => each.name === name)
  if (same.length > 0) return same
  const alike = known.filter((each) => skeleton(each.name) === skeleton(name))
  if (alike.length > 0) return alike
  return known.filter((each) => {
    return (
      (hasPlaceholder(name) && loose(each.name) === loose(name)) || couldBe(each.name, name) || couldBe(name, each.name)
    )
  })
}

function skeleton(name: string): string {
  return name.replace(/«[^«»]*»/g, '«»')
}

/** The name of a stack may be put together: `«App»-«Environment»-VpcId`. */
function loose(name: string): string {
  return skeleton(name).replace(/«»(?:[A-Za-z0-9-]*«»)+/g, '«»')
}

function couldBe(open: string, literal: string): boolean {
  if (!hasPlaceholder(open) || hasPlaceholder(literal) || open.length > MAX_NAME || literal.length > MAX_NAME)
    return false
  const parts = skeleton(open).split('«»')
  if (parts.length > MAX_OPEN_PARTS + 1) return false
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(STACK_NAME)
  return new RegExp(`^${pattern}$`).test(literal)
}

import { type Test, testsOf } from './condition.ts'
import type { Facts } from './facts.ts'
import { variablesIn } from './pattern.ts'

/** What is known of a request, and the keys of which nobody knows anything. In lower case. */
export interface Knowledge {
  readonly facts: Facts
  readonly unknown: ReadonlySet<string>
}

/**
 * All that could be the case, as far as a statement can tell it apart: each unknown key that it speaks of is absent, or
 * has each of the values that make a difference.
 */
export function completionsFor(statement: Statement, resource: string, { facts, unknown }: Knowledge): Iterable<Facts> {
  const tests = testsOf(statement.Condition)
  const resources = [(statement.Resource ?? statement.NotResource ?? []) as string | readonly string[]].flat()
  const open = keysOf(tests, resources).filter((key) => unknown.has(key))
  return complete(facts, open, (key, known) => valuesFor(key, { tests, resources, resource, facts: known }))
}

function* complete(
  facts: Facts,
  [key, ...others]: readonly string[],
  values: (key: string, facts: Facts) => readonly (readonly string[])[],
): Iterable<Facts> {
  if (key === undefined) {
    yield facts
    return
  }
  yield* complete(facts, others, values)
  for (const value of values(key, facts)) yield* complete(new Map([...facts, [key, value]]), others, values)
}

interface Statement {
  readonly Resource?: unknown
  readonly NotResource?: unknown
  readonly Condition?: unknown
}

/** The keys of which a statement speaks, in conditions and in variables: what a variable says comes first. */
function keysOf(tests: readonly Test[], resources: readonly string[]): readonly string[] {
  const variables = [...tests.flatMap(({ values }) => values), ...resources].flatMap(variablesIn)
  return [...new Set([...variables, ...tests.map(({ key }) => key)].map((key) => key.toLowerCase()))]
}

interface Setting {
  readonly tests: readonly Test[]
  readonly resources: readonly string[]
  readonly resource: string
  readonly facts: Facts
}

function valuesFor(key: string, { tests, resources, resource, facts }: Setting): readonly (readonly string[])[] {
  const standsIn = (texts: readonly string[]) => texts.flatMap(variablesIn).some((name) => name.toLowerCase() === key)
  const own = tests.filter((test) => test.key.toLowerCase() === key)
  const compared = tests.filter((test) => standsIn(test.values))
  const comparable = [
    ...compared.flatMap((test) => (facts.get(test.key.toLowerCase()) ?? []).flatMap(startsOf)),
    ...(standsIn(resources) ? fragmentsOf(resource) : []),
  ]
  const ignoreCase = [...own, ...compared].some(({ operator }) => operator.includes('IgnoreCase'))
  const values = [
    ...new Set([
      ...own.flatMap((test) => test.values).flatMap((text) => near(text, facts)),
      ...(ignoreCase ? comparable.flatMap(inOtherCases) : comparable),
      '~',
    ]),
  ]
  const isSet = own.some(({ operator }) => operator.startsWith('For'))
  const pairs = isSet ? values.flatMap((left) => values.map((right) => [left, right])) : []
  return [...values.map((value) => [value]), ...pairs]
}

/** What a variable before a wildcard could stand for. */
function startsOf(value: string): readonly string[] {
  return [...Array(value.length + 1).keys()].flatMap((length) => value.slice(0, length))
}

function inOtherCases(text: string): readonly string[] {
  return [text, text.toLowerCase(), text.toUpperCase(), text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()]
}

/** What a variable in a resource could stand for: what stands between slashes behind the fifth colon. */
function fragmentsOf(resource: string): readonly string[] {
  const parts = resource.split(':').slice(5).join(':').split('/')
  return parts.flatMap((_, start) =>
    parts.slice(start).map((_, more) => parts.slice(start, start + more + 1).join('/')),
  )
}

/** Values on both sides of what a text asks for. */
function near(text: string, facts: Facts): readonly string[] {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) {
    const time = Date.parse(text)
    return [-1000, 0, 1000].map((step) => new Date(time + step).toISOString().replace('.000', ''))
  }
  if (/^-?\d+$/.test(text)) return [-1, -0.5, 0, 0.5, 1].map((step) => String(Number(text) + step))
  if (text === 'true' || text === 'false') return ['true', 'false']
  if (/^[\d.]+\/\d+$|::/.test(text)) return [text.split('/')[0] ?? '', '198.18.0.1']
  const resolved = variablesIn(text).reduce(
    (rest, name) =>
      rest.replace(/\$\{[^}]*\}/, facts.get(name.toLowerCase())?.join() ?? /'(.*)'/.exec(rest)?.[1] ?? ''),
    text,
  )
  const filled = [text, resolved, ...['', '~'].map((filling) => resolved.replaceAll('*', filling).replaceAll('?', '~'))]
  return filled.flatMap(inOtherCases)
}

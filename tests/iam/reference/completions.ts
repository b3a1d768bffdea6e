import { testsOf } from './condition.ts'
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
export function completionsFor(
  statement: Statement,
  resource: string,
  { facts, unknown }: Knowledge,
): readonly Facts[] {
  const keys = keysOf(statement).filter((key) => unknown.has(key))
  let completions: readonly Facts[] = [facts]
  for (const key of keys) {
    const choices = choicesFor(key, statement, resource, facts)
    completions = completions.flatMap((known) =>
      choices.map((values) => (values === null ? known : new Map([...known, [key, values]]))),
    )
  }
  return completions
}

interface Statement {
  readonly Resource?: unknown
  readonly NotResource?: unknown
  readonly Condition?: unknown
}

/** The keys of which a statement speaks, in conditions and in variables. */
function keysOf(statement: Statement): readonly string[] {
  const tests = testsOf(statement.Condition)
  const texts = [...tests.flatMap(({ values }) => values), ...resourcesOf(statement)]
  return [...new Set([...tests.map(({ key }) => key), ...texts.flatMap(variablesIn)].map((key) => key.toLowerCase()))]
}

function resourcesOf({ Resource: resource, NotResource: notResource }: Statement): readonly string[] {
  return [(resource ?? notResource ?? []) as string | readonly string[]].flat()
}

type Choice = readonly string[] | null

function choicesFor(key: string, statement: Statement, resource: string, facts: Facts): readonly Choice[] {
  const tests = testsOf(statement.Condition)
  const inSets = tests.some((test) => test.key.toLowerCase() === key && /^For(All|Any)Value/.test(test.operator))
  const isVariable = resourcesOf(statement).some((text) => variablesIn(text).some((name) => name.toLowerCase() === key))
  const wanted = tests.flatMap(({ values }) => values)
  const known = tests.flatMap((test) => [...(facts.get(test.key.toLowerCase()) ?? [])])
  const values = [
    ...new Set([
      ...wanted.flatMap(near),
      ...known,
      ...(isVariable ? substringsOf(resource.split(':').slice(5).join(':')) : []),
      ...ELSE,
    ]),
  ]
  const pairs = inSets ? values.flatMap((left) => values.map((right) => [left, right])) : []
  return [null, ...values.map((value) => [value]), ...pairs]
}

/** What no policy of ours speaks of, of each kind. */
const ELSE = [
  '~',
  'arn:aws:none:eu-west-9:000000000000:none',
  '-99',
  '1901-01-01',
  'true',
  'false',
  '198.18.0.1',
  'fe80::9',
]

/** Values on both sides of what a text asks for. */
function near(text: string): readonly string[] {
  const filled = ['', '~', '*'].map((filling) =>
    text.replaceAll('*', filling).replaceAll('?', filling === '' ? '~' : filling),
  )
  if (/^\d{4}-\d\d-\d\dT/.test(text)) {
    const time = Date.parse(text)
    return [-1000, 0, 1000].map((step) => new Date(time + step).toISOString().replace('.000', ''))
  }
  if (/^-?\d+$/.test(text)) return [-1, -0.5, 0, 0.5, 1].map((step) => String(Number(text) + step))
  return [...filled, ...filled.map((each) => each.toUpperCase()), text.split('/')[0] ?? '']
}

function substringsOf(text: string): readonly string[] {
  return [...text].flatMap((_, start) => [...text].map((_, end) => text.slice(start, end + 1)))
}

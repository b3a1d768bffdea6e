import fc from 'fast-check'

/** A condition key, what it may say, and what policies ask of it. */
interface Key {
  readonly name: string
  readonly said: readonly (string | readonly string[])[]
  readonly operators: readonly string[]
  readonly wanted: readonly string[]
}

const TEXT_OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase']
const ORDERS = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']
const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task/web'

const TEAM: Key = {
  name: 'aws:PrincipalTag/team',
  said: ['red', 'Red', 'blue', '*'],
  operators: [...TEXT_OPERATORS, 'StringNotEqualsIgnoreCase'],
  wanted: ['red', 'blue', 'r*', '?ed', '*'],
}
const STAGE: Key = {
  name: 'aws:PrincipalTag/stage',
  said: ['red', 'live'],
  operators: TEXT_OPERATORS,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: variables of a policy
  wanted: ['live', 'l*e', '${aws:PrincipalTag/team}', '${aws:PrincipalTag/team}*', "${aws:PrincipalTag/team, 'live'}"],
}
const TAGS: Key = {
  name: 'aws:TagKeys',
  said: [['a'], ['a', 'b'], ['c', 'a']],
  operators: TEXT_OPERATORS.flatMap((operator) => [`ForAllValues:${operator}`, `ForAnyValue:${operator}`]),
  wanted: ['a', 'b', 'A', '*'],
}
export const KEYS: readonly Key[] = [
  TEAM,
  STAGE,
  TAGS,
  {
    name: 's3:max-keys',
    said: ['5', '10', '10.5'],
    operators: ORDERS.map((order) => `Numeric${order}`),
    wanted: ['5', '10', '11'],
  },
  {
    name: 'aws:TokenIssueTime',
    said: ['2020-01-01T00:00:00Z', '2021-06-01T12:00:00Z'],
    operators: ORDERS.map((order) => `Date${order}`),
    wanted: ['2020-01-01T00:00:00Z', '2020-06-01T00:00:00Z'],
  },
  { name: 'aws:SecureTransport', said: ['true', 'false'], operators: ['Bool'], wanted: ['true', 'false'] },
  {
    name: 'aws:SourceIp',
    said: ['203.0.113.9', '198.51.100.1', '2001:db8::1'],
    operators: ['IpAddress', 'NotIpAddress'],
    wanted: ['203.0.113.0/24', '203.0.113.128/25', '2001:db8::/32'],
  },
  {
    name: 'aws:SourceArn',
    said: [ARN, ARN.replace('web', 'api')],
    operators: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    wanted: [ARN, 'arn:aws:ecs:*:111122223333:*', 'arn:aws:ecs:*:task/web:*'],
  },
]

/** `{ operator: { key: values } }`. */
export type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

const test = fc.constantFrom(...KEYS).chain(testOf)

/** One operator with one key. */
export function testOf({ name, operators, wanted }: Key): fc.Arbitrary<Condition> {
  const compare = fc
    .record({
      operator: fc.constantFrom(...operators),
      ifExists: fc.nat(3),
      values: fc.uniqueArray(fc.constantFrom(...wanted), { minLength: 1, maxLength: 2 }),
      upper: fc.boolean(),
    })
    // Both of two booleans, taken together, ask for nothing that a policy would
    .map(({ operator, ifExists, values, upper }) => ({
      [`${operator}${ifExists === 0 ? 'IfExists' : ''}`]: {
        [upper ? name.toUpperCase() : name]: operator === 'Bool' ? values.slice(0, 1) : values,
      },
    }))
  const exists = fc.constantFrom('true', 'false').map((value) => ({ Null: { [name]: [value] } }))
  return fc.oneof({ weight: 9, arbitrary: compare }, { weight: 1, arbitrary: exists })
}

/** Tests of different keys, or none. */
export const condition: fc.Arbitrary<Condition> = fc.uniqueArray(test, { maxLength: 2, selector: keyOf }).map(joined)

/** All of them must hold. */
function joined(tests: readonly Condition[]): Condition {
  const all: Record<string, Record<string, readonly string[]>> = {}
  for (const [operator, keys] of tests.flatMap((one) => Object.entries(one)))
    all[operator] = { ...all[operator], ...keys }
  return all
}

function keyOf(one: Condition): string {
  return Object.values(one)
    .flatMap((keys) => Object.keys(keys))
    .join()
    .toLowerCase()
}

/** What a request says of the keys, and which of them nobody knows. */
export const context = fc
  .tuple(...KEYS.map(({ name, said }) => fc.tuple(fc.constant(name), fc.constantFrom(...said), fc.nat(9))))
  .map((keys) => ({
    context: Object.fromEntries(keys.flatMap(([name, value, kind]) => (kind < 4 ? [[name, value]] : []))),
    unknownKeys: keys.flatMap(([name, , kind]) => (kind > 4 ? [name] : [])),
  }))

/** What no policy asks for. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: what looks like a variable in a request is text
const OTHERS = ['', '~', '${aws:PrincipalTag/team}', '*'] as const

/** What each key turns out to be: null is absent. */
export type Completion = Readonly<Record<string, string | readonly string[] | null>>

export const completionOf: fc.Arbitrary<Completion> = fc.record(
  Object.fromEntries(
    KEYS.map(({ name, said, wanted }) => [
      name,
      fc.constantFrom(null, ...said, ...wanted.map((text) => (name === TAGS.name ? [text] : text)), ...OTHERS),
    ]),
  ),
)

import type { Policies } from '../policy-case.ts'
import { instantOf, numberOf } from './quantity.ts'

/** Where a policy stands decides what may stand in it. */
interface Kind {
  readonly at: string
  readonly principal: 'none' | 'required' | 'everybody'
  /** What may be left out, or may not be written. */
  readonly optional: readonly string[]
  readonly forbidden: readonly string[]
  readonly completesArns: boolean
}

/**
 * What AWS would refuse, as JSON pointers into the policies.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function problemsOf(policies: Policies, isTrust: boolean): readonly string[] {
  return [...new Set(placed(policies, isTrust).flatMap(([document, kind]) => inDocument(document, kind)))]
}

function placed(policies: Policies, isTrust: boolean): readonly (readonly [unknown, Kind])[] {
  const { identity = [], permissionsBoundary, sessionPolicies = [], resourcePolicy, endpoints = [] } = policies
  const { serviceControlPolicies: scps = [], resourceControlPolicies: rcps = [] } = policies
  const own = (at: string): Kind => ({ at, principal: 'none', optional: [], forbidden: [], completesArns: true })
  const of = (at: string): Kind => ({
    at,
    principal: 'required',
    optional: ['Resource'],
    forbidden: [],
    completesArns: false,
  })
  return [
    ...identity.map((document, i) => [document, own(`/identity/${i}`)] as const),
    ...single(permissionsBoundary, own('/permissionsBoundary')),
    ...sessionPolicies.map(
      (document, i) => [document, { ...own(`/sessionPolicies/${i}`), completesArns: false }] as const,
    ),
    ...scps.flatMap((level, i) =>
      level.map(
        (document, j) => [document, { ...own(`/serviceControlPolicies/${i}/${j}`), completesArns: false }] as const,
      ),
    ),
    ...rcps.flatMap((level, i) =>
      level.map((document, j): readonly [unknown, Kind] => [
        document,
        {
          ...own(`/resourceControlPolicies/${i}/${j}`),
          completesArns: false,
          principal: 'everybody',
          forbidden: ['NotPrincipal', 'NotAction'],
        },
      ]),
    ),
    ...single(resourcePolicy, { ...of('/resourcePolicy'), forbidden: isTrust ? ['NotPrincipal'] : [] }),
    ...endpoints.map(({ policy }, i) => [policy, { ...of(`/endpoints/${i}/policy`), optional: [] }] as const),
  ]
}

function single(document: unknown, kind: Kind): readonly (readonly [unknown, Kind])[] {
  return document === undefined ? [] : [[document, kind]]
}

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inDocument(document: unknown, kind: Kind): readonly string[] {
  if (!isFields(document)) return [kind.at]
  const { Version: version, Statement: statements } = document
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') return [`${kind.at}/Version`]
  if (statements === undefined) return [`${kind.at}/Statement`]
  return Array.isArray(statements)
    ? statements.flatMap((statement, i) => inStatement(statement, { ...kind, at: `${kind.at}/Statement/${i}` }))
    : inStatement(statements, { ...kind, at: `${kind.at}/Statement` })
}

const ELEMENTS = 'Sid Effect Principal NotPrincipal Action NotAction Resource NotResource Condition'.split(' ')

function inStatement(statement: unknown, kind: Kind): readonly string[] {
  if (!isFields(statement)) return [kind.at]
  const { Effect: effect, Condition: condition, NotPrincipal: notPrincipal } = statement
  const { Action: action, NotAction: notAction, Resource: resource, NotResource: notResource } = statement
  return [
    ...Object.keys(statement)
      .filter((key) => !ELEMENTS.includes(key) || kind.forbidden.includes(key))
      .map((key) => `${kind.at}/${key}`),
    ...(effect === 'Allow' || effect === 'Deny' ? [] : [`${kind.at}/Effect`]),
    ...oneOf('Action', statement, kind),
    ...oneOf('Resource', statement, kind),
    ...faults(action ?? notAction, `${kind.at}/Action`, (text) => text === '*' || /^[\w-]+:[\w*?]+$/.test(text)),
    ...faults(resource ?? notResource, `${kind.at}/Resource`, (text) => isResource(text, kind.completesArns)),
    ...inPrincipal(statement, kind),
    ...(notPrincipal !== undefined && effect === 'Allow' ? [`${kind.at}/NotPrincipal`] : []),
    ...inCondition(condition, `${kind.at}/Condition`),
  ]
}

function oneOf(element: string, statement: Fields, { at, optional }: Kind): readonly string[] {
  const has = [statement[element] !== undefined, statement[`Not${element}`] !== undefined]
  if (has[0] && has[1]) return [`${at}/Not${element}`]
  return has[0] || has[1] || optional.includes(element) ? [] : [`${at}/${element}`]
}

function isResource(text: string, completesArns: boolean): boolean {
  return (
    text === '*' || (text.startsWith('arn:') && (completesArns || text.split(':').length >= 6 || text.endsWith('*')))
  )
}

/** A text, or a list of texts, each as it has to be. */
function faults(value: unknown, at: string, isRight: (text: string) => boolean): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) return typeof value === 'string' && isRight(value) ? [] : [at]
  return value.flatMap((text, i) => (typeof text === 'string' && isRight(text) ? [] : [`${at}/${i}`]))
}

function inPrincipal(statement: Fields, { at, principal: rule }: Kind): readonly string[] {
  const written = ['Principal', 'NotPrincipal'].filter((element) => statement[element] !== undefined)
  if (rule === 'none') return written.map((element) => `${at}/${element}`)
  if (written.length === 0) return [`${at}/Principal`]
  if (written.length === 2) return [`${at}/NotPrincipal`]
  const [element = ''] = written
  const principal = statement[element]
  if (principal === '*') return []
  if (rule === 'everybody' || !isFields(principal)) return [`${at}/${element}`]
  return Object.entries(principal).flatMap(([type, names]) => {
    if (!['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(type)) return [`${at}/${element}/${type}`]
    return faults(names, `${at}/${element}/${type}`, (name) => !name.includes('*') || (type === 'AWS' && name === '*'))
  })
}

const OPERATOR =
  /^((ForAllValues|ForAnyValue):)?((String(Not)?(Equals|Like|EqualsIgnoreCase))|((Numeric|Date)((Not)?Equals|(Less|Greater)Than(Equals)?))|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like))(IfExists)?$/

function inCondition(condition: unknown, at: string): readonly string[] {
  if (condition === undefined) return []
  if (!isFields(condition)) return [at]
  return Object.entries(condition).flatMap(([operator, keys]) => {
    if ((operator !== 'Null' && !OPERATOR.test(operator)) || !isFields(keys)) return [`${at}/${operator}`]
    return Object.entries(keys).flatMap(([key, values]) => {
      const texts = Array.isArray(values) ? values.map(String) : String(values)
      return faults(texts, `${at}/${operator}/${key.replaceAll('/', '~1')}`, (text) => isValue(operator, text))
    })
  })
}

function isValue(operator: string, text: string): boolean {
  if (operator.includes('Numeric')) return numberOf(text) !== null
  if (operator.includes('Date')) return instantOf(text) !== null
  if (operator.includes('Bool') || operator === 'Null') return text === 'true' || text === 'false'
  if (!operator.includes('IpAddress')) return true
  const [address = '', prefix = '0'] = text.split('/')
  return /^[\d.]+$|:/.test(address) && Number(prefix) <= (address.includes(':') ? 128 : 32)
}

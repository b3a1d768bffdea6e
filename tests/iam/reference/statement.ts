import type { Naming } from './caller.ts'
import { completionsFor, type Knowledge } from './completions.ts'
import { holds, testsOf } from './condition.ts'
import type { Facts } from './facts.ts'
import { matchesIgnoringCase, matchesResource, readPattern } from './pattern.ts'
import { type Asker, whetherNamed } from './principal.ts'
import { every, inAllWays, type Truth, truthOf } from './truth.ts'

export interface Document {
  readonly Version?: string
  readonly Statement: Statement | readonly Statement[]
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  readonly Principal?: unknown
  readonly NotPrincipal?: unknown
  readonly Condition?: unknown
}

/** What a policy is asked, and as what it is read. */
export interface Question {
  readonly action: string
  readonly resource: string
  readonly knowledge: Knowledge
  /** AWS completes the ARNs of identity policies. */
  readonly completesArns: boolean
  /** Null: the policy is attached to who asks. */
  readonly asker: Asker | null
}

/** Whether a statement of the effect speaks of the request. @param naming only where it names the caller so */
export function says(
  effect: Statement['Effect'],
  { Version: version, Statement: statements }: Document,
  question: Question,
  naming: Naming | 'any' = 'any',
): Truth[] {
  return [statements]
    .flat()
    .filter((statement) => statement.Effect === effect)
    .map((statement) => matchStatement(statement, version === '2012-10-17', question, naming))
}

function matchStatement(
  statement: Statement,
  hasVariables: boolean,
  question: Question,
  naming: Naming | 'any',
): Truth {
  if (!isAboutAction(statement, question.action)) return 'no'
  const isNamed = question.asker === null ? 'yes' : whetherNamed(statement, question.asker, naming)
  if (isNamed === 'no') return 'no'
  const tests = testsOf(statement.Condition)
  const outcomes = new Set<Truth>()
  for (const facts of completionsFor(statement, question.resource, question.knowledge)) {
    const isMet = tests.every((test) => holds(test, facts, hasVariables))
    outcomes.add(truthOf(isMet && isAboutResource(statement, question, hasVariables ? facts : null)))
    if (outcomes.size > 1) break
  }
  return every([inAllWays([...outcomes]), isNamed])
}

function isAboutAction({ Action: wanted, NotAction: unwanted }: Statement, action: string): boolean {
  const isOne = (texts: string | readonly string[]) =>
    [texts].flat().some((text) => {
      const pattern = readPattern(text, { facts: null, wildcards: true })
      return pattern !== null && matchesIgnoringCase(pattern, action)
    })
  return unwanted === undefined ? isOne(wanted ?? []) : !isOne(unwanted)
}

function isAboutResource(
  { Resource: wanted, NotResource: unwanted }: Statement,
  { resource, completesArns }: Question,
  facts: Facts | null,
): boolean {
  const isOne = (texts: string | readonly string[]) =>
    [texts].flat().some((text) => {
      if (text === '*') return true
      const pattern = readPattern(completesArns ? completed(text) : text, { facts, wildcards: true })
      return pattern !== null && matchesResource(pattern, resource)
    })
  if (unwanted !== undefined) return !isOne(unwanted)
  // The policy of a role or of a key need not say that it speaks of the role or the key.
  return wanted === undefined || isOne(wanted)
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
function completed(arn: string): string {
  const missing = 6 - arn.split(':').length
  return arn + ':*'.repeat(Math.max(0, missing))
}

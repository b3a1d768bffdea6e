import type { Gap } from '../../model/gap.ts'
import { isGap } from '../../model/known.ts'
import { hasPlaceholder } from '../../model/placeholder.ts'
import { foldKey } from '../context.ts'
import type { KeyTest, KeyTests } from './key-test.ts'
import { operatorOf } from './operator.ts'
import type { Wanted } from './wanted.ts'

/** Where the compiler says what AWS would not take, and what is not known. */
interface Findings {
  readonly fault: (text: string) => void
  readonly gap: (gap: Gap) => void
}

/**
 * A `Condition` key by key: what several operators ask of one key hangs together.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function compileCondition(written: unknown, variables: boolean, findings: Findings): readonly KeyTests[] {
  if (isGap(written)) {
    findings.gap(written)
    return []
  }
  if (!isRecord(written)) {
    findings.fault(`Condition ${JSON.stringify(written)}`)
    return []
  }
  const byKey = new Map<string, { key: string; written: string; tests: KeyTest[] }>()
  for (const [operator, tested] of Object.entries(written)) {
    const keys = isRecord(tested) ? Object.entries(tested) : []
    if (keys.length === 0) findings.fault(`Condition ${operator}`)
    for (const [key, values] of keys) {
      const test = testOf(operator, key, values, variables, findings)
      const folded = foldKey(key)
      const known = byKey.get(folded) ?? { key: folded, written: key, tests: [] }
      byKey.set(folded, known)
      if (test !== null) known.tests.push(test)
    }
  }
  return [...byKey.values()]
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isGap(value)
}

/**
 * Null where AWS would not take it.
 *
 * INVARIANT: such a test is left out and never fails: else a Deny that AWS has not taken would be passed over in silence.
 */
function testOf(
  name: string,
  key: string,
  written: unknown,
  variables: boolean,
  { fault, gap }: Findings,
): KeyTest | null {
  const operator = operatorOf(name)
  if (operator === null && name !== 'Null') {
    fault(`Condition ${name}`)
    return null
  }
  const test = { operator, texts: [] as string[], wanted: [] as Wanted[], open: false, variables }
  const values: readonly unknown[] = Array.isArray(written) ? written : [written]
  let isTaken = values.length > 0
  if (!isTaken) fault(`Condition ${name} ${key} []`)
  for (const value of values) {
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    if (isGap(text)) {
      gap(text)
      test.open = true
    } else if (typeof text !== 'string' || !addText(test, text, variables)) {
      fault(`Condition ${name} ${key} ${JSON.stringify(text)}`)
      isTaken = false
    }
  }
  return isTaken ? test : null
}

interface Growing {
  readonly operator: KeyTest['operator']
  readonly texts: string[]
  readonly wanted: Wanted[]
  open: boolean
}

/** False: AWS would not take the text. */
function addText(test: Growing, text: string, variables: boolean): boolean {
  if (test.operator !== null) {
    const compiled = test.operator.family.compile(text, variables)
    if (compiled === null) return false
    test.texts.push(text)
    test.wanted.push(compiled)
    return true
  }
  const folded = text.toLowerCase()
  if (folded === 'true' || folded === 'false') test.texts.push(folded)
  else if (hasPlaceholder(text)) test.open = true
  else return false
  return true
}

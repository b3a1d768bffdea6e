import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Source } from './layer.ts'
import { statementPointer } from './open-facts.ts'
import { contentOf } from './policy.ts'
import type { PolicyProblem } from './policy-set.ts'
import { termsOf } from './statement.ts'

/** What AWS would not take of the policies of a source, with the place of each. */
export function problemsOf(source: Source): readonly PolicyProblem[] {
  return source.policies.flatMap((placed): readonly PolicyProblem[] => {
    const { fault, statements } = contentOf(placed.policy)
    const at = `${placed.at}`
    if (fault !== undefined) return [problemOf(at, textOf(fault))]
    return statements.flatMap((statement) => {
      const here = statementPointer(placed, statement, source.at)
      const start = `Statement ${statement.index + 1}: `
      return termsOf(statement).gaps.map((gap) => problemOf(here, textOf(gap).replace(start, '')))
    })
  })
}

function textOf(gap: { readonly gap: string; readonly expression?: string }): string {
  return gap.expression ?? gap.gap
}

const ELEMENT = /^(Version|Statement|Effect|Principal|NotPrincipal|Action|NotAction|Resource|NotResource|Condition)\b/

/** The text begins with the element that it is about. */
function problemOf(at: Pointer, problem: string): PolicyProblem {
  const [element] = ELEMENT.exec(problem) ?? []
  return { at: element === undefined ? at : pointerTo(at, element), problem }
}

import type { Clues } from './clues/clues.ts'
import type { Fault } from './formats/fault.ts'
import type { Rule } from './formats/rule.ts'
import type { Stage } from './formats/stages.ts'
import type { Wording } from './wording.ts'

/** Whether all parts of a rule hold. */
export function ruleHolds(
  rule: Rule,
  { says, is }: Wording,
  clues: Clues,
  stage: Stage | null,
  fault: Fault | null,
): boolean {
  if (rule.at !== undefined && (stage === null || !rule.at.includes(stage.step))) return false
  if (rule.fault !== undefined && (fault === null || !rule.fault.includes(fault))) return false
  if (rule.when !== undefined && !rule.when(clues)) return false
  if (rule.is !== undefined && !rule.is.some(is)) return false
  if (rule.says !== undefined && !rule.says.some(says)) return false
  if (rule.and !== undefined && !rule.and.some(says)) return false
  return rule.not === undefined || !rule.not.some(says)
}

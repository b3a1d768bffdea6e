import { CAUSES } from '../causes/cause.ts'
import type { Gathered } from '../causes/gathered.ts'
import type { CauseStep } from '../causes/usual-step.ts'
import type { JudgedRequirement } from '../launch/judge.ts'
import type { Requirement } from '../launch/requirement.ts'
import { sameText } from '../model/placeholder.ts'
import type { Stop } from '../stops/stop.ts'

/** Whether the stop is about what this requirement asks for. */
export function isAbout(stop: Stop, requirement: Requirement): boolean {
  if (!isStep(stop, requirement.step)) return false
  if (requirement.kind === 'condition') return true
  const { service, action, resource } = stop
  if (service !== null && !stop.inferred.includes('service') && service !== requirement.service) return false
  if (action !== null && requirement.action !== null && action.toLowerCase() !== requirement.action.toLowerCase())
    return false
  return isResource(resource, requirement.resource)
}

/** `unable to pull secrets or registry auth` alone is either of two steps. */
const EITHER: ReadonlySet<CauseStep> = new Set<CauseStep>(['get-registry-credentials', 'read-secrets'])

function isStep({ step, inferred }: Stop, other: CauseStep): boolean {
  if (step === null || step === other) return true
  return inferred.includes('step') && EITHER.has(step) && EITHER.has(other)
}

/** Two secrets of one task fail one by one. Texts shorten ARNs, and hide parts of them. */
function isResource(told: string | null, asked: string): boolean {
  if (told === null || !told.startsWith('arn:') || !asked.startsWith('arn:') || /[*<{]|\.\.\./.test(told)) return true
  const [service, other] = [told.split(':')[2], asked.split(':')[2]]
  return service !== other || told.startsWith(asked) || asked.startsWith(told) || sameText(told, asked) !== false
}

/**
 * Whether a finding explains the stop: it stops what the stop is about, and is of its kind. The address that was dialed
 * excludes causes: a private one was given by an endpoint.
 */
export function explains(stop: Stop, gathered: Gathered, requirements: readonly JudgedRequirement[]): boolean {
  const isCandidate = stop.causes.includes(gathered.cause)
  if (stop.dialed?.ip != null && !isCandidate) return false
  if (!isCandidate && stop.kind !== CAUSES[gathered.cause]) return false
  return requirementsOfFinding(gathered, requirements).some(
    (requirement) => isAbout(stop, requirement) || (isCandidate && isStep(stop, requirement.step)),
  )
}

function requirementsOfFinding(
  { requirements: ids }: Gathered,
  requirements: readonly JudgedRequirement[],
): readonly Requirement[] {
  return requirements.flatMap(({ requirement }, position) => (ids.has(`q${position + 1}`) ? [requirement] : []))
}

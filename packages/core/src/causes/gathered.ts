import type { Blocker } from '../launch/blocker.ts'
import type { JudgedLaunch, JudgedRequirement } from '../launch/judge.ts'
import type { Launch } from '../launch/launch.ts'
import type { Requirement } from '../launch/requirement.ts'
import type { Pointer } from '../model/origin.ts'
import type { CauseId } from './cause.ts'
import { meaningOf } from './meaning.ts'

/** What one cause on one object stops, gathered over all requirements and subnets. */
export interface Gathered {
  readonly cause: CauseId
  readonly object: string
  /** The part that is wrong. */
  readonly at: Pointer
  readonly requirement: Requirement
  readonly requirements: Set<string>
  readonly subnets: Set<string>
  /** By the blocker as text, with the subnets in which it was met. */
  readonly blockers: Map<string, { readonly blocker: Blocker; readonly subnets: Set<string> }>
  verdict: 'fails' | 'undecided'
  required: boolean
}

/** One finding a cause and object, required ones first, else in the order of the launch. */
export function gatherFindings(judged: JudgedLaunch, requirements: readonly JudgedRequirement[]): readonly Gathered[] {
  const gathered = [...gather(judged, requirements).values()]
  return [...gathered.filter(isGrave), ...gathered.filter((finding) => !isGrave(finding))]
}

function isGrave({ verdict, required }: Gathered): boolean {
  return required && verdict === 'fails'
}

function gather(
  { launch, subnets }: JudgedLaunch,
  requirements: readonly JudgedRequirement[],
): ReadonlyMap<string, Gathered> {
  const findings = new Map<string, Gathered>()
  requirements.forEach(({ requirement, outcomes }, position) => {
    outcomes.forEach(({ blockers, verdict }, at) => {
      for (const blocker of blockers) {
        const finding = entryFor(findings, blocker, requirement, launch)
        finding.requirements.add(`q${position + 1}`)
        const met = metOf(finding, blocker)
        const subnet = subnets[at]
        if (subnet !== undefined) {
          finding.subnets.add(subnet.id)
          met.subnets.add(subnet.id)
        }
        if (verdict === 'fails') finding.verdict = 'fails'
        if (requirement.required) finding.required = true
      }
    })
  })
  return findings
}

function entryFor(
  findings: Map<string, Gathered>,
  blocker: Blocker,
  requirement: Requirement,
  launch: Launch,
): Gathered {
  const { cause, object, at } = meaningOf(blocker, requirement, launch)
  const key = `${cause} ${object}`
  const known = findings.get(key)
  if (known !== undefined) return known
  const fresh: Gathered = {
    cause,
    object,
    at: at ?? blocker.at,
    requirement,
    requirements: new Set(),
    subnets: new Set(),
    blockers: new Map(),
    verdict: 'undecided',
    required: false,
  }
  findings.set(key, fresh)
  return fresh
}

function metOf({ blockers }: Gathered, blocker: Blocker) {
  const key = JSON.stringify(blocker)
  const met = blockers.get(key) ?? { blocker, subnets: new Set<string>() }
  blockers.set(key, met)
  return met
}

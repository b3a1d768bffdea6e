import { gatherFindings } from '../causes/gathered.ts'
import { type JudgeOptions, judgeLaunch, requirementsOf } from '../launch/judge.ts'
import type { Launch } from '../launch/launch.ts'
import type { World } from '../model/world.ts'
import type { Stop } from '../stops/stop.ts'
import { explains, isAbout } from './agrees.ts'
import { assumedFor } from './assumed-for.ts'
import type { Joined } from './diagnosis.ts'

/** ECS shows a stopped task for an hour: a snapshot within it is of the moment of the stop. */
const MOMENT = 60 * 60 * 1000

/** Judges the launch of the stop, and holds what the model says against what ECS said. */
export function join(world: World, launch: Launch, stop: Stop, last: string | null, options: JudgeOptions): Joined {
  const judged = judgeLaunch(world, launch, options)
  const requirements = requirementsOf(world, judged)
  const gathered = gatherFindings(judged, requirements)
  const elapsed = elapsedBetween(last, world.snapshot.takenAt)
  const isOfMoment = elapsed === null || Math.abs(elapsed) <= MOMENT
  const explaining = gathered.filter((finding) => explains(stop, finding, requirements))
  const failing = explaining.filter(({ verdict }) => verdict === 'fails')
  // One cause may be another object in each subnet: the address, the route table
  const isEverywhere = judged.subnets.every(({ id }) => failing.some(({ subnets }) => subnets.has(id)))
  const assumed = assumedFor(stop, ownRequirements(stop, requirements))
  return {
    launch: judged,
    requirements,
    says: explaining.length > 0 ? 'explained' : without(stop, requirements, assumed.length > 0),
    assumed,
    findings: explaining.map((finding) => ({
      gathered: finding,
      confidence: finding.verdict === 'fails' && isOfMoment && isEverywhere ? 'proven' : 'likely',
    })),
    others: gathered.filter(
      (finding) => !explaining.includes(finding) && finding.required && finding.verdict === 'fails',
    ),
    gathered,
    elapsed,
  }
}

/** What the model says of the step where no finding explains the stop. */
function without(stop: Stop, requirements: Joined['requirements'], isAssumed: boolean): Joined['says'] {
  const verdicts = ownRequirements(stop, requirements).map(({ verdict }) => verdict)
  if (verdicts.length === 0 || !isJudged(stop)) return 'not-judged'
  if (verdicts.includes('fails')) return 'other-fault'
  if (verdicts.includes('undecided')) return 'open'
  return isAssumed ? 'assumed' : 'nothing-wrong'
}

/** What the stop is about: where it names a service, the calls to it. */
function ownRequirements(stop: Stop, requirements: Joined['requirements']): Joined['requirements'] {
  return requirements.filter(
    ({ requirement }) =>
      requirement.required &&
      (stop.service === null || requirement.kind === 'call' || stop.kind === 'capacity') &&
      isAbout(stop, requirement),
  )
}

/** Kinds of causes that stand in a snapshot; of others the model knows nothing. */
const JUDGED: ReadonlySet<Stop['kind']> = new Set<Stop['kind']>(['network', 'permission', 'missing', 'configuration'])

function isJudged({ kind, causes }: Stop): boolean {
  return JUDGED.has(kind) || causes[0] === 'subnet-out-of-addresses'
}

function elapsedBetween(last: string | null, takenAt: string | undefined): number | null {
  if (last === null || takenAt === undefined) return null
  const elapsed = Date.parse(takenAt) - Date.parse(last)
  return Number.isFinite(elapsed) ? elapsed : null
}

import { gatherFindings } from '../causes/gathered.ts'
import { type JudgeOptions, judgeLaunch, requirementsOf } from '../launch/judge.ts'
import type { Launch } from '../launch/launch.ts'
import type { World } from '../model/world.ts'
import type { Stop } from '../stops/stop.ts'
import { explains, isAbout } from './agrees.ts'
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
  const isEverywhere = (subnets: ReadonlySet<string>) => judged.subnets.every(({ id }) => subnets.has(id))
  return {
    launch: judged,
    requirements,
    says: explaining.length > 0 ? 'explained' : without(stop, requirements),
    findings: explaining.map((finding) => ({
      gathered: finding,
      confidence: finding.verdict === 'fails' && isOfMoment && isEverywhere(finding.subnets) ? 'proven' : 'likely',
    })),
    others: gathered.filter(
      (finding) => !explaining.includes(finding) && finding.required && finding.verdict === 'fails',
    ),
    gathered,
    elapsed,
  }
}

/** What the model says of the step where no finding explains the stop. */
function without(stop: Stop, requirements: Joined['requirements']): Joined['says'] {
  const own = requirements.filter(({ requirement }) => requirement.required && isAbout(stop, requirement))
  const calls = own.filter(({ requirement }) => requirement.kind === 'call')
  const verdicts = (stop.service === null ? own : calls).map(({ verdict }) => verdict)
  if (verdicts.length === 0 || !JUDGED.has(stop.kind)) return 'not-judged'
  if (verdicts.includes('fails')) return 'other-fault'
  return verdicts.includes('undecided') ? 'open' : 'nothing-wrong'
}

/** Kinds of causes that stand in a snapshot; of others the model knows nothing. */
const JUDGED: ReadonlySet<Stop['kind']> = new Set<Stop['kind']>(['network', 'permission', 'missing', 'configuration'])

function elapsedBetween(last: string | null, takenAt: string | undefined): number | null {
  if (last === null || takenAt === undefined) return null
  const elapsed = Date.parse(takenAt) - Date.parse(last)
  return Number.isFinite(elapsed) ? elapsed : null
}

import type { AccessRequest } from '../iam/access-request.ts'
import { authorize } from '../iam/authorize.ts'
import { NOT_READ } from '../model/gap.ts'
import { type Judgement, undecided, type Verdict, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import type { World } from '../model/world.ts'
import { kindOfHost } from '../network/aws-host.ts'
import type { Blocker } from './blocker.ts'
import type { CallPath } from './call-path.ts'
import type { Launch } from './launch.ts'
import { everywhere, type Outcome, outcomeOfCall, outcomeOfCondition, withoutAssumptions, worst } from './outcome.ts'
import type { Call, Condition, Requirement } from './requirement.ts'
import { STEPS } from './steps.ts'
import { judgeTarget } from './target.ts'
import type { Spot } from './task-interface.ts'
import { type Ways, waysOf } from './ways.ts'

/**
 * The answers for a launch. Of its requirements it holds the answers alone, in their order: what a launch requires is
 * much, is only read in reports, and can be had again (`requirementsOf`).
 */
export interface JudgedLaunch {
  readonly launch: Launch
  readonly verdict: Verdict
  /** By requirement, then in the order of `subnets`; one answer where those are not known. */
  readonly outcomes: readonly (readonly Outcome[])[]
  readonly subnets: readonly { readonly id: string; readonly verdict: Verdict }[]
}

export interface JudgedRequirement {
  readonly requirement: Requirement
  readonly verdict: Verdict
  readonly outcomes: readonly Outcome[]
}

export interface JudgeOptions {
  /** Assumptions count as gaps. */
  readonly strict: boolean
}

/**
 * Judges everything that the launch requires, in each of its subnets. A launch fails if any subnet fails, else is
 * undecided if any is: its next task may land in any of them.
 */
export function judgeLaunch(world: World, launch: Launch, options: JudgeOptions): JudgedLaunch {
  const spots = isGap(launch.subnets) || launch.subnets.length === 0 ? NOWHERE : launch.subnets
  const stage: Stage = { world, launch, spots, ways: waysOf(world, launch, spots) }
  const verdicts: Verdict[] = spots.map(worksAtFirst)
  const outcomes: (readonly Outcome[])[] = []
  for (const step of STEPS) {
    for (const requirement of step.requires(launch, world)) {
      const judged =
        requirement.kind === 'condition' ? judgeCondition(stage, requirement) : judgeCall(stage, requirement)
      const counted = options.strict ? judged.map(withoutAssumptions) : judged
      outcomes.push(counted)
      if (requirement.required) worsen(verdicts, counted)
    }
  }
  const subnets = verdicts.map((verdict, position) => ({ id: nameOf(spots[position]), verdict }))
  return { launch, verdict: worst(subnets), outcomes, subnets: spots === NOWHERE ? [] : subnets }
}

const worksAtFirst = (): Verdict => 'works'
const NOWHERE: readonly Spot[] = [null]

/** What a launch requires, with the answers. INVARIANT: steps declare the same for the same launch of the same world. */
export function requirementsOf(world: World, { launch, outcomes }: JudgedLaunch): readonly JudgedRequirement[] {
  const requirements = STEPS.flatMap((step) => step.requires(launch, world))
  return requirements.map((requirement, position) => {
    const own = outcomes[position] ?? []
    return { requirement, verdict: worst(own), outcomes: own }
  })
}

function nameOf(spot: Spot | undefined): string {
  if (spot === undefined || spot === null) return ''
  return isGap(spot) ? '?' : spot.id
}

/** A launch with what holds for all its requirements. */
interface Stage {
  readonly world: World
  readonly launch: Launch
  readonly spots: readonly Spot[]
  readonly ways: Ways
}

function worsen(verdicts: Verdict[], outcomes: readonly Outcome[]): void {
  for (let position = 0; position < verdicts.length; position++) {
    const verdict = outcomes[position]?.verdict
    if (verdict === 'fails' || (verdict === 'undecided' && verdicts[position] === 'works')) verdicts[position] = verdict
  }
}

function judgeCondition(stage: Stage, condition: Condition): readonly Outcome[] {
  if (condition.scope === 'subnet') return judgeInSubnets(stage, condition)
  const { world, launch, spots } = stage
  return everywhere(outcomeOfCondition(condition.judge(launch, world, NOT_READ)), spots.length)
}

function judgeInSubnets({ world, launch, spots }: Stage, condition: Condition): readonly Outcome[] {
  const outcomes: Outcome[] = []
  for (const spot of spots) {
    outcomes.push(outcomeOfCondition(spot === null ? openSpot(launch) : condition.judge(launch, world, spot)))
  }
  return together(outcomes)
}

/** As one list that launches share, where the outcome is the same in all subnets. */
function together(outcomes: readonly Outcome[]): readonly Outcome[] {
  const first = outcomes[0]
  return first === undefined || !areOne(outcomes) ? outcomes : everywhere(first, outcomes.length)
}

function openSpot({ subnets, at, id }: Launch): Judgement<never> {
  const gap = isGap(subnets) ? subnets : NOT_READ
  return undecided({ gap, what: { kind: 'network-configuration', id }, at })
}

function judgeCall({ world, ways, spots }: Stage, call: Call): readonly Outcome[] {
  const target = call.target === null ? WORKS : judgeTarget(world, call.target, call.at)
  if (call.from !== 'task') return everywhere(along(world, call, null, target), spots.length)
  const paths = ways.of(call)
  const first = paths[0]
  if (first === undefined) return []
  if (areOne(paths)) return everywhere(along(world, call, first, target), paths.length)
  // Of a path, only the endpoints on it bear on what is allowed.
  const outcomes: Outcome[] = []
  for (const path of paths) {
    outcomes.push(outcomes[paths.indexOf(path)] ?? along(world, call, path, target))
  }
  return together(outcomes)
}

function areOne(paths: readonly unknown[]): boolean {
  for (let i = 1; i < paths.length; i++) if (paths[i] !== paths[0]) return false
  return true
}

function along(world: World, call: Call, path: CallPath | null, target: Judgement<Blocker>): Outcome {
  return outcomeOfCall(path ?? WORKS, authorizationOf(world, call, path), target, call.onlyIf)
}

const NO_ENDPOINTS: CallPath['endpoints'] = []

/** A call that is blocked at an endpoint went there. */
function isWayKnown(path: CallPath | null): boolean {
  return path !== null && (path.verdict === 'works' || (path.verdict === 'fails' && path.endpoints.length > 0))
}

function authorizationOf(world: World, call: Call, path: CallPath | null): Judgement<Blocker> {
  const { principal, action, at } = call
  if (action === null) return WORKS
  if (isGap(principal)) return undecided({ gap: principal, what: { kind: 'role', id: 'executionRoleArn' }, at })
  const request = accessRequestOf(call, path)
  return request === null ? WORKS : authorize(world, request)
}

/** What a call asks of the policies; null: nothing. */
export function accessRequestOf(call: Call, path: CallPath | null): AccessRequest | null {
  const { principal, action, resource, via, context, to } = call
  if (action === null || isGap(principal)) return null
  return {
    principal,
    action,
    resource,
    endpoints: path === null ? NO_ENDPOINTS : path.endpoints,
    isWayKnown: isWayKnown(path),
    region: regionOfHost(to.host),
    via: via ?? undefined,
    context: context ?? undefined,
  }
}

function regionOfHost(host: string): string | undefined {
  const kind = kindOfHost(host)
  return typeof kind === 'string' ? undefined : kind.region
}

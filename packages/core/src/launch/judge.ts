import { type AccessRequest, authorize } from '../iam/authorize.ts'
import type { AssumptionId } from '../model/assumption.ts'
import { type Judgement, type OpenFact, undecided, type Verdict, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import type { World } from '../model/world.ts'
import { LINUX_CLIENT_PORTS, WINDOWS_CLIENT_PORTS } from '../network/client-ports.ts'
import { type Path, reach } from '../network/reach.ts'
import type { Blocker } from './blocker.ts'
import type { Launch, LaunchSubnet } from './launch.ts'
import type { Call, Condition, Requirement } from './requirement.ts'
import { STEPS } from './steps.ts'
import { judgeTarget } from './target.ts'

/** The answer for one requirement in one subnet. A condition has no reach, authorization or target. */
export interface Outcome extends Judgement<Blocker> {
  readonly reach: Verdict
  readonly authorize: Verdict
  readonly target: Verdict
}

export interface JudgedRequirement {
  readonly requirement: Requirement
  readonly verdict: Verdict
  /** In the order of the launch's subnets; one entry without a subnet where those are not known. */
  readonly outcomes: readonly Outcome[]
}

export interface JudgedLaunch {
  readonly launch: Launch
  readonly verdict: Verdict
  readonly requirements: readonly JudgedRequirement[]
  readonly subnets: readonly { readonly id: string; readonly verdict: Verdict }[]
}

export interface JudgeOptions {
  /** Assumptions count as gaps. */
  readonly strict: boolean
}

/** Judges everything that the launch requires, in each of its subnets. */
export function judgeLaunch(world: World, launch: Launch, options: JudgeOptions): JudgedLaunch {
  const places = isGap(launch.subnets) || launch.subnets.length === 0 ? [null] : launch.subnets
  const requirements: JudgedRequirement[] = []
  for (const step of STEPS) {
    for (const requirement of step.requires(launch, world)) {
      requirements.push(judgeRequirement(world, launch, requirement, places, options))
    }
  }
  const subnets = places.map((place, position) => ({
    id: place === null ? '' : isGap(place) ? '?' : place.id,
    verdict: worst(
      requirements.map(({ requirement, outcomes }) =>
        requirement.required ? (outcomes[position]?.verdict ?? 'works') : 'works',
      ),
    ),
  }))
  return {
    launch,
    verdict: worst(subnets.map(({ verdict }) => verdict)),
    requirements,
    subnets: places[0] === null ? [] : subnets,
  }
}

/** A launch fails if any subnet fails, else is undecided if any is: its next task may land in any of them. */
function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails'
  return verdicts.includes('undecided') ? 'undecided' : 'works'
}

/** Null: the launch does not say in which subnets. */
type Spot = Known<LaunchSubnet> | null

function judgeRequirement(
  world: World,
  launch: Launch,
  requirement: Requirement,
  places: readonly Spot[],
  options: JudgeOptions,
): JudgedRequirement {
  const judged =
    requirement.kind === 'condition'
      ? judgeCondition(requirement, launch, places)
      : judgeCall(world, launch, requirement, places)
  const outcomes = options.strict ? judged.map(withoutAssumptions) : judged
  return { requirement, verdict: worst(outcomes.map(({ verdict }) => verdict)), outcomes }
}

const ALL_WORKS: Outcome = Object.freeze({ ...WORKS, reach: 'works', authorize: 'works', target: 'works' })

function judgeCondition(
  { judge }: Condition,
  { subnets, at, id }: Launch,
  places: readonly Spot[],
): readonly Outcome[] {
  if (judge.scope === 'launch') {
    const outcome = ofCondition(judge.judge())
    return places.map(() => outcome)
  }
  return places.map((place) => {
    if (place !== null) return ofCondition(judge.judge(place))
    const gap = isGap(subnets) ? subnets : ({ gap: 'not-read' } as const)
    return ofCondition(undecided({ gap, what: { kind: 'network-configuration', id }, at }))
  })
}

function ofCondition(judgement: Judgement<Blocker>): Outcome {
  return judgement === WORKS
    ? ALL_WORKS
    : { ...judgement, reach: 'works', authorize: 'works', target: judgement.verdict }
}

function judgeCall(world: World, launch: Launch, call: Call, places: readonly Spot[]): readonly Outcome[] {
  const target = call.target === null ? WORKS : judgeTarget(world, call.target, call.at)
  let last: { readonly path: Path | null; readonly outcome: Outcome } | null = null
  return places.map((place) => {
    const path = call.from === 'task' ? pathOf(world, launch, call, place) : null
    if (last !== null && last.path === path) return last.outcome
    const allowed = authorizationOf(world, call, path)
    const outcome = combine(call.onlyIf, path ?? WORKS, allowed, target)
    last = { path, outcome }
    return outcome
  })
}

function pathOf(world: World, launch: Launch, call: Call, place: Spot): Path | null {
  const unknown = openPlace(launch, place)
  if (unknown !== null) return { ...undecided(unknown), endpoints: [] }
  // The subnet or a group is not there: accept-request says so, and no packet is ever sent.
  if (place === null || isGap(place) || place.subnet === null || isGap(place.subnet)) return null
  const groups = isGap(launch.securityGroupIds)
    ? []
    : launch.securityGroupIds.filter((group): group is string => !isGap(group))
  if (groups.some((id) => world.securityGroup(id, launch.place) === null)) return null
  const from = {
    subnet: place.subnet,
    securityGroupIds: groups,
    publicIp: launch.publicIp,
    clientPorts: clientPortsOf(launch),
  }
  return reach(world, from, call.to)
}

function clientPortsOf({ platform }: Launch) {
  return isGap(platform) || platform.family === 'LINUX' ? LINUX_CLIENT_PORTS : WINDOWS_CLIENT_PORTS
}

/** What of the task's interface is not known, so that no path can be judged from it. */
function openPlace({ subnets, securityGroupIds, id, at }: Launch, place: Spot): OpenFact | null {
  const what = { kind: 'network-configuration', id } as const
  if (place === null) return { gap: isGap(subnets) ? subnets : { gap: 'not-read' }, what, at }
  if (isGap(place)) return { gap: place, what, at }
  if (isGap(place.subnet)) return { gap: place.subnet, what: { kind: 'subnet', id: place.id }, at }
  const groups = isGap(securityGroupIds) ? securityGroupIds : securityGroupIds.find(isGap)
  return groups === undefined ? null : { gap: groups, what, at }
}

function authorizationOf(world: World, call: Call, path: Path | null): Judgement<Blocker> {
  const { principal, action, resource, at } = call
  if (action === null) return WORKS
  if (isGap(principal)) return undecided({ gap: principal, what: { kind: 'role', id: 'executionRoleArn' }, at })
  const request: AccessRequest = { principal, action, resource, endpoints: path?.endpoints ?? [] }
  return authorize(world, request)
}

function combine(
  onlyIf: OpenFact | null,
  path: Judgement<Blocker>,
  allowed: Judgement<Blocker>,
  target: Judgement<Blocker>,
): Outcome {
  const parts = [path, allowed, target] as const
  if (parts.every(worksPlainly)) return ALL_WORKS
  if (parts.every(({ verdict }) => verdict === 'works')) return worksAssuming(parts)
  const verdict = worst(parts.map((part) => part.verdict))
  const open = onlyIf !== null && verdict === 'fails'
  return {
    verdict: open ? 'undecided' : verdict,
    blockers: parts.flatMap(({ blockers }) => blockers),
    gaps: [...parts.flatMap(({ gaps }) => gaps), ...(open ? [onlyIf] : [])],
    assumptions: [...new Set(parts.flatMap(({ assumptions }) => assumptions))],
    ...(path.partial === undefined ? {} : { partial: path.partial }),
    reach: path.verdict,
    authorize: allowed.verdict,
    target: target.verdict,
  }
}

function worksPlainly({ verdict, assumptions }: Judgement<Blocker>): boolean {
  return verdict === 'works' && assumptions.length === 0
}

/** Launches by the thousand work on the same few assumptions: one outcome serves them all. */
const WORKING = new Map<string, Outcome>()

function worksAssuming(parts: readonly Judgement<Blocker>[]): Outcome {
  const assumptions = [...new Set(parts.flatMap((part) => part.assumptions))].sort()
  const key = assumptions.join(' ')
  const known = WORKING.get(key)
  if (known !== undefined) return known
  const outcome: Outcome = Object.freeze({ ...ALL_WORKS, assumptions: Object.freeze(assumptions) })
  WORKING.set(key, outcome)
  return outcome
}

/** `--strict`: what would be taken as good is an open fact. */
function withoutAssumptions(outcome: Outcome): Outcome {
  if (outcome.assumptions.length === 0) return outcome
  const gaps = outcome.assumptions.map(
    (assumption: AssumptionId): OpenFact => ({
      gap: { gap: 'assumed', assumption },
      what: { kind: 'assumption', id: assumption },
      at: '',
    }),
  )
  return { ...outcome, verdict: worst([outcome.verdict, 'undecided']), gaps: [...outcome.gaps, ...gaps] }
}

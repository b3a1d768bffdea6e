import type { AccessRequest } from '../iam/access-request.ts'
import { authorize } from '../iam/authorize.ts'
import { NOT_READ } from '../model/gap.ts'
import { type Judgement, type OpenFact, undecided, type Verdict, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed, World } from '../model/world.ts'
import { kindOfHost } from '../network/aws-host.ts'
import { type Path, reach, type TaskInterface } from '../network/reach.ts'
import type { Blocker } from './blocker.ts'
import type { Launch } from './launch.ts'
import { everywhere, type Outcome, outcomeOfCall, outcomeOfCondition, withoutAssumptions, worst } from './outcome.ts'
import type { Call, Condition, Requirement } from './requirement.ts'
import { STEPS } from './steps.ts'
import { judgeTarget } from './target.ts'
import { interfaceIn, type Spot } from './task-interface.ts'

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

/**
 * Judges everything that the launch requires, in each of its subnets. A launch fails if any subnet fails, else is
 * undecided if any is: its next task may land in any of them.
 */
export function judgeLaunch(world: World, launch: Launch, options: JudgeOptions): JudgedLaunch {
  const spots = isGap(launch.subnets) || launch.subnets.length === 0 ? NOWHERE : launch.subnets
  const stage: Stage = { world, launch, spots, interfaces: spots.map((spot) => interfaceIn(world, launch, spot)) }
  const requirements: JudgedRequirement[] = []
  for (const step of STEPS) {
    for (const requirement of step.requires(launch, world)) {
      const judged =
        requirement.kind === 'condition' ? judgeCondition(stage, requirement) : judgeCall(stage, requirement)
      const outcomes = options.strict ? judged.map(withoutAssumptions) : judged
      requirements.push({ requirement, verdict: worst(outcomes), outcomes })
    }
  }
  const subnets = spots.map((spot, position) => ({
    id: spot === null ? '' : isGap(spot) ? '?' : spot.id,
    verdict: verdictIn(requirements, position),
  }))
  return { launch, verdict: worst(subnets), requirements, subnets: spots === NOWHERE ? [] : subnets }
}

const NOWHERE: readonly Spot[] = [null]

/** A launch with what holds for all its requirements. */
interface Stage {
  readonly world: World
  readonly launch: Launch
  readonly spots: readonly Spot[]
  readonly interfaces: readonly (TaskInterface | OpenFact | null)[]
}

function verdictIn(requirements: readonly JudgedRequirement[], position: number): Verdict {
  let open = false
  for (const { requirement, outcomes } of requirements) {
    if (!requirement.required) continue
    const verdict = outcomes[position]?.verdict
    if (verdict === 'fails') return 'fails'
    if (verdict === 'undecided') open = true
  }
  return open ? 'undecided' : 'works'
}

function judgeCondition({ world, launch, spots }: Stage, condition: Condition): readonly Outcome[] {
  if (condition.scope === 'launch') {
    return everywhere(outcomeOfCondition(condition.judge(launch, world, NOT_READ)), spots.length)
  }
  const outcomes: Outcome[] = []
  let same = true
  for (const spot of spots) {
    const outcome = outcomeOfCondition(spot === null ? openSpot(launch) : condition.judge(launch, world, spot))
    if (outcomes.length > 0 && outcomes[0] !== outcome) same = false
    outcomes.push(outcome)
  }
  const [first] = outcomes
  return same && first !== undefined ? everywhere(first, outcomes.length) : outcomes
}

function openSpot({ subnets, at, id }: Launch): Judgement<never> {
  const gap = isGap(subnets) ? subnets : NOT_READ
  return undecided({ gap, what: { kind: 'network-configuration', id }, at })
}

function judgeCall({ world, interfaces }: Stage, call: Call): readonly Outcome[] {
  const target = call.target === null ? WORKS : judgeTarget(world, call.target, call.at)
  if (call.from !== 'task') {
    const allowed = authorizationOf(world, call, [], false)
    return everywhere(outcomeOfCall(WORKS, allowed, target, call.onlyIf), interfaces.length)
  }
  const outcomes: Outcome[] = []
  let last: Judged | null = null
  let same = true
  for (const from of interfaces) {
    const path = pathFrom(world, from, call)
    const judged: Judged = last !== null && last.path === path ? last : judgeAlong(world, call, path, target, last)
    if (last !== null && judged.outcome !== last.outcome) same = false
    outcomes.push(judged.outcome)
    last = judged
  }
  return last !== null && same ? everywhere(last.outcome, outcomes.length) : outcomes
}

interface Judged {
  readonly path: Path | null
  readonly allowed: Judgement<Blocker>
  readonly outcome: Outcome
}

/** Of a path, only the endpoints on it bear on what is allowed: through the same ones, the answer is the last. */
function judgeAlong(
  world: World,
  call: Call,
  path: Path | null,
  target: Judgement<Blocker>,
  last: Judged | null,
): Judged {
  const endpoints = path === null ? [] : path.endpoints
  const isKnown = isWayKnown(path)
  const isLast = last !== null && isWayKnown(last.path) === isKnown && areSame(last.path?.endpoints ?? [], endpoints)
  const allowed = isLast ? last.allowed : authorizationOf(world, call, endpoints, isKnown)
  return { path, allowed, outcome: outcomeOfCall(path ?? WORKS, allowed, target, call.onlyIf) }
}

/** A call that is blocked at an endpoint went there. */
export function isWayKnown(path: Path | null): boolean {
  return path !== null && (path.verdict === 'works' || (path.verdict === 'fails' && path.endpoints.length > 0))
}

type Endpoints = readonly Placed<VpcEndpoint>[]

function areSame(left: Endpoints, right: Endpoints): boolean {
  return (
    left === right || (left.length === right.length && left.every(({ at }, position) => at === right[position]?.at))
  )
}

export function pathFrom(world: World, from: TaskInterface | OpenFact | null, call: Call): Path | null {
  if (from === null) return null
  return 'gap' in from ? { ...undecided(from), endpoints: [] } : reach(world, from, call.to)
}

function authorizationOf(world: World, call: Call, endpoints: Endpoints, isKnown: boolean): Judgement<Blocker> {
  const { principal, action, at } = call
  if (action === null) return WORKS
  if (isGap(principal)) return undecided({ gap: principal, what: { kind: 'role', id: 'executionRoleArn' }, at })
  const request = accessRequestOf(call, endpoints, isKnown)
  return request === null ? WORKS : authorize(world, request)
}

/** What a call asks of the policies; null: nothing. */
export function accessRequestOf(call: Call, endpoints: Endpoints, isKnown: boolean): AccessRequest | null {
  const { principal, action, resource, via, context } = call
  if (action === null || isGap(principal)) return null
  const region = regionOfHost(call.to.host)
  return {
    principal,
    action,
    resource,
    endpoints,
    isWayKnown: isKnown,
    ...(region === null ? {} : { region }),
    ...(via === null ? {} : { via }),
    ...(context === null ? {} : { context }),
  }
}

function regionOfHost(host: string): string | null {
  const kind = kindOfHost(host)
  return typeof kind === 'string' ? null : kind.region
}

import { type JudgedLaunch, type JudgedRequirement, requirementsOf } from '../launch/judge.ts'
import type { Launch } from '../launch/launch.ts'
import { notJudgedOf } from '../launch/not-judged.ts'
import type { Outcome } from '../launch/outcome.ts'
import type { SkipReason } from '../launch/skipped-launch.ts'
import type { Verdict } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { World } from '../model/world.ts'
import type { Preflight } from '../preflight.ts'
import { assumptionSentences } from '../words/assumptions.ts'
import { gapReason } from '../words/gaps.ts'
import { notJudgedNouns } from '../words/not-judged.ts'
import type { Language } from '../words/phrase.ts'
import { skippedLaunchType, skippedOtherLaunch } from '../words/skipped.ts'
import { findingsOf } from './findings.ts'
import { gapsOf } from './gaps.ts'
import {
  type LaunchVerdict,
  REPORT_SCHEMA,
  type Report,
  type ReportLaunch,
  type ReportOutcome,
  type ReportRequirement,
  type Source,
} from './report.ts'

export interface ReportOptions {
  readonly source: Source
  readonly language: Language
}

/** Turns what was judged into the published report, its sentences in one language. */
export function buildReport(world: World, { launches, skipped }: Preflight, options: ReportOptions): Report {
  const { source, language } = options
  const verdicts = launches.map(({ verdict }) => verdict)
  const count = (verdict: Verdict) => verdicts.filter((other) => other === verdict).length
  const { takenAt } = world.snapshot
  return {
    schema: REPORT_SCHEMA,
    command: 'preflight',
    source,
    summary: { starts: count('works'), fails: count('fails'), undecided: count('undecided'), skipped: skipped.length },
    snapshot: takenAt === undefined ? {} : { takenAt },
    launches: launches.map((launch) => reportLaunchOf(world, launch, options)),
    skipped: skipped.map(({ id, why }) => ({ id, why: skippedText(why, language) })),
  }
}

function launchVerdict(verdict: Verdict): LaunchVerdict {
  return verdict === 'works' ? 'starts' : verdict
}

function skippedText(why: SkipReason, language: Language): string {
  switch (why.skipped) {
    case 'unread':
      return gapReason(why.gap, language)
    case 'launch-type':
      return skippedLaunchType[language](why.launchType)
    case 'other-launch':
      return skippedOtherLaunch[why.kind][language]()
  }
}

export function reportLaunchOf(world: World, judged: JudgedLaunch, options: ReportOptions): ReportLaunch {
  const { language } = options
  const { launch, verdict, subnets } = judged
  const requirements = requirementsOf(world, judged)
  const { taskDefinition, taskDefinitionName, platform, runningCount } = launch
  const assumptions = new Set(
    requirements.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.assumptions)),
  )
  return {
    id: launch.id,
    taskDefinition:
      taskDefinition !== null && !isGap(taskDefinition)
        ? taskDefinition.id
        : isGap(taskDefinitionName)
          ? null
          : taskDefinitionName,
    launchType: 'FARGATE',
    platform: isGap(platform) ? null : { family: platform.family, version: platform.version },
    verdict: launchVerdict(verdict),
    ...(runningCount === null ? {} : { running: { count: runningCount, couldRestart: verdict === 'works' } }),
    subnets: subnets.map(({ id, verdict: here }, position) => ({
      subnetId: id,
      availabilityZone: zoneOf(judged, position),
      verdict: launchVerdict(here),
    })),
    requirements: requirements.map((requirement, position) => requirementOf(launch, requirement, position, subnets)),
    findings: findingsOf(world, judged, requirements, language),
    gaps: gapsOf(world, judged, options),
    assumptions: [...assumptions].map((id) => ({ id, text: assumptionSentences[id][language]() })),
    notJudged: notJudgedOf(launch).map((id) => ({ id, text: notJudgedNouns[id][language]() })),
  }
}

function zoneOf({ launch }: JudgedLaunch, position: number): string | null {
  const place = isGap(launch.subnets) ? undefined : launch.subnets[position]
  if (place === undefined || isGap(place) || place.subnet === null || isGap(place.subnet)) return null
  const zone = place.subnet.value.availabilityZone
  return zone === undefined || isGap(zone) || hasPlaceholder(zone) ? null : zone
}

function requirementOf(
  launch: Launch,
  { requirement, verdict, outcomes }: JudgedRequirement,
  position: number,
  subnets: JudgedLaunch['subnets'],
): ReportRequirement {
  const { step, required } = requirement
  const isCall = requirement.kind === 'call'
  return {
    id: `q${position + 1}`,
    step,
    required,
    ...(isCall
      ? {
          action: requirement.action,
          resource: requirement.resource,
          principal: isGap(requirement.principal) ? null : requirement.principal,
          from: requirement.from,
          to: `${requirement.to.host}:${requirement.to.port}`,
        }
      : { condition: requirement.id, resource: requirement.resource(launch) }),
    verdict,
    bySubnet: Object.fromEntries(
      subnets.flatMap(({ id }, at) => {
        const outcome = outcomes[at]
        return outcome === undefined ? [] : [[id, outcomeOf(outcome, isCall)]]
      }),
    ),
  }
}

function outcomeOf({ verdict, reach, authorize, target, partial }: Outcome, isCall: boolean): ReportOutcome {
  if (!isCall) return { verdict }
  return { verdict, reach, authorize, target, ...(partial === undefined ? {} : { partial }) }
}

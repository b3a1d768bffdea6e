import { CAUSES } from '../causes/cause.ts'
import { type Gathered, gatherFindings } from '../causes/gathered.ts'
import type { Blocker } from '../launch/blocker.ts'
import { chainOfCall } from '../launch/call-chain.ts'
import type { JudgedLaunch, JudgedRequirement } from '../launch/judge.ts'
import type { Requirement } from '../launch/requirement.ts'
import { type Origin, originOf } from '../model/origin.ts'
import type { World } from '../model/world.ts'
import { endpointServiceNames, kindOfHost } from '../network/aws-host.ts'
import { blockerSentences } from '../words/blockers.ts'
import { causeTitles } from '../words/cause-titles.ts'
import { chainText } from '../words/chain.ts'
import type { Language, Phrase } from '../words/phrase.ts'
import { remedies } from '../words/remedies.ts'
import type { RemedyContext } from '../words/remedy-context.ts'
import type { ChainLine, Evidence, Finding } from './report.ts'

/** The findings in words, in the order of what was gathered. */
export function findingsOf(
  world: World,
  judged: JudgedLaunch,
  requirements: readonly JudgedRequirement[],
  language: Language,
): readonly Finding[] {
  return gatherFindings(judged, requirements).map((finding, position) =>
    findingOf(world, judged, finding, `f${position + 1}`, language),
  )
}

function findingOf(world: World, judged: JudgedLaunch, gathered: Gathered, id: string, language: Language): Finding {
  const { cause, object, at, requirement, requirements, subnets, verdict, required } = gathered
  const evidence = evidenceOf(world, gathered, language)
  const origin = originOf(world.snapshot.origins, at)
  const chain = CAUSES[cause] === 'permission' ? chainLines(world, judged, gathered, language) : []
  return {
    id,
    cause,
    step: requirement.step,
    kind: CAUSES[cause],
    verdict,
    required,
    requirements: [...requirements],
    subnets: [...subnets],
    resource: object,
    evidence,
    ...(chain.length === 0 ? {} : { chain }),
    origin,
    message: causeTitles[cause][language](),
    remedy: remediesOf(gathered, origin, judged.launch.place.region, language).join(language === 'ja' ? '' : ' '),
  }
}

/** For the first of its calls, in the first subnet in which it is stopped. */
function chainLines(
  world: World,
  { launch, subnets }: JudgedLaunch,
  { requirement, subnets: met }: Gathered,
  language: Language,
): readonly ChainLine[] {
  if (requirement.kind !== 'call') return []
  const position = subnets.findIndex((subnet) => met.has(subnet.id))
  return chainOfCall(world, launch, requirement, Math.max(position, 0)).map((link) => ({
    layer: link.layer,
    says: link.says,
    policy: link.policy,
    statement: link.statement,
    text: chainText(link, language),
    origin: originOf(world.snapshot.origins, link.at),
  }))
}

/** What reads the same is said once, for all subnets in which it was met. */
function evidenceOf(world: World, { blockers }: Gathered, language: Language): readonly Evidence[] {
  const byText = new Map<string, { readonly blocker: Blocker; readonly subnets: Set<string> }>()
  for (const { blocker, subnets } of blockers.values()) {
    const sentence = blockerSentences[blocker.blocker] as Phrase<Blocker>
    const text = sentence[language](blocker)
    const known = byText.get(text) ?? { blocker, subnets: new Set<string>() }
    byText.set(text, known)
    for (const subnet of subnets) known.subnets.add(subnet)
  }
  return [...byText].map(([text, { blocker, subnets }]) => {
    const origin: Origin | null = originOf(world.snapshot.origins, blocker.at)
    return { blocker: blocker.blocker, text, subnets: [...subnets], origin }
  })
}

/** What stops a launch in several ways is undone only by undoing each. */
function remediesOf(
  { blockers, requirement }: Gathered,
  origin: Origin | null,
  region: string,
  language: Language,
): readonly string[] {
  const inCode = origin !== null && 'file' in origin
  const told = new Set<string>()
  for (const { blocker } of blockers.values()) {
    const context = { inCode, region, actions: actionsLike(blocker, blockers.values()) }
    told.add(remedyOf(blocker, requirement, context, language))
    if (told.size === MOST_REMEDIES) break
  }
  return [...told]
}

/** Who has mended so many judges again. */
const MOST_REMEDIES = 3

function remedyOf(
  blocker: Blocker,
  requirement: Requirement,
  context: Omit<RemedyContext, 'endpointService'>,
  language: Language,
): string {
  const remedy = remedies[blocker.blocker] as Phrase<RemedyContext & { blocker: Blocker }>
  const endpointService = requirement.kind === 'call' ? endpointServiceOf(requirement.to.host, context.region) : null
  return remedy[language]({ blocker, endpointService, ...context })
}

/** The actions on its resource that the blocker's own policy stops in the same way. */
function actionsLike(blocker: Blocker, all: Iterable<{ readonly blocker: Blocker }>): readonly string[] {
  if (!('action' in blocker)) return []
  const actions = new Set<string>()
  for (const { blocker: other } of all) if ('action' in other && isLike(blocker, other)) actions.add(other.action)
  return [...actions]
}

const SAME = ['blocker', 'resource', 'principal', 'policy', 'statement', 'endpointId', 'level'] as const

function isLike(left: Blocker, right: Blocker): boolean {
  return SAME.every((key) => Reflect.get(left, key) === Reflect.get(right, key))
}

/** The endpoint service of the Region that serves a host of AWS. */
function endpointServiceOf(host: string, region: string): string | null {
  const kind = kindOfHost(host)
  return typeof kind === 'string' || kind.region !== region ? null : (endpointServiceNames(kind)[0] ?? null)
}

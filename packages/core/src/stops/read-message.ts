import type { CauseId } from '../causes/cause.ts'
import { type Clues, cluesOf } from './clues/clues.ts'
import { evidenceOf } from './evidence-of.ts'
import { faultOf } from './fault-of.ts'
import type { Meaning } from './formats/rule.ts'
import { RULES } from './formats/rules.ts'
import type { Stage } from './formats/stages.ts'
import { maskSecrets } from './mask-secrets.ts'
import { networkCauses } from './network-causes.ts'
import { notUnderstood } from './not-understood.ts'
import { ruleHolds } from './rule-holds.ts'
import { stageOf } from './stage-of.ts'
import type { InferredField, Stop, StopService } from './stop.ts'
import { type Wording, wordingOf } from './wording.ts'

const LONGEST_MESSAGE = 2000

/** Reads one message, without what stands beside it. */
export function readMessage(raw: string): Stop {
  const wording = wordingOf(raw)
  const clues = cluesOf(wording)
  const stage = stageOf(wording, clues)
  const fault = faultOf(wording, clues)
  const rule = RULES.find((candidate) => ruleHolds(candidate, wording, clues, stage, fault))
  const meaning: Meaning = rule?.means ?? { kind: 'unknown', causes: [], transient: null }
  const service = serviceOf(meaning, clues, stage, wording)
  const causes = meaning.causes === 'network' ? networkCauses(service, clues.dialed, fault) : meaning.causes
  const { denial, dialed, retries, status, exitCode, errorCode, image, arn } = clues
  const own =
    meaning.evidence === undefined || meaning.evidence === 'exit-code' ? [] : [{ fact: meaning.evidence, value: '' }]
  const seen = evidenceOf(wording, clues, fault)
  return {
    message: shortened(maskSecrets(wording.text)),
    step: meaning.step ?? stage?.step ?? null,
    kind: meaning.kind,
    service,
    action: denial?.action ?? null,
    resource: masked(denial?.resource ?? image ?? arn),
    principal: masked(denial?.principal ?? null),
    dialed,
    transient: transientOf(meaning, clues),
    retries,
    status,
    inferred: inferredOf(meaning, clues, stage),
    notUnderstood: meaning.kind === 'unknown' && meaning.causes.length === 0 ? notUnderstood(wording) : null,
    retriedBy: retriedBy(wording),
    causes: withPolicyLayer(causes, clues),
    errorCode,
    deniedBy: denial?.by ?? null,
    stopCode: null,
    container: null,
    exitCode,
    isCut: wording.isCut,
    evidence: [...seen, ...own.filter(({ fact }) => !seen.some((other) => other.fact === fact))],
  }
}

/** A host, image or action in the text is nearer to the fault than the sentence around it. */
function serviceOf(meaning: Meaning, { service }: Clues, stage: Stage | null, { says }: Wording): StopService | null {
  if (meaning.service !== undefined) return meaning.service
  const step = meaning.step ?? stage?.step
  if (step === 'pull-images') return service ?? (says('amazon ecr') || says('.dkr.ecr.') ? 'ecr-dkr' : null)
  return stage?.service ?? service
}

function inferredOf(meaning: Meaning, clues: Clues, stage: Stage | null): readonly InferredField[] {
  const fields: InferredField[] = []
  if (stage === null && meaning.step === undefined) return fields
  if (clues.service === null && meaning.service !== null) fields.push('service')
  if (meaning.kind !== 'unknown' && meaning.causes === 'network' && clues.status === null && clues.dialed === null)
    fields.push('kind')
  return fields
}

/** A path that was tried several times does not open by itself; a message that names no attempt does not tell. */
function transientOf({ transient, kind }: Meaning, { retries, dialed }: Clues): boolean | null {
  if (transient !== undefined) return transient
  if (kind === 'network') return (retries ?? 0) > 1 || dialed?.ip != null ? false : null
  return kind === 'permission' || kind === 'missing' || kind === 'configuration' ? false : null
}

/** `because no VPC endpoint policy allows …` names the layer to change, and with that the cause. */
function withPolicyLayer(causes: readonly CauseId[], { denial }: Clues): readonly CauseId[] {
  const first = denial?.by == null ? undefined : LAYER_CAUSES[denial.by]
  return first === undefined || causes.length === 0 ? causes : [first, ...causes.filter((cause) => cause !== first)]
}

const LAYER_CAUSES: { readonly [layer: string]: CauseId } = {
  'endpoint-policy': 'endpoint-policy-denies',
  'service-control-policy': 'scp-denies',
  'resource-control-policy': 'scp-denies',
}

/** A service starts another task, with a growing delay and for ever; who calls RunTask is on their own. */
function retriedBy({ text, says }: Wording): Stop['retriedBy'] {
  if (/^\(?service \S+/i.test(text) || says('deployment ecs-svc')) return 'service'
  if (says('calling the RunTask') || says('calling the StartTask')) return 'nobody'
  return null
}

function masked(text: string | null): string | null {
  return text === null ? null : maskSecrets(text)
}

function shortened(text: string): string {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE)}…`
}

import type { Stop } from '../../stops/stop.ts'
import { causeTitles } from '../../words/cause-titles.ts'
import { causes } from '../../words/causes.ts'
import type { Language } from '../../words/phrase.ts'
import { causeStepNames, faultPhrases, serviceNames, stopHeadlines, stopLines } from '../../words/stops.ts'

/** What failed, why, and what to do now: one line each. */
export interface StopAnswer {
  readonly what: string
  readonly why: string
  readonly now: string
}

export function stopAnswer(stop: Stop, language: Language): StopAnswer {
  const [first, ...others] = stop.causes
  return {
    what: whatOf(stop, language),
    why:
      first === undefined
        ? stopLines.noCause[language]()
        : stopLines.why[language]({ title: causeTitles[first][language](), id: first, others: others.length }),
    now: first === undefined ? stopLines.noRemedy[language]() : causes[first].remedy[language](),
  }
}

function whatOf(
  { step, kind, service, action, resource, causes: [first], exitCode }: Stop,
  language: Language,
): string {
  if (kind === 'intended' && first !== undefined)
    return stopHeadlines.intended[language](causeTitles[first][language]())
  if (step === null) return stopHeadlines.notUnderstood[language]()
  if (first === 'spot-interrupted') return stopHeadlines.spot[language]()
  if (first === 'deployment-impaired') return stopHeadlines.impaired[language]()
  if (step === 'run') return stopHeadlines.ran[language](exitCode)
  const named = {
    service: service === null ? null : serviceNames[service][language](),
    action,
    resource: shortOf(resource),
  }
  return stopHeadlines.failed[language]({
    step: causeStepNames[step][language](),
    fault: faultPhrases[kind][language](named),
  })
}

/** A headline has room for a name, not for a presigned URL. */
const LONGEST_NAME = 120

function shortOf(resource: string | null): string | null {
  return resource === null || resource === '*' || resource.length > LONGEST_NAME ? null : resource
}

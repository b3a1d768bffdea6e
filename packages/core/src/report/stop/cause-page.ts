import { CAUSES, type CauseId, type CauseKind } from '../../causes/cause.ts'
import { USUAL_STEPS } from '../../causes/usual-step.ts'
import { causeTitles } from '../../words/cause-titles.ts'
import { causes } from '../../words/causes.ts'
import type { Language } from '../../words/phrase.ts'
import { causeStepNames, kindNames, stopLabels } from '../../words/stops.ts'
import { REPORT_SCHEMA } from '../report.ts'
import { hung } from '../text/hung.ts'
import type { TextOptions } from '../text/text-report.ts'
import { wrap } from '../text/wrap.ts'

/** What there is to say of a cause, as published JSON. */
export interface CauseReport {
  readonly schema: typeof REPORT_SCHEMA
  readonly command: 'explain'
  readonly cause: {
    readonly id: CauseId
    readonly kind: CauseKind
    readonly step: (typeof USUAL_STEPS)[CauseId]
    readonly title: string
    readonly why: string
    readonly remedy: string
  }
}

export function causeReport(id: CauseId, language: Language): CauseReport {
  const { why, remedy } = causes[id]
  const title = causeTitles[id]
  return {
    schema: REPORT_SCHEMA,
    command: 'explain',
    cause: {
      id,
      kind: CAUSES[id],
      step: USUAL_STEPS[id],
      title: title[language](),
      why: why[language](),
      remedy: remedy[language](),
    },
  }
}

export function causeText(id: CauseId, options: TextOptions): string {
  const { language, palette, width } = options
  const { cause } = causeReport(id, language)
  const lines = [
    ...wrap(`${cause.title} [${id}]`, width).map((line) => palette.bold(line)),
    ...wrap(subtitle(cause, language), width).map((line) => palette.dim(line)),
    '',
    ...hung(`${stopLabels.why[language]()}: `, cause.why, options),
    ...hung(`${stopLabels.now[language]()}: `, cause.remedy, options),
  ]
  return `${lines.join('\n')}\n`
}

export function causeMarkdown(id: CauseId, language: Language): string {
  const { cause } = causeReport(id, language)
  return `### ${cause.title}\n\n\`${id}\` · ${subtitle(cause, language)}\n\n**${stopLabels.why[language]()}:** ${cause.why}  \n**${stopLabels.now[language]()}:** ${cause.remedy}\n`
}

function subtitle({ kind, step }: CauseReport['cause'], language: Language): string {
  const named = step === 'any' ? [] : [`${stopLabels.step[language]()}: ${causeStepNames[step][language]()}`]
  return [`${stopLabels.kind[language]()}: ${kindNames[kind][language]()}`, ...named].join(' · ')
}

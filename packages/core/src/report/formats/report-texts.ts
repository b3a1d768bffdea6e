import type { Language } from '../../words/phrase.ts'
import { labels } from '../../words/report.ts'
import type { Finding, ReportGap } from '../report.ts'
import { visible } from '../text/visible.ts'

/** A finding in a few lines: what is wrong, why, and what to do. */
export function findingLines({ evidence, remedy }: Finding, language: Language): readonly string[] {
  const why = evidence.map(({ text }) => visible(text))
  return [...why, ...(remedy === '' ? [] : [`${labels.remedy[language]()}: ${visible(remedy)}`])]
}

export function gapLine({ what, why, settledBy }: ReportGap, language: Language): string {
  const settles = settledBy.text === null ? '' : ` ${labels.settles[language]()} ${settledBy.text}`
  return visible(labels.because[language]({ what, why }) + settles)
}

/** The page of a cause in the documentation. */
export function pageOf(cause: string): string {
  return `docs/errors/${cause}.md`
}

import type { DiagnosedStop, Joined } from '../../diagnosis/diagnosis.ts'
import { assumptionSentences } from '../../words/assumptions.ts'
import { diagnosisNotes, mayHaveChanged, spans } from '../../words/diagnosis.ts'
import { type Language, listed } from '../../words/phrase.ts'
import { skippedLaunchType } from '../../words/skipped.ts'

/** How often it was told, when, and how far the snapshot can speak for it. */
export function diagnosisNotesOf(
  { stop, count, of, subnets, first, last, joined, otherLaunchType }: DiagnosedStop,
  language: Language,
  hasSnapshot: boolean,
): readonly string[] {
  const places = subnets.map(({ id, count: here }) => (of === 1 || subnets.length === 1 ? id : `${id} (${here})`))
  const counted = diagnosisNotes.counted[language]({ count, of, subnets: places, first, last })
  const own = of > 1 || last !== null || places.length > 0 ? [counted] : []
  if (stop.kind === 'intended') return own
  if (!hasSnapshot) return [...own, diagnosisNotes.alone[language]()]
  if (otherLaunchType !== null)
    return [...own, diagnosisNotes.sentence[language](skippedLaunchType[language](otherLaunchType))]
  if (joined === null) return [...own, diagnosisNotes.noLaunch[language]()]
  return [...own, ...elapsedText(joined, language), ...saysText(joined, stop.kind, language)]
}

function elapsedText({ elapsed }: Joined, language: Language): readonly string[] {
  if (elapsed === null) return []
  const note = elapsed < 0 ? diagnosisNotes.before : diagnosisNotes.after
  return [note[language](spanText(Math.abs(elapsed), language))]
}

function saysText(
  { says, findings, elapsed, assumed }: Joined,
  kind: DiagnosedStop['stop']['kind'],
  language: Language,
) {
  switch (says) {
    case 'explained': {
      if (findings.some(({ confidence }) => confidence === 'proven')) return []
      const isFar = findings.some(({ gathered }) => gathered.verdict === 'fails') && elapsed !== null && isLong(elapsed)
      return [(isFar ? diagnosisNotes.tooFar : diagnosisNotes.gapBetween)[language]()]
    }
    case 'nothing-wrong': {
      const changed = mayHaveChanged[kind]
      return changed === undefined ? [] : [changed[language]()]
    }
    case 'assumed':
      return [
        diagnosisNotes.assumed[language](listed[language](assumed.map((id) => assumptionSentences[id][language]()))),
      ]
    case 'other-fault':
      return [diagnosisNotes.otherFault[language]()]
    case 'not-judged':
      return [diagnosisNotes.notJudged[language]()]
    case 'open':
      return []
  }
}

const HOUR = 3_600_000

function isLong(elapsed: number): boolean {
  return Math.abs(elapsed) > HOUR
}

function spanText(milliseconds: number, language: Language): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 1) return spans.seconds[language](Math.round(milliseconds / 1000))
  if (minutes < 120) return spans.minutes[language](minutes)
  const hours = Math.round(minutes / 60)
  return hours < 48 ? spans.hours[language](hours) : spans.days[language](Math.round(hours / 24))
}

import type { DiagnosedStop } from '../../diagnosis/diagnosis.ts'
import { causeTitles } from '../../words/cause-titles.ts'
import { diagnosisLines } from '../../words/diagnosis.ts'
import type { Language } from '../../words/phrase.ts'
import { type StopAnswer, stopAnswer } from '../stop/stop-answer.ts'
import type { DiagnosedLaunch } from './diagnosis-report.ts'

/** What failed, why, and what to do now, with what the snapshot adds: one line each. */
export function diagnosisAnswer(
  { stop, owner, joined }: DiagnosedStop,
  launch: DiagnosedLaunch | null,
  language: Language,
): StopAnswer {
  const told = stopAnswer(stop, language)
  const what = owner === null ? told.what : diagnosisLines.owned[language]({ owner, text: told.what })
  const best =
    launch?.findings.find(({ confidence }) => confidence === 'proven') ??
    launch?.findings.find(({ confidence }) => confidence === 'likely')
  if (best !== undefined) {
    const { message: title, cause: id, subnets, confidence, remedy } = best
    const line = confidence === 'proven' ? diagnosisLines.proven : diagnosisLines.likely
    return { what, why: line[language]({ title, id, subnets }), now: remedy }
  }
  if (joined?.says === 'nothing-wrong') {
    const now = stop.transient === false ? diagnosisLines.compare : diagnosisLines.tryAgain
    return { what, why: diagnosisLines.nothingWrong[language](), now: now[language]() }
  }
  const [first] = stop.causes
  if (joined?.says !== 'open' || first === undefined) return { ...told, what }
  const why = diagnosisLines.open[language]({ title: causeTitles[first][language](), id: first })
  return { what, why, now: told.now }
}

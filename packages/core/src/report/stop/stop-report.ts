import type { Stop } from '../../stops/stop.ts'
import type { Language } from '../../words/phrase.ts'
import { REPORT_SCHEMA } from '../report.ts'
import { type StopAnswer, stopAnswer } from './stop-answer.ts'

/** What `explain` says of a message, as published JSON. */
export interface StopReport {
  readonly schema: typeof REPORT_SCHEMA
  readonly command: 'explain'
  readonly stop: Stop
  /** The same in words. */
  readonly answer: StopAnswer
  /** All stops, where the input tells of several. */
  readonly stops?: readonly Stop[]
}

export function stopReport(stops: readonly [Stop, ...Stop[]], language: Language): StopReport {
  const [stop] = stops
  const report = { schema: REPORT_SCHEMA, command: 'explain', stop, answer: stopAnswer(stop, language) } as const
  return stops.length === 1 ? report : { ...report, stops }
}

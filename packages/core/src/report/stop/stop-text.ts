import type { Stop } from '../../stops/stop.ts'
import { causeTitles } from '../../words/cause-titles.ts'
import { stopLabels } from '../../words/stops.ts'
import { displayWidth } from '../text/display-width.ts'
import { hung } from '../text/hung.ts'
import type { TextOptions } from '../text/text-report.ts'
import { answerLines } from './answer-lines.ts'
import { stopAnswer } from './stop-answer.ts'
import { evidenceSentence, stopFacts } from './stop-facts.ts'

/** So many stops are shown; JSON has them all. */
const SHOWN = 10

/** Stops as a person reads them in a terminal. */
export function stopsText(stops: readonly Stop[], options: TextOptions): string {
  const blocks = stops.slice(0, SHOWN).map((stop) => stopBlock(stop, options).join('\n'))
  if (stops.length > SHOWN) blocks.push(stopLabels.moreStops[options.language](stops.length - SHOWN))
  return `${blocks.join('\n\n')}\n`
}

function stopBlock(stop: Stop, options: TextOptions): readonly string[] {
  const { language } = options
  const facts = stopFacts(stop, language)
  const width = Math.max(...facts.map(([label]) => displayWidth(label)), 4)
  return [
    ...answerLines(stop, stopAnswer(stop, language), options),
    '',
    ...facts.flatMap(([label, value]) => hung(`  ${padded(label, width)}  `, value, options)),
    ...section(
      stopLabels.evidence[language](),
      stop.evidence.map((each) => evidenceSentence(each, language)),
      options,
    ),
    ...section(stopLabels.candidates[language](), candidates(stop, options), options),
    ...section(stopLabels.notUnderstood[language](), stop.notUnderstood === null ? [] : [stop.notUnderstood], options),
    ...section(stopLabels.message[language](), stop.message === '' ? [] : [stop.message], options),
  ]
}

function candidates({ causes: ids }: Stop, { language }: TextOptions): readonly string[] {
  return ids.length < 2 ? [] : ids.map((id) => `${causeTitles[id][language]()} [${id}]`)
}

function section(title: string, entries: readonly string[], options: TextOptions): readonly string[] {
  if (entries.length === 0) return []
  return ['', `  ${options.palette.bold(title)}`, ...entries.flatMap((entry) => hung('  - ', entry, options))]
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

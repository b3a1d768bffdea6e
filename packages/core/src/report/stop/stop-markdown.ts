import type { Stop } from '../../stops/stop.ts'
import { causeTitles } from '../../words/cause-titles.ts'
import type { Language } from '../../words/phrase.ts'
import { stopLabels } from '../../words/stops.ts'
import { visible } from '../text/visible.ts'
import { escaped, fenced, section, withCode } from './markdown.ts'
import { stopAnswer } from './stop-answer.ts'
import { evidenceSentence, stopFacts } from './stop-facts.ts'

/** Stops for an issue or a chat. */
export function stopsMarkdown(stops: readonly Stop[], language: Language): string {
  return `${stops.map((stop) => stopBlock(stop, language)).join('\n\n')}\n`
}

function stopBlock(stop: Stop, language: Language): string {
  const { what, why, now } = stopAnswer(stop, language)
  const facts = stopFacts(stop, language).map(([label, value]) => `- ${label}: ${escaped(value)}`)
  const candidates = stop.causes.length < 2 ? [] : stop.causes.map((id) => `${causeTitles[id][language]()} [${id}]`)
  return [
    `### ${escaped(what)}`,
    `**${stopLabels.why[language]()}:** ${escaped(why)}  \n**${stopLabels.now[language]()}:** ${withCode(now)}`,
    facts.join('\n'),
    ...section(
      stopLabels.evidence[language](),
      stop.evidence.map((each) => evidenceSentence(each, language)),
    ),
    ...section(stopLabels.candidates[language](), candidates),
    ...section(stopLabels.notUnderstood[language](), stop.notUnderstood === null ? [] : [stop.notUnderstood]),
    ...(stop.message === '' ? [] : [fenced(visible(stop.message))]),
  ].join('\n\n')
}

import type { Stop } from '../../stops/stop.ts'
import { stopLabels } from '../../words/stops.ts'
import { hung } from '../text/hung.ts'
import type { TextOptions } from '../text/text-report.ts'
import { wrap } from '../text/wrap.ts'

interface Answer {
  readonly what: string
  readonly why: string
  readonly now: string
}

/** The answer about a stop: what failed, why, what to do now. */
export function answerLines(stop: Stop, { what, why, now }: Answer, options: TextOptions): readonly string[] {
  const { language, palette, width } = options
  const mark =
    stop.kind === 'intended' ? palette.green('✓') : stop.step === null ? palette.yellow('?') : palette.red('✗')
  return [
    ...wrap(what, width - 2).map((line, at) => `${at === 0 ? mark : ' '} ${palette.bold(line)}`),
    ...hung(`${stopLabels.why[language]()}: `, why, options),
    ...hung(`${stopLabels.now[language]()}: `, now, options),
  ]
}

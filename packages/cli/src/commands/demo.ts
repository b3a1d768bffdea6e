import {
  buildDiagnosisReport,
  diagnose,
  diagnosisSummary,
  helpTexts,
  index,
  type Snapshot,
  type Source,
} from '@farsight/core'
import snapshot from '../../../../cases/no-route-to-secretsmanager/stopped-tasks/snapshot.json' with { type: 'json' }
import type { Io } from '../io/io.ts'
import { writeText } from '../io/write-text.ts'
import { languageOf, type OutputOptions } from '../output-options.ts'
import { textOptionsOf } from '../text-options.ts'
import { answer } from './answer.ts'

const SNAPSHOT = snapshot as unknown as Snapshot
const SOURCE: Source = { type: 'snapshot', files: ['demo'] }

/**
 * `farsight demo`: what ECS said of the tasks of the bundled case and what that means, then the preflight that would have
 * told it before. It is an example, so that the service fails is no failure.
 */
export async function demoCommand(options: OutputOptions, io: Io): Promise<number> {
  let text = options.format === 'text' ? stopped(options, io) : ''
  const { output, ...shown } = options
  const gathering = {
    ...io,
    isTTY: io.isTTY && output === undefined,
    stdout: { write: (more: string) => (text += more) },
  }
  await answer({ snapshot: SNAPSHOT, base: null, source: SOURCE }, shown, gathering)
  if (output === undefined) io.stdout.write(text)
  else await writeText(output, text, io)
  return 0
}

function stopped(options: OutputOptions, io: Io): string {
  const world = index(SNAPSHOT)
  const language = languageOf(options, io)
  const diagnosis = diagnose(world, { told: null, strict: options.strict === true })
  const report = buildDiagnosisReport(world, diagnosis, { source: SOURCE, language })
  if (report === null) return ''
  const summary = diagnosisSummary(report, textOptionsOf(language, options, io))
  return `${summary}\n${helpTexts.demoPreflight[language]()}\n\n`
}

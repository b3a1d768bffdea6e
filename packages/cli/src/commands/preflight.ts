import { usageError } from '../cli-error.ts'
import type { Io } from '../io/io.ts'
import type { OutputOptions } from '../output-options.ts'
import { heedProblems } from '../problems.ts'
import { readSource, type SourceOptions } from '../source.ts'
import { answer } from './answer.ts'

export type PreflightOptions = SourceOptions & OutputOptions

/** `farsight preflight`: will it start, in which subnets, and what stops it. */
export async function preflightCommand(path: string | undefined, options: PreflightOptions, io: Io): Promise<number> {
  const { source, snapshot, base, problems, oneLinePlan } = await readSource(path, options, io)
  await heedProblems(problems, options, io)
  if (snapshot === null) throw usageError('E_UNRECOGNIZED', { file: source.files[0] ?? '-' })
  return answer({ snapshot, base, source, ...(oneLinePlan === undefined ? {} : { oneLinePlan }) }, options, io)
}

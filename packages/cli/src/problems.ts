import type { Problem } from '@farsight/iac'
import type { Io } from './io/io.ts'
import type { OutputOptions } from './output-options.ts'

/**
 * Says the warnings of a reader on stderr, and throws its errors. Their sentences take time to load, and most inputs have
 * none.
 */
export async function heedProblems(
  problems: readonly Problem[],
  options: Pick<OutputOptions, 'lang' | 'format' | 'quiet'>,
  io: Io,
): Promise<void> {
  if (problems.length === 0) return
  const { sayProblems } = await import('./say-problems.ts')
  sayProblems(problems, options, io)
}

import manifest from '../package.json' with { type: 'json' }
import type { Io } from './io/io.ts'

/** Runs the command line and gives the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  // Answered before anything is loaded: scripts ask for it often.
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    io.stdout.write(`${manifest.version}\n`)
    return 0
  }
  const { run } = await import('./program.ts')
  return run(args, io, manifest.version)
}

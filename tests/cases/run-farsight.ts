import { Readable } from 'node:stream'
import { main } from '../../packages/cli/src/main.ts'

export interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process, as a pipe of 80 columns would see it. */
export async function runFarsight(
  args: readonly string[],
  cwd: string,
  stdin = '',
  env: Record<string, string> = {},
): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const exitCode = await main(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: {
      write: (text) => {
        stdout += text
      },
    },
    stderr: {
      write: (text) => {
        stderr += text
      },
    },
    env,
    cwd,
    isTTY: false,
    columns: undefined,
    inputs: new Set(),
  })
  return { exitCode, stdout, stderr }
}

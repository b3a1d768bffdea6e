import { runFarsight } from '../cases/run-farsight.ts'
import { ROOT } from './base.ts'
import type { Input } from './input.ts'

export interface Answer {
  /** Whether the input was understood and judged; else its problems were told. */
  readonly isJudged: boolean
  /** What no input may bring about; null: nothing of that. */
  readonly fault: string | null
}

/** Starts, fails, bad input, undecided: docs/usage.md. 3 would be our own failure. */
const ENDS = [0, 1, 2, 4]
const JUDGED = [0, 1, 4]

/** What a template literal or a join leaves behind where a value is missing. */
const HOLES = /undefined|\[object |\bNaN\b/

/** What moves the cursor or turns the text around, in what a terminal shows. */
const UNSEEN = /[^\P{Cc}\t\n]|\p{Bidi_Control}/u

/** Asks the program as a user would, in this process, and says what is wrong with how it answers. */
export async function ask({ args, text }: Input): Promise<Answer> {
  try {
    const { exitCode, stdout, stderr } = await runFarsight(args, ROOT, text)
    const isJudged = JUDGED.includes(exitCode)
    return { isJudged, fault: faultOf({ exitCode, stdout, stderr, args, text }) }
  } catch (error) {
    return { isJudged: false, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** What a run of the program gave, with what was asked. */
export interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly args: readonly string[]
  readonly text: string
}

export function faultOf({ exitCode, stdout, stderr, args, text }: Ended): string | null {
  if (!ENDS.includes(exitCode)) return `exit code ${exitCode}: ${stderr || stdout}`
  const said = stdout + stderr
  if (said === '') return 'no answer'
  const hole = HOLES.exec(said)
  if (hole !== null && !text.includes(hole[0])) return `a hole: ${around(said, hole.index)}`
  if (args.includes('text')) {
    const unseen = UNSEEN.exec(said)
    if (unseen !== null) return `a control character: ${JSON.stringify(around(said, unseen.index))}`
  }
  return args.includes('json') && stdout !== '' ? jsonFault(stdout) : null
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 120), at + 120)
}

function jsonFault(text: string): string | null {
  try {
    JSON.parse(text)
    return null
  } catch {
    return 'what is printed is no JSON'
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Plan } from '../kernel/plan.ts'

/** A connection attempt from a namespace. The tag, 1 to 63, tells its packets from others. */
export interface Attempt {
  readonly tag: number
  readonly space: string
  readonly source: string
  readonly sourcePort: number
  readonly target: string
  readonly targetPort: number
}

/** Attempts that are made at the same time. `load`: commands for nft that each namespace runs before. */
export interface Round {
  readonly load: { readonly [space: string]: string }
  readonly probes: readonly Attempt[]
}

/** `open`: the refusal came back; `silent`: nothing did; anything else is an error of the socket. */
export interface RoundResult {
  readonly outcomes: readonly string[]
  /** Only where something was silent. */
  readonly drops: readonly CountedDrop[]
}

export interface CountedDrop {
  readonly space: string
  readonly rule: number
  readonly reply: boolean
  readonly tag: number
  readonly packets: number
}

/** Namespaces cannot be made here, or not what they need. */
export class LabError extends Error {
  override readonly name = 'LabError'
}

const PROGRAM = fileURLToPath(new URL('lab.py', import.meta.url))

/**
 * With network, mount and PID namespaces of its own: when the lab ends, for whatever reason, the kernel takes everything
 * away that it made. Its standard input ends with us, even if we are killed, and it with that.
 */
const ALONE = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
const WAYS = [[], ['--user', '--map-root-user']]

/** How long an attempt may stay without an answer and without being counted, in seconds. */
const PATIENCE = 3

export class Lab {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #lines: AsyncIterator<string>
  #said = ''

  private constructor(options: readonly string[]) {
    this.#process = spawn('unshare', [...options, ...ALONE, 'python3', PROGRAM], { stdio: 'pipe' })
    this.#process.stdin.on('error', () => {})
    this.#process.on('error', (error) => {
      this.#said += error.message
    })
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text
    })
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]()
  }

  /** As root, else in a user namespace. */
  static async open(): Promise<Lab> {
    const reasons: string[] = []
    for (const way of WAYS) {
      const lab = new Lab(way)
      try {
        await lab.#next()
        return lab
      } catch (error) {
        reasons.push(error instanceof Error ? error.message : String(error))
        lab.close()
      }
    }
    throw new LabError(
      'Packets cannot be sent: network namespaces need root or unprivileged user namespaces, with unshare (util-linux), ' +
        `ip (iproute2), libnftables.so.1 (nftables) and python3.\n${reasons.join('\n')}`,
    )
  }

  /** Builds the world, makes the attempts round by round, and takes it down. */
  async run(plan: Plan, rounds: readonly Round[], patience = PATIENCE): Promise<readonly RoundResult[]> {
    const { spaces, links } = plan
    this.#process.stdin.write(`${JSON.stringify({ spaces, links, rounds, patience })}\n`)
    const answer = JSON.parse(await this.#next()) as { rounds?: RoundResult[]; error?: string }
    if (answer.rounds === undefined) throw new LabError(answer.error ?? 'The lab gave no answer')
    return answer.rounds
  }

  close(): void {
    this.#process.stdin.end()
    this.#process.kill()
  }

  async #next(): Promise<string> {
    const { value, done } = await this.#lines.next()
    if (done === true) {
      // What it says at the end arrives behind the end of its output
      await new Promise((resolve) =>
        this.#process.exitCode === null ? this.#process.once('close', resolve).once('error', resolve) : resolve(null),
      )
      throw new LabError(this.#said.trim() || 'The lab ended')
    }
    return value
  }
}

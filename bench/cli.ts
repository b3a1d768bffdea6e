import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median, rounded } from './statistics.ts'

/** Medians in milliseconds, from starting the process to its end. */
export interface CliFigures {
  readonly versionMs: number
  readonly preflightMs: number
  readonly bareNodeMs: number
  readonly versionAboveBareMs: number
  readonly preflightAboveBareMs: number
  readonly fastest: { readonly versionMs: number; readonly preflightMs: number; readonly bareNodeMs: number }
}

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const bin = fromRoot('packages/cli/bin/farsight.js')
const snapshot = fromRoot('cases/no-route-to-secretsmanager/private-subnets/snapshot.json')

interface Start {
  readonly args: readonly string[]
  /** Exit codes of a command that did its work; 1 says that something fails. */
  readonly codes: readonly number[]
  readonly isSilent: boolean
}

const STARTS = {
  bareNodeMs: { args: ['-e', '0'], codes: [0], isSilent: true },
  versionMs: { args: [bin, '--version'], codes: [0], isSilent: false },
  preflightMs: { args: [bin, 'preflight', snapshot], codes: [0, 1, 4], isSilent: false },
} as const satisfies { readonly [name: string]: Start }

const ROUNDS = 25

export function cli(progress: (text: string) => void): CliFigures {
  const times = { bareNodeMs: [] as number[], versionMs: [] as number[], preflightMs: [] as number[] }
  progress(`${ROUNDS} rounds of three commands`)
  // The first round reads the files into memory and does not count
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of ['bareNodeMs', 'versionMs', 'preflightMs'] as const) {
      const milliseconds = timed(STARTS[name])
      if (round > 0) times[name].push(milliseconds)
    }
  }
  const middle = (name: keyof typeof times) => rounded(median(times[name]), 1)
  const fastest = (name: keyof typeof times) => rounded(Math.min(...times[name]), 1)
  const [bareNodeMs, versionMs, preflightMs] = [middle('bareNodeMs'), middle('versionMs'), middle('preflightMs')]
  return {
    versionMs,
    preflightMs,
    bareNodeMs,
    versionAboveBareMs: rounded(versionMs - bareNodeMs, 1),
    preflightAboveBareMs: rounded(preflightMs - bareNodeMs, 1),
    fastest: {
      versionMs: fastest('versionMs'),
      preflightMs: fastest('preflightMs'),
      bareNodeMs: fastest('bareNodeMs'),
    },
  }
}

/** Settings of this shell that slow Node down, such as NODE_EXTRA_CA_CERTS or NODE_OPTIONS, are not ours to measure. */
const environment = {
  LANG: 'C',
  ...Object.fromEntries(
    ['PATH', 'HOME', 'SystemRoot'].flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    ),
  ),
}

function timed({ args, codes, isSilent }: Start): number {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' })
  const milliseconds = performance.now() - start
  const isAnswered = status !== null && codes.includes(status) && (stdout === '') === isSilent
  if (!isAnswered)
    throw new Error(`\`node ${args.join(' ')}\` ended with exit code ${status}: ${stderr.trim() || 'no output'}`)
  return milliseconds
}

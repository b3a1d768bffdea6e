import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A text that Farsight reads, from which others are made, and how it is asked about it: `-` stands for the text. */
export interface Base {
  readonly kind: Kind
  /** Path from the root of the repository. */
  readonly file: string
  readonly args: readonly string[]
  readonly text: string
  /** Of JSON, what it holds; null: text that is changed line by line. */
  readonly value: object | null
}

export const KINDS = ['snapshot', 'stop', 'template', 'plan', 'task-definition'] as const
export type Kind = (typeof KINDS)[number]

/** The working directory of the command, so that it finds the network of task definitions. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NETWORK = 'cases/starts/private-subnet-with-nat/snapshot.json'

const PREFLIGHT = ['preflight', '-']
const WITH_NETWORK = ['--snapshot', NETWORK, '--subnet', 'subnet-a', '--security-group', 'sg-task']

/** Above this a text says little that smaller ones do not, and takes long to change. */
const LONGEST = 200_000

/** The inputs of cases, and code by others. */
export function readBases(): ReadonlyMap<Kind, readonly Base[]> {
  const cases = filesBelow('cases')
  const others = filesBelow('tests/corpus')
  const named = (name: string) => cases.filter((file) => file.endsWith(`/${name}`))
  const snapshots = named('snapshot.json')
  const isStopped = (file: string) => textOf(file.replace('snapshot.json', 'command')).startsWith('farsight diagnose')
  const templates = [...named('template.yaml'), ...others.filter((file) => /corpus\/cfn\/.*\.(json|ya?ml)$/.test(file))]
  const definitions = others.filter((file) => /task-definitions\/.*\.json$/.test(file))
  return new Map<Kind, readonly Base[]>([
    ['snapshot', bases('snapshot', snapshots, PREFLIGHT)],
    ['stop', bases('stop', snapshots.filter(isStopped), ['diagnose', '-'])],
    ['template', bases('template', templates, PREFLIGHT)],
    ['plan', bases('plan', named('plan.json'), PREFLIGHT)],
    [
      'task-definition',
      bases('task-definition', definitions, ['preflight', '--task-definition', '-', ...WITH_NETWORK]),
    ],
  ])
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort()
}

function textOf(file: string): string {
  return readFileSync(`${ROOT}/${file}`, 'utf8')
}

function bases(kind: Kind, files: readonly string[], args: readonly string[]): readonly Base[] {
  return files
    .map((file) => ({ kind, file, args, text: textOf(file) }))
    .filter(({ text }) => text.length <= LONGEST)
    .map((base) => ({ ...base, value: base.file.endsWith('.json') ? (JSON.parse(base.text) as object) : null }))
}

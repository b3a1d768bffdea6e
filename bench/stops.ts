import { readFileSync } from 'node:fs'
import { readStops, type Stop } from '@farsight/core'

/** From the root of the repository. */
export const MESSAGES = 'tests/corpus/stops/stop-reasons.jsonl'

/** A message with the answers that are right; an empty list is not judged. */
interface Row {
  readonly id: string
  readonly message: string
  readonly field: string
  readonly steps: readonly string[]
  readonly kinds: readonly string[]
  readonly services: readonly string[]
  readonly causes: readonly string[]
}

const MEASURES = ['step', 'kind', 'service', 'causeInThree', 'causeFirst'] as const
type Measure = (typeof MEASURES)[number]

interface Judged {
  readonly row: Row
  readonly stop: Stop
  /** Null: not judged. */
  readonly right: { readonly [Name in Measure]: boolean | null }
}

export interface StopsFigures extends Readonly<Record<Measure, number>> {
  readonly rows: number
  readonly groups: { readonly [group: string]: { readonly [Name in Measure]: number } }
  readonly misses: readonly string[]
}

/** Reads every message of a corpus, with nothing but the message, and compares with its labels. */
export function stops(corpus: string): StopsFigures {
  const judged = readCorpus(corpus).map(judge)
  const groups = new Map<string, Judged[]>()
  for (const each of judged) {
    const group = each.row.steps[0] ?? 'none'
    groups.set(group, [...(groups.get(group) ?? []), each])
  }
  return {
    rows: judged.length,
    ...shares(judged),
    groups: Object.fromEntries([...groups].sort().map(([group, members]) => [group, shares(members)])),
    misses: judged.flatMap(missesOf),
  }
}

function readCorpus(corpus: string): readonly Row[] {
  const lines = readFileSync(corpus, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row)
}

function judge(row: Row): Judged {
  const [stop] = readStops(row.message)
  if (stop === undefined) throw new Error(`${row.id}: nothing was read`)
  const among = (value: string | null, accepted: readonly string[]) =>
    accepted.length === 0 ? null : value !== null && accepted.includes(value)
  return {
    row,
    stop,
    right: {
      step: among(stop.step, row.steps),
      kind: among(stop.kind, row.kinds),
      service: among(stop.service, row.services),
      causeInThree:
        row.causes.length === 0 ? null : stop.causes.slice(0, 3).some((cause) => row.causes.includes(cause)),
      causeFirst: among(stop.causes[0] ?? null, row.causes),
    },
  }
}

function shares(judged: readonly Judged[]): { readonly [Name in Measure]: number } {
  const share = (name: Measure) => {
    const counted = judged.map(({ right }) => right[name]).filter((right) => right !== null)
    const right = counted.filter(Boolean).length
    return counted.length === 0 ? 1 : Math.floor((right / counted.length) * 10_000) / 10_000
  }
  return {
    step: share('step'),
    kind: share('kind'),
    service: share('service'),
    causeInThree: share('causeInThree'),
    causeFirst: share('causeFirst'),
  }
}

function missesOf({ row, stop, right }: Judged): readonly string[] {
  const wrong = MEASURES.filter((name) => right[name] === false)
  if (wrong.length === 0) return []
  const { step, kind, service, causes } = stop
  const read = [step, kind, service, causes.slice(0, 3).join(' ')].map((part) => part ?? '-').join(' | ')
  return [`${row.id} ${wrong.join(', ')}: read ${read}`]
}

/** By group, then the rows that miss. */
export function stopsTable(figures: StopsFigures): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`.padStart(14)
  const line = (name: string, shares: { readonly [Name in Measure]: number }) =>
    name.padEnd(26) + MEASURES.map((measure) => percent(shares[measure])).join('')
  const head = ' '.repeat(26) + MEASURES.map((measure) => measure.padStart(14)).join('')
  const groups = Object.entries(figures.groups).map(([group, shares]) => line(group, shares))
  return [
    head,
    ...groups,
    line(`all ${figures.rows}`, figures),
    ...(figures.misses.length > 0 ? [''] : []),
    ...figures.misses,
  ].join('\n')
}

import { pointerTo } from '@farsight/core'
import type { Problem } from '../problem.ts'
import type { Fault } from './fault.ts'
import { lineAndColumn } from './json-text.ts'
import { locate } from './locate.ts'

export interface SourceText {
  readonly file: string
  readonly text: string
}

/** How many problems are told one by one. */
const MOST_TOLD = 20

/** How many are looked up in the text, so that the first in the text come first. */
const MOST_LOCATED = 1000

/** The first errors, then the first warnings, each in the order of the text; then how many more there are. */
export function problemsOf(source: SourceText, faults: readonly Fault[]): readonly Problem[] {
  if (faults.length === 0) return []
  const errors = faults.filter(isError)
  const warnings = faults.filter((fault) => !isError(fault))
  const told = [...inTextOrder(source, errors), ...inTextOrder(source, warnings)].slice(0, MOST_TOLD)
  const untold = faults.length - told.length
  if (untold === 0) return told
  const code = errors.length > MOST_TOLD ? 'E_SNAPSHOT_MORE_PROBLEMS' : 'W_SNAPSHOT_MORE_PROBLEMS'
  return [...told, problemAt(source, null, { code, params: { count: `${untold}` } })]
}

export function problemAt(
  { file, text }: SourceText,
  offset: number | null,
  { code, params, path = null }: Pick<Problem, 'code' | 'params'> & { readonly path?: string | null },
): Problem {
  const place = offset === null ? { line: null, column: null } : lineAndColumn(text, offset)
  return { code, severity: isError({ code }) ? 'error' : 'warning', file, ...place, path, params }
}

function inTextOrder(source: SourceText, faults: readonly Fault[]): readonly Problem[] {
  const first = faults.slice(0, MOST_LOCATED)
  const paths = first.map(({ path }) => path)
  return locate(source.text, paths)
    .flatMap((place, index) => {
      const fault = first[index]
      return fault === undefined
        ? []
        : [{ fault, offset: (fault.atKey === true ? place?.keyStart : place?.start) ?? 0 }]
    })
    .sort((left, right) => left.offset - right.offset)
    .slice(0, MOST_TOLD)
    .map(({ fault: { code, path, params }, offset }) =>
      problemAt(source, offset, { code, params, path: pointerTo('', ...path) }),
    )
}

function isError({ code }: { readonly code: string }): boolean {
  return code.startsWith('E_')
}

import type { Problem } from '../problem.ts'

export interface Place {
  readonly line: number
  readonly column: number
}

/** Collects what is wrong with one file; each problem once. */
export interface Problems {
  readonly file: string
  readonly found: readonly Problem[]
  place(offset: number): Place
  report(code: string, at: number | null, params?: Readonly<Record<string, string>>, path?: string | null): void
}

export function createProblems(file: string, placeOf: (offset: number) => Place): Problems {
  const found: Problem[] = []
  const seen = new Set<string>()
  return {
    file,
    found,
    place: placeOf,
    report: (code, at, params = {}, path = null) => {
      const place = at === null ? null : placeOf(at)
      const key = JSON.stringify([code, at, params])
      if (seen.has(key)) return
      seen.add(key)
      found.push({
        code,
        severity: code.startsWith('E_') ? 'error' : 'warning',
        file,
        line: place?.line ?? null,
        column: place?.column ?? null,
        path,
        params,
      })
    },
  }
}

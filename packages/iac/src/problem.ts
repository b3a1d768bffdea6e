/** What is wrong with an input, as data. Its sentences live in core's `words/`, both languages side by side. */
export interface Problem {
  /** `E_…` for errors and `W_…` for warnings; public, never renamed. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly file: string
  /** Line and column count from 1. */
  readonly line: number | null
  readonly column: number | null
  /** The address inside the file: a logical id, a section. */
  readonly path: string | null
  readonly params: Readonly<Record<string, string>>
}

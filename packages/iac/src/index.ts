// The readers are entry points of their own (package.json), so that a command loads the one that it needs.
export type { Problem } from './problem.ts'

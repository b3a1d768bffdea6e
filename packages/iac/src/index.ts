export { looksLikeTemplate } from './cloudformation/looks-like-template.ts'
export { readTemplate } from './cloudformation/read-template.ts'
export type { Problem } from './problem.ts'
export { looksLikeSnapshot, readSnapshot } from './snapshot/read-snapshot.ts'

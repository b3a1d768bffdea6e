export type { SourceFile } from './locate-blocks.ts'
export { readPlan } from './read-plan.ts'

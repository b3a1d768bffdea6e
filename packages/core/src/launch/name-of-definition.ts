import { isGap } from '../model/known.ts'
import type { Launch } from './launch.ts'

/** As the request names it. */
export function nameOfDefinition({ taskDefinitionName }: Launch): string {
  return isGap(taskDefinitionName) ? '?' : taskDefinitionName
}

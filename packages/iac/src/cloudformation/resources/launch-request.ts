import { isGap, type Known, parseArn } from '@farsight/core'
import type { Stack } from '../stack.ts'

/**
 * The key of the table for what a request names: a family (the CDK writes one for CODE_DEPLOY) or an ARN of one of the
 * template's own definitions; else the text as it is.
 */
export function taskDefinitionKey(named: Known<string>, stack: Stack): Known<string> {
  if (isGap(named) || stack.taskDefinitions.drafts.has(named)) return named
  const resource = parseArn(named)?.resource.replace(/^task-definition\//, '') ?? named
  const [family] = resource.split(':')
  for (const [key, definition] of stack.taskDefinitions.drafts) if (definition.family === family) return key
  return named
}

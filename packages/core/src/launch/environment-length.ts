import { isGap } from '../model/known.ts'
import type { ContainerDefinition } from '../model/task-definition.ts'

/**
 * How much of a task definition environment and secrets take at the very least: what is known of their names and values,
 * without anything around it, each character a byte. Placeholders count for nothing where `exact` is asked for: one may
 * stand for less than its name is long.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/ecs-service.html (task definition size limit)
 */
export function environmentLength({ environment, secrets }: ContainerDefinition, exact: boolean): number {
  let length = 0
  if (environment !== undefined && !isGap(environment)) {
    for (const { name, value } of environment) length += lengthOf(name, exact) + lengthOf(value, exact)
  }
  if (secrets !== undefined && !isGap(secrets)) {
    for (const { name, valueFrom } of secrets) length += lengthOf(name, exact) + lengthOf(valueFrom, exact)
  }
  return length
}

function lengthOf(text: unknown, exact: boolean): number {
  if (typeof text !== 'string') return 0
  if (!exact || !text.includes('«')) return text.length
  let outside = 0
  let depth = 0
  for (const char of text) {
    if (char === '«') depth++
    else if (char === '»') depth--
    else if (depth <= 0) outside++
  }
  return outside
}

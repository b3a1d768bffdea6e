import { isGap } from '../model/known.ts'
import type { ContainerDefinition } from '../model/task-definition.ts'

/**
 * How much of a task definition environment and secrets take at the very least: what is known of their names and values,
 * without anything around it, each character a byte.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/ecs-service.html (task definition size limit)
 */
export function environmentLength({ environment, secrets }: ContainerDefinition): number {
  let length = 0
  if (environment !== undefined && !isGap(environment)) {
    for (const { name, value } of environment) length += lengthOf(name) + lengthOf(value)
  }
  if (secrets !== undefined && !isGap(secrets)) {
    for (const { name, valueFrom } of secrets) length += lengthOf(name) + lengthOf(valueFrom)
  }
  return length
}

/** A placeholder may stand for less than its name is long. */
function lengthOf(text: unknown): number {
  return typeof text !== 'string' ? 0 : text.includes('«') ? text.replace(/«[^»]*»/g, '').length : text.length
}

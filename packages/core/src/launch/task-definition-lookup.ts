import { parseArn } from '../model/arn.ts'
import { isGap, type Known } from '../model/known.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Place, Placed, World } from '../model/world.ts'

/**
 * The task definition that a request names: `family:revision`, its ARN, or the family alone for the latest active
 * revision.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#ECS-RunTask-request-taskDefinition
 */
export function findTaskDefinition(
  world: World,
  place: Place,
  name: Known<string>,
): Known<Placed<TaskDefinition>> | null {
  if (isGap(name)) return name
  const key = parseArn(name)?.resource.replace(/^task-definition\//, '') ?? name
  const exact = world.find('taskDefinitions', place, key)
  if (exact !== null && !isGap(exact)) return exact
  const latest = latestOf(world, place, key)
  return latest === null ? exact : world.find('taskDefinitions', place, latest)
}

function latestOf(world: World, place: Place, family: string): string | null {
  const table = world.region(place)?.taskDefinitions
  if (table === undefined || isGap(table) || family.includes(':')) return null
  let latest: string | null = null
  let highest = -1
  for (const key of Object.keys(table)) {
    const colon = key.lastIndexOf(':')
    if (colon < 0 || key.slice(0, colon) !== family) continue
    const revision = Number(key.slice(colon + 1))
    if (revision > highest) {
      highest = revision
      latest = key
    }
  }
  return latest
}

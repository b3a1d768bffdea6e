import { parseArn } from '../model/arn.ts'
import { isGap, type Known } from '../model/known.ts'
import { openKey } from '../model/open-key.ts'
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
  const families = latestOf(world, place)
  const latest = families.get(key)
  return latest === undefined ? (exact ?? openKey(families, key)) : world.find('taskDefinitions', place, latest)
}

/** The latest revision of each family of a place; found once for a world. */
const LATEST = new WeakMap<World, Map<Place, ReadonlyMap<string, string>>>()

function latestOf(world: World, place: Place): ReadonlyMap<string, string> {
  const byPlace = LATEST.get(world) ?? new Map<Place, ReadonlyMap<string, string>>()
  LATEST.set(world, byPlace)
  const families = byPlace.get(place) ?? familiesOf(world, place)
  byPlace.set(place, families)
  return families
}

function familiesOf(world: World, place: Place): ReadonlyMap<string, string> {
  const latest = new Map<string, string>()
  const table = world.region(place)?.taskDefinitions
  for (const key of table === undefined || isGap(table) ? [] : Object.keys(table)) {
    const [family, revision] = familyAndRevision(key)
    const known = latest.get(family)
    if (known === undefined || familyAndRevision(known)[1] < revision) latest.set(family, key)
  }
  return latest
}

function familyAndRevision(key: string): readonly [string, number] {
  const colon = key.lastIndexOf(':')
  return colon < 0 ? [key, 0] : [key.slice(0, colon), Number(key.slice(colon + 1))]
}

import { isGap, type Known } from '../model/known.ts'
import type { CapacityProviderStrategyItem, LaunchRequest } from '../model/launch-request.ts'
import { lookUp } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'

/**
 * The capacity providers by which ECS places the tasks: those of the request, else those that the cluster has as a
 * default. Empty: a launch type is asked for, or nothing is.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export function strategyOf(
  world: World,
  place: Place,
  request: LaunchRequest,
): Known<readonly CapacityProviderStrategyItem[]> {
  const { launchType, capacityProviderStrategy: own = [] } = request
  if (isGap(own) || own.length > 0 || launchType !== undefined) return own
  const name = request.cluster ?? 'default'
  if (isGap(name)) return name
  const cluster = lookUp(world.region(place)?.clusters, name.slice(name.lastIndexOf('/') + 1))
  if (cluster === null) return []
  return isGap(cluster) ? cluster : (cluster.defaultCapacityProviderStrategy ?? [])
}

import { isGap, type Known } from '../model/known.ts'
import type { CapacityProviderStrategyItem, LaunchRequest } from '../model/launch-request.ts'
import { oneOf } from '../model/one-of.ts'
import { lookUp } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'
import { strategyOf } from './strategy.ts'
import { findTaskDefinition } from './task-definition-lookup.ts'

/**
 * On what ECS places the tasks: the launch type, else the capacity providers of the request, else those that the
 * cluster has as a default, else EC2.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export function launchTypeOf(world: World, place: Place, request: LaunchRequest): Known<string> {
  if (request.launchType !== undefined) return request.launchType
  const strategy = strategyOf(world, place, request)
  if (!isGap(strategy)) return strategy.length > 0 ? providerType(world, place, strategy) : 'EC2'
  // Of a cluster that nobody read, the definition tells for what it was made.
  return isGap(request.capacityProviderStrategy) || mayRunOnFargate(world, place, request) ? strategy : 'EC2'
}

function providerType(
  world: World,
  place: Place,
  strategy: readonly CapacityProviderStrategyItem[],
): Known<'FARGATE' | 'EC2' | 'MANAGED_INSTANCES'> {
  for (const { capacityProvider: name } of strategy) {
    const isFargate = isGap(name) ? name : oneOf(name, OF_FARGATE)
    if (isGap(isFargate)) return isFargate
    if (!isFargate) return ownProviderType(world, place, String(name))
  }
  return 'FARGATE'
}

const OF_FARGATE = ['FARGATE', 'FARGATE_SPOT']

/** One that nobody read is no Fargate either; then it passes for the older of the two kinds. */
function ownProviderType(world: World, place: Place, name: string): 'EC2' | 'MANAGED_INSTANCES' {
  const provider = lookUp(world.region(place)?.capacityProviders, name)
  return provider === null || isGap(provider) || provider.managedInstancesProvider === undefined
    ? 'EC2'
    : 'MANAGED_INSTANCES'
}

function mayRunOnFargate(world: World, place: Place, request: LaunchRequest): boolean {
  const definition = findTaskDefinition(world, place, request.taskDefinition)
  if (definition === null) return false
  if (isGap(definition)) return true
  const compatibilities = definition.value.requiresCompatibilities ?? []
  return isGap(compatibilities) || oneOf('FARGATE', compatibilities) !== false
}

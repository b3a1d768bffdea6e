import type { Cluster } from '../../model/cluster.ts'
import { all, assuming, fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { oneOf } from '../../model/one-of.ts'
import type { Pointer } from '../../model/origin.ts'
import type { Placed, World } from '../../model/world.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'

/**
 * The cluster is there and takes tasks, and the capacity providers of the request are associated with it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export const clusterActive = condition({
  step: 'accept-request',
  id: 'cluster-active',
  resource: (launch) => {
    const name = clusterNameOf(launch)
    return isGap(name) ? '?' : name
  },
  judge: (launch, world) => {
    const { at } = launch
    const name = clusterNameOf(launch)
    if (isGap(name)) return takenAsGood(launch, world)
    const cluster = clusterOf(world, launch)
    if (cluster === null) return fails({ blocker: 'cluster-missing', cluster: name, status: 'missing', at })
    if (isGap(cluster)) return takenAsGood(launch, world)
    const { status } = cluster.value
    if (isGap(status)) return takenAsGood(launch, world)
    if (status === undefined || status === 'ACTIVE') {
      return providersAssociated(launch.request.capacityProviderStrategy, cluster, at)
    }
    return fails({ blocker: 'cluster-missing', cluster: name, status, at })
  },
})

const ASSUMED = assuming('cluster-active')

/** A service that is there stands in its cluster. */
function takenAsGood(launch: Launch, world: World): Judgement<never> {
  return isExistingService(launch, world) ? WORKS : ASSUMED
}

/** Without its ARN; absent, it is `default`. */
function clusterNameOf({ request }: Launch): Known<string> {
  const name = request.cluster ?? 'default'
  return isGap(name) ? name : name.slice(name.lastIndexOf('/') + 1)
}

export function clusterOf(world: World, launch: Launch): Known<Placed<Cluster>> | null {
  const name = clusterNameOf(launch)
  return isGap(name) ? name : world.find('clusters', launch.place, name)
}

function providersAssociated(
  strategy: Launch['request']['capacityProviderStrategy'],
  { id, value, at }: Placed<Cluster>,
  launchAt: Pointer,
): Judgement<Blocker> {
  const { capacityProviders } = value
  if (strategy === undefined || isGap(strategy) || capacityProviders === undefined) return WORKS
  if (isGap(capacityProviders)) return undecided({ gap: capacityProviders, what: { kind: 'cluster', id }, at })
  const judgements: Judgement<Blocker>[] = []
  for (const { capacityProvider } of strategy) {
    // What is not known of the strategy itself, `launch-known` says.
    const isAssociated = isGap(capacityProvider) || oneOf(capacityProvider, capacityProviders)
    const here = `${launchAt}/capacityProviderStrategy`
    if (isGap(isAssociated)) {
      judgements.push(undecided({ gap: isAssociated, what: { kind: 'cluster', id }, at: here }))
    } else if (!isAssociated && !isGap(capacityProvider)) {
      judgements.push(fails({ blocker: 'capacity-provider-not-associated', capacityProvider, cluster: id, at: here }))
    }
  }
  return all(judgements)
}

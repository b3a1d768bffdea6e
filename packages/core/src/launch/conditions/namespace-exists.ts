import { assuming, fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { clusterOf } from './cluster-active.ts'

/**
 * Service Connect is set up in a Cloud Map namespace, that of the service or the default of its cluster.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html
 */
export const namespaceExists = condition({
  step: 'accept-request',
  id: 'namespace-exists',
  resource: ({ request, id }) => {
    const { serviceConnectConfiguration: connect } = request
    const namespace = connect === undefined || isGap(connect) ? undefined : connect.namespace
    return namespace === undefined || isGap(namespace) ? id : namespace
  },
  judge: (launch, world) => {
    const { request, at, id, place } = launch
    const { serviceConnectConfiguration: connect } = request
    if (connect === undefined) return WORKS
    const here = `${at}/serviceConnectConfiguration`
    if (isGap(connect)) return undecided({ gap: connect, what: { kind: 'namespace', id }, at: here })
    if (isGap(connect.enabled)) return undecided({ gap: connect.enabled, what: { kind: 'namespace', id }, at: here })
    if (!connect.enabled) return WORKS
    const namespace = connect.namespace ?? defaultOf(world, launch)
    if (namespace === null) return fails({ blocker: 'namespace-missing', namespace: '', at: here })
    if (isGap(namespace)) return assumed(launch, world)
    const found = world.find('namespaces', place, namespace)
    if (found === null) return fails({ blocker: 'namespace-missing', namespace, at: here })
    return isGap(found) ? assumed(launch, world) : WORKS
  },
})

const ASSUMED = assuming('namespace-exists')

/** ECS accepted a service that is there with its namespace. */
function assumed(launch: Launch, world: World): Judgement<never> {
  return isExistingService(launch, world) ? WORKS : ASSUMED
}

/** Null: the cluster is known to have none. */
function defaultOf(world: World, launch: Launch): Known<string> | null {
  const cluster = clusterOf(world, launch)
  if (cluster === null || isGap(cluster)) return cluster ?? { gap: 'not-read', permission: 'ecs:DescribeClusters' }
  return cluster.value.serviceConnectDefaultNamespace ?? null
}

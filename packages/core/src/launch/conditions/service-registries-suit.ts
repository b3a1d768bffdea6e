import { parseArn } from '../../model/arn.ts'
import type { DiscoveryService } from '../../model/discovery.ts'
import type { Gap } from '../../model/gap.ts'
import { all, assuming } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { ServiceRegistry } from '../../model/service.ts'
import type { World } from '../../model/world.ts'
import { condition } from '../condition.ts'
import type { ServiceRegistryUnsuitable } from '../discovery-blocker.ts'
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { unmappedPort } from '../unmapped-port.ts'

/**
 * ECS registers the tasks of a service with one service of AWS Cloud Map. A port is registered for SRV records alone, and
 * is told once. What nobody read of Cloud Map is taken as good.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html
 * @see https://github.com/umotif-public/terraform-aws-ecs-fargate/issues/25 what ECS says to a port without an SRV record
 */
export const serviceRegistriesSuit = condition({
  step: 'accept-request',
  id: 'service-registries-suit',
  judge: (launch, world) => {
    const faults = new Faults()
    const { serviceRegistries: registries = [] } = launch.request
    const isNew = !isExistingService(launch, world)
    const at = pointerTo(launch.at, 'serviceRegistries')
    if (isGap(registries)) {
      if (isNew) faults.open({ gap: registries, what: { kind: 'service-registry', id: launch.id }, at })
      return faults.judgement()
    }
    let unread = false
    for (const [position, registry] of registries.entries()) {
      if (!judgeRegistry(faults, { launch, world, isNew, position, at: pointerTo(at, position) }, registry))
        unread = true
    }
    return unread && isNew ? all([faults.judgement(), ASSUMED]) : faults.judgement()
  },
})

interface Where {
  readonly launch: Launch
  readonly world: World
  readonly isNew: boolean
  readonly position: number
  readonly at: Pointer
}

/** @returns whether what decides about it was read */
function judgeRegistry(faults: Faults, { launch, world, isNew, position, at }: Where, registry: ServiceRegistry) {
  const { registryArn: arn } = registry
  const known = arn === undefined || isGap(arn) ? null : arn
  const fail: Fail = (why, value) =>
    faults.fail({ blocker: 'service-registry-unsuitable', registryArn: known ?? '?', why, value, at })
  const open = (gap: Gap) => {
    if (isNew) faults.open({ gap, what: { kind: 'service-registry', id: known ?? '' }, at })
  }
  if (position > 0) fail('several', known ?? '?')
  const unmapped = unmappedPort(launch, registry)
  if (isGap(unmapped)) open(unmapped)
  else if (unmapped !== null) fail(unmapped.why, unmapped.value)
  if (isTold(registry.port) && isTold(registry.containerPort)) fail('port-twice', String(registry.port))
  const found = known === null ? undefined : world.find('discoveryServices', parseArn(known) ?? launch.place, known)
  if (found === null) fail('missing', known ?? '?')
  const types = found === undefined || found === null || isGap(found) ? null : recordTypesOf(found.value)
  if (types !== null) judgePort(registry, types, fail, open)
  return types !== null || found === null
}

const ASSUMED = assuming('service-registry-suits')

type Fail = (why: ServiceRegistryUnsuitable['why'], value: string) => void

function isTold(value: Known<unknown> | undefined): boolean {
  return value !== undefined && !isGap(value)
}

function judgePort(registry: ServiceRegistry, types: readonly string[], fail: Fail, open: (gap: Gap) => void): void {
  const { containerName, containerPort, port } = registry
  const wantsPort = types.includes('SRV')
  const hasPort = port !== undefined || (containerName !== undefined && containerPort !== undefined)
  if (wantsPort && !hasPort) fail('port-missing', types.join(', '))
  if (wantsPort) return
  if (isTold(port) || isTold(containerPort)) fail('port-not-wanted', types.join(', '))
  else {
    const gap = [port, containerPort].find(isGap)
    if (gap !== undefined) open(gap)
  }
}

/** Null: not all are known, or it is found with the API alone, of which AWS does not say whether a port is wanted. */
function recordTypesOf({ dnsConfig }: DiscoveryService): readonly string[] | null {
  if (dnsConfig === undefined || isGap(dnsConfig) || isGap(dnsConfig.dnsRecords)) return null
  const types = dnsConfig.dnsRecords.map(({ type }) => type)
  const known = types.filter((type): type is string => !isGap(type))
  return known.length < types.length || known.length === 0 ? null : known
}

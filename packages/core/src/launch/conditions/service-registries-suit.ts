import { parseArn } from '../../model/arn.ts'
import type { Gap } from '../../model/gap.ts'
import { all, assuming } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { DiscoveryService, ServiceRegistry } from '../../model/service.ts'
import { condition } from '../condition.ts'
import type { ServiceRegistryUnsuitable } from '../discovery-blocker.ts'
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'
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
    if (isGap(registries) && isNew) {
      const at = pointerTo(launch.at, 'serviceRegistries')
      faults.open({ gap: registries, what: { kind: 'service-registry', id: launch.id }, at })
    }
    let unread = false
    for (const [position, registry] of isGap(registries) ? [] : registries.entries()) {
      const { registryArn } = registry
      const at = pointerTo(launch.at, 'serviceRegistries', position)
      const known = registryArn === undefined || isGap(registryArn) ? null : registryArn
      const fail = (why: ServiceRegistryUnsuitable['why'], value: string) =>
        faults.fail({ blocker: 'service-registry-unsuitable', registryArn: known ?? '?', why, value, at })
      if (position > 0) fail('several', known ?? '?')
      const unmapped = unmappedPort(launch, registry)
      if (isGap(unmapped)) {
        if (isNew) faults.open({ gap: unmapped, what: { kind: 'service-registry', id: known ?? '' }, at })
      } else if (unmapped !== null) fail(unmapped.why, unmapped.value)
      if (isTold(registry.port) && isTold(registry.containerPort)) fail('port-twice', String(registry.port))
      const found = known === null ? undefined : world.find('discoveryServices', parseArn(known) ?? launch.place, known)
      if (found === null) fail('missing', known ?? '?')
      const types = found === undefined || found === null || isGap(found) ? null : recordTypesOf(found.value)
      const open = (gap: Gap) => {
        if (isNew) faults.open({ gap, what: { kind: 'service-registry', id: known ?? '' }, at })
      }
      if (types !== null) judgePort(registry, types, fail, open)
      else if (found !== null) unread = true
    }
    return unread && isNew ? all([faults.judgement(), ASSUMED]) : faults.judgement()
  },
})

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

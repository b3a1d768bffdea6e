import type { Gap } from '../../model/gap.ts'
import { isGap, type Known } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { hasPlaceholder, sameText } from '../../model/placeholder.ts'
import { oncePer } from '../../network/once.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import type { ServiceConnectUnsuitable } from '../discovery-blocker.ts'
import { Faults } from '../faults.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import { serviceConnectOf } from '../service-connect.ts'

/**
 * Each name of a port that Service Connect offers is that of a port mapping; its proxy runs on Linux.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html
 */
export const serviceConnectSuits = condition({
  step: 'accept-request',
  id: 'service-connect-suits',
  judge: (launch) => {
    const faults = new Faults()
    const connect = serviceConnectOf(launch)
    if (connect === null) return faults.judgement()
    const { at: base, id, containers, platform } = launch
    const fail = (why: ServiceConnectUnsuitable['why'], value: string, at: string) =>
      faults.fail({
        blocker: 'service-connect-unsuitable',
        taskDefinition: nameOfDefinition(launch),
        why,
        value,
        at,
      })
    const here = pointerTo(base, 'serviceConnectConfiguration')
    if (!isGap(platform) && platform.family !== 'LINUX') fail('platform', platform.family, here)
    const { services = [] } = connect
    const what = { kind: 'service-connect', id } as const
    if (isGap(services)) faults.open({ gap: services, what, at: pointerTo(here, 'services') })
    for (const [position, { portName }] of isGap(services) ? [] : services.entries()) {
      const at = pointerTo(here, 'services', position, 'portName')
      if (isGap(portName)) faults.open({ gap: portName, what, at })
      // A definition that is not there, or not known, is said by itself.
      if (isGap(portName) || containers === null || isGap(containers)) continue
      const named = isNamed(containers, portName)
      if (isGap(named)) faults.open({ gap: named, what, at })
      else if (!named) fail('port-name', portName, at)
    }
    return faults.judgement()
  },
})

interface PortNames {
  readonly known: ReadonlySet<string>
  /** Those of the known that have placeholders. */
  readonly partly: readonly string[]
  /** Why there may be more. */
  readonly open: Gap | null
}

const portNamesOf = oncePer((containers: readonly LaunchContainer[]): PortNames => {
  const known = new Set<string>()
  let open: Gap | null = null
  for (const { definition } of containers) {
    const { portMappings = [] } = definition
    if (isGap(portMappings)) open ??= portMappings
    for (const { name } of isGap(portMappings) ? [] : portMappings) {
      if (isGap(name)) open ??= name
      else if (name !== undefined) known.add(name)
    }
  }
  return { known, partly: [...known].filter(hasPlaceholder), open }
})

function isNamed(containers: readonly LaunchContainer[], portName: string): Known<boolean> {
  const { known, partly, open } = portNamesOf(containers)
  if (known.has(portName)) return true
  if (hasPlaceholder(portName)) return { gap: 'unresolved', expression: portName }
  if (open !== null) return open
  const meant = partly.length > MOST_COMPARED ? partly[0] : partly.find((name) => sameText(name, portName) !== false)
  return meant === undefined ? false : { gap: 'unresolved', expression: meant }
}

/** Of more names nobody wants to wait for all to be compared. */
const MOST_COMPARED = 100

import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
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
      else if (containers !== null && !isGap(containers) && !mayName(containers, portName))
        fail('port-name', portName, at)
    }
    return faults.judgement()
  },
})

function mayName(containers: readonly LaunchContainer[], portName: string): boolean {
  if (portName.includes('«')) return true
  return containers.some(({ definition: { portMappings = [] } }) => {
    return isGap(portMappings) || portMappings.some(({ name }) => name === portName || isGap(name))
  })
}

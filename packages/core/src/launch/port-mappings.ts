import { isGap, type Known } from '../model/known.ts'
import type { PortMapping } from '../model/task-definition.ts'
import data from './data/container-limits.json' with { type: 'json' }
import type { JudgedContainer } from './judged-container.ts'

/**
 * In network mode `awsvpc` a port of the container is the port of the task: `hostPort` is left out, 0 or the same.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export function judgePorts(mappings: Known<readonly PortMapping[]> | undefined, container: JudgedContainer): void {
  if (mappings === undefined) return
  const { faults, name, at } = container
  const what = { kind: 'container', id: name } as const
  if (isGap(mappings)) {
    faults.open({ gap: mappings, what, at: `${at}/portMappings` })
    return
  }
  for (const [position, { containerPort, containerPortRange, hostPort }] of mappings.entries()) {
    const here = `${at}/portMappings/${position}`
    if (isGap(containerPort)) faults.open({ gap: containerPort, what, at: here })
    else if (containerPort === undefined ? containerPortRange === undefined : !isPort(containerPort)) {
      const value = containerPort === undefined ? '' : String(containerPort)
      const setting = 'portMappings.containerPort'
      faults.fail({
        blocker: 'container-setting-invalid',
        container: name,
        setting,
        value,
        wanted: data.port,
        at: here,
      })
    } else if (isGap(hostPort)) faults.open({ gap: hostPort, what, at: here })
    else if (containerPort !== undefined && hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort) {
      const setting = 'portMappings.hostPort'
      const [value, wanted] = [String(hostPort), [String(containerPort)]]
      faults.fail({ blocker: 'container-setting-invalid', container: name, setting, value, wanted, at: here })
    }
  }
}

function isPort(port: number): boolean {
  return port >= data.port.least && port <= data.port.most
}

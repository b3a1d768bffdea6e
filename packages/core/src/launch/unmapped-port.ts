import { isGap, type Known } from '../model/known.ts'
import type { PortMapping } from '../model/task-definition.ts'
import type { Launch } from './launch.ts'

/** The container and port that a service registers somewhere. */
interface Registered {
  readonly containerName?: Known<string>
  readonly containerPort?: Known<number>
}

interface Unmapped {
  readonly why: 'container' | 'port'
  readonly value: string
}

/** What of it the task definition does not have; null: it may have it. */
export function unmappedPort({ containers }: Launch, { containerName, containerPort }: Registered): Unmapped | null {
  if (containers === null || isGap(containers) || containerName === undefined || isGap(containerName)) return null
  const container = containers.find(({ name }) => name === containerName)
  if (container === undefined) {
    const mayBe = containerName.includes('«') || containers.some(({ definition }) => isGap(definition.name))
    return mayBe ? null : { why: 'container', value: containerName }
  }
  if (containerPort === undefined || isGap(containerPort)) return null
  const { portMappings = [] } = container.definition
  if (isGap(portMappings) || portMappings.some((mapping) => mayMap(mapping, containerPort))) return null
  return { why: 'port', value: String(containerPort) }
}

function mayMap({ containerPort, containerPortRange: range }: PortMapping, port: number): boolean {
  if (isGap(containerPort) || isGap(range)) return true
  if (containerPort === port) return true
  const [, from, to] = /^(\d+)-(\d+)$/.exec(range ?? '') ?? []
  return from !== undefined && to !== undefined && Number(from) <= port && port <= Number(to)
}

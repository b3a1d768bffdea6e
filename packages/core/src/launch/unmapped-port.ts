import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { hasPlaceholder, sameText } from '../model/placeholder.ts'
import { sameJson } from '../model/same-json.ts'
import type { PortMapping } from '../model/task-definition.ts'
import type { LaunchContainer } from './containers.ts'
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

/**
 * What of it the task definition does not have; null: it has all. What is not known is a gap, but for what is not known
 * in the same way in both: a name that both take from one parameter is one name.
 */
export function unmappedPort({ containers }: Launch, registered: Registered): Known<Unmapped> | null {
  const { containerName, containerPort } = registered
  if (containers === null || isGap(containers) || containerName === undefined) return null
  const container = containers.find(({ definition }) => sameJson(definition.name, containerName))
  if (container === undefined) return withoutContainer(containers, containerName)
  return containerPort === undefined ? null : withoutPort(container, containerPort)
}

function withoutContainer(containers: readonly LaunchContainer[], wanted: Known<string>): Known<Unmapped> {
  if (isGap(wanted)) return wanted
  for (const { definition } of containers) {
    const { name } = definition
    if (isGap(name)) return name
    if (sameText(name, wanted) === undefined)
      return { gap: 'unresolved', expression: hasPlaceholder(name) ? name : wanted }
  }
  return { why: 'container', value: wanted }
}

function withoutPort({ definition }: LaunchContainer, wanted: Known<number>): Known<Unmapped> | null {
  const { portMappings = [] } = definition
  if (isGap(portMappings)) return portMappings
  let open: Gap | null = isGap(wanted) ? wanted : null
  for (const mapping of portMappings) {
    const { containerPort, containerPortRange: range } = mapping
    if (sameJson(containerPort, wanted) || (!isGap(wanted) && hasInRange(mapping, wanted))) return null
    if (isGap(containerPort)) open ??= containerPort
    if (isGap(range)) open ??= range
  }
  return open ?? { why: 'port', value: String(wanted) }
}

function hasInRange({ containerPortRange: range }: PortMapping, port: number): boolean {
  const [, from, to] = (!isGap(range) && /^(\d+)-(\d+)$/.exec(range ?? '')) || []
  return from !== undefined && to !== undefined && Number(from) <= port && port <= Number(to)
}

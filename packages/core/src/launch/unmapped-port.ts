import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { sameKnown } from '../model/same-known.ts'
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

/** What of it the task definition does not have; null: it has all; a gap where what is not known decides. */
export function unmappedPort({ containers }: Launch, registered: Registered): Known<Unmapped> | null {
  const { containerName, containerPort } = registered
  if (containers === null || isGap(containers) || containerName === undefined) return null
  const names = containers.map(({ definition }) => sameKnown(containerName, definition.name))
  const container = containers[names.indexOf(true)]
  if (container !== undefined) return containerPort === undefined ? null : withoutPort(container, containerPort)
  if (isGap(containerName)) return containerName
  return names.find(isGap) ?? { why: 'container', value: containerName }
}

function withoutPort({ definition }: LaunchContainer, wanted: Known<number>): Known<Unmapped> | null {
  const { portMappings = [] } = definition
  if (isGap(portMappings)) return portMappings
  let open: Gap | null = null
  for (const { containerPort, containerPortRange: range } of portMappings) {
    const isMapped = containerPort === undefined ? false : sameKnown(wanted, containerPort)
    const isInRange = range === undefined ? false : hasInRange(range, wanted)
    if (isMapped === true || isInRange === true) return null
    for (const each of [isMapped, isInRange]) if (isGap(each)) open ??= each
  }
  return open ?? (isGap(wanted) ? wanted : { why: 'port', value: String(wanted) })
}

function hasInRange(range: Known<string>, port: Known<number>): Known<boolean> {
  if (isGap(range)) return range
  if (isGap(port)) return port
  if (hasPlaceholder(range)) return { gap: 'unresolved', expression: range }
  const [, from, to] = /^(\d+)-(\d+)$/.exec(range) ?? []
  return from !== undefined && to !== undefined && Number(from) <= port && port <= Number(to)
}

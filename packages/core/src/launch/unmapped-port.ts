import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { oneOf } from '../model/one-of.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { sameKnown } from '../model/same-known.ts'
import type { PortMapping } from '../model/task-definition.ts'
import { oncePer } from '../network/once.ts'
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
  const container = containerNamed(containers, containerName)
  if (container === undefined) return withoutContainer(containers, containerName)
  return containerPort === undefined ? null : withoutPort(container, containerPort)
}

interface Names {
  readonly known: ReadonlyMap<string, LaunchContainer>
  /** Those of the known that have placeholders. */
  readonly partly: readonly string[]
  readonly unknown: readonly LaunchContainer[]
}

const namesOf = oncePer((containers: readonly LaunchContainer[]): Names => {
  const known = new Map<string, LaunchContainer>()
  const unknown: LaunchContainer[] = []
  for (const container of containers) {
    const { name } = container.definition
    if (isGap(name)) unknown.push(container)
    else if (!known.has(name)) known.set(name, container)
  }
  return { known, partly: [...known.keys()].filter(hasPlaceholder), unknown }
})

function containerNamed(containers: readonly LaunchContainer[], name: Known<string>): LaunchContainer | undefined {
  const { known, unknown } = namesOf(containers)
  if (!isGap(name)) return known.get(name)
  return unknown.slice(0, MOST_COMPARED).find(({ definition }) => sameKnown(definition.name, name) === true)
}

function withoutContainer(containers: readonly LaunchContainer[], wanted: Known<string>): Known<Unmapped> {
  if (isGap(wanted)) return wanted
  const { known, partly, unknown } = namesOf(containers)
  const gap = unknown[0]?.definition.name
  if (isGap(gap)) return gap
  const found = oneOf(wanted, hasPlaceholder(wanted) ? [...known.keys()] : partly)
  return isGap(found) ? found : { why: 'container', value: wanted }
}

/** Of more names nobody wants to wait for all to be compared. */
const MOST_COMPARED = 100

interface Ports {
  readonly known: ReadonlySet<number>
  readonly ranges: readonly (readonly [from: number, to: number])[]
  readonly unknown: readonly Gap[]
  /** Why there may be more. */
  readonly open: Gap | null
}

const portsOf = oncePer((portMappings: readonly PortMapping[]): Ports => {
  const known = new Set<number>()
  const ranges: [number, number][] = []
  const unknown: Gap[] = []
  let open: Gap | null = null
  for (const { containerPort: port, containerPortRange: range = '' } of portMappings) {
    if (isGap(port)) unknown.push(port)
    else if (port !== undefined) known.add(port)
    if (isGap(port)) open ??= port
    if (isGap(range)) open ??= range
    else if (hasPlaceholder(range)) open ??= { gap: 'unresolved', expression: range }
    const [, from, to] = (!isGap(range) && /^(\d+)-(\d+)$/.exec(range)) || []
    if (from !== undefined && to !== undefined) ranges.push([Number(from), Number(to)])
  }
  return { known, ranges, unknown, open }
})

function withoutPort({ definition }: LaunchContainer, wanted: Known<number>): Known<Unmapped> | null {
  const { portMappings = [] } = definition
  if (isGap(portMappings)) return portMappings
  const { known, ranges, unknown, open } = portsOf(portMappings)
  if (isGap(wanted))
    return unknown.slice(0, MOST_COMPARED).some((port) => sameKnown(port, wanted) === true) ? null : wanted
  if (known.has(wanted) || ranges.some(([from, to]) => from <= wanted && wanted <= to)) return null
  return open ?? { why: 'port', value: String(wanted) }
}

import type { DiagnosedStop, Diagnosis, Joined } from './diagnosis/diagnosis.ts'
import { join } from './diagnosis/join.ts'
import { launchOfStops } from './diagnosis/launch-of-stop.ts'
import type { Lead } from './diagnosis/lead.ts'
import { leadsOf } from './diagnosis/leads-of.ts'
import { stopsOfWorld } from './diagnosis/stops-of-world.ts'
import { ownerOf, type ToldStop } from './diagnosis/told-stop.ts'
import type { JudgeOptions } from './launch/judge.ts'
import { type Launch, launchesOf } from './launch/launch.ts'
import type { World } from './model/world.ts'
import { readStop } from './stops/read-stop.ts'
import type { StopInput } from './stops/stop-input.ts'

export interface DiagnoseOptions extends JudgeOptions {
  /** What was told beside the snapshot; null: the snapshot's own stops are asked about. */
  readonly told: readonly StopInput[] | null
  /** Only stops of this task, by its id. */
  readonly task?: string
  /** Only stops of this service; a text that names none is of it. */
  readonly service?: string
}

/** The second of the three questions: why did it stop. */
export function diagnose(world: World, { told, task, service, strict }: DiagnoseOptions): Diagnosis {
  const stops = told === null ? stopsOfWorld(world) : told.map((input) => toldStop(input, service))
  const asked = stops.filter(
    ({ owner, input }) =>
      (task === undefined || input.task?.id === task) && (service === undefined || owner === `service/${service}`),
  )
  const byOwner = groupBy(asked, ({ owner }) => owner ?? '')
  return {
    stops: [...byOwner.values()].flatMap((own) =>
      [...groupBy(own, sameness).values()]
        .map((alike) => diagnosed(world, alike, own, { strict }))
        .sort((a, b) => Number(isIntended(a)) - Number(isIntended(b)) || b.count - a.count),
    ),
  }
}

function toldStop(input: StopInput, service: string | undefined): ToldStop {
  const owner = ownerOf(input) ?? (service === undefined ? null : `service/${service}`)
  return { stop: readStop(input), input, place: null, owner }
}

/** Said of a task; a service also speaks of itself. */
function isOfTask({ input }: ToldStop): boolean {
  return input.task != null
}

function isIntended({ stop }: DiagnosedStop): boolean {
  return stop.kind === 'intended'
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return groups
}

/** Stops of one owner with the same cause, of one revision. */
function sameness({ stop, input }: ToldStop): string {
  const { step, kind, service, causes, container, exitCode } = stop
  return [
    step,
    kind,
    service,
    causes[0] ?? stop.message,
    container,
    exitCode,
    input.task?.taskDefinitionArn,
    input.task?.platformVersion,
    input.task != null,
  ].join('|')
}

function diagnosed(
  world: World,
  alike: readonly ToldStop[],
  own: readonly ToldStop[],
  options: JudgeOptions,
): DiagnosedStop {
  const times = alike.flatMap(({ input }) => input.at ?? []).sort()
  const last = times.at(-1) ?? null
  const newest = alike.find(({ input }) => input.at === last) ?? alike[0]
  if (newest === undefined) throw new Error('a group of stops has at least one')
  const { stop, input, owner } = newest
  const joined = joinedWith(world, alike, stop, last, options)
  const taskIds = alike.flatMap(({ input: { task } }) => task?.id ?? [])
  return {
    stop,
    owner: owner ?? joined?.launch.launch.id ?? null,
    count: alike.length,
    of: own.filter((each) => isOfTask(each) === isOfTask(newest)).length,
    taskIds,
    subnets: [
      ...groupBy(
        alike.flatMap(({ input: { task } }) => task?.subnetId ?? []),
        (id) => id,
      ),
    ].map(([id, all]) => ({ id, count: all.length })),
    first: times[0] ?? null,
    last,
    joined,
    leads: leads(world, joined, newest.stop, input.task?.id ?? null, own),
  }
}

function leads(
  world: World,
  joined: Joined | null,
  stop: ToldStop['stop'],
  taskId: string | null,
  own: readonly ToldStop[],
): readonly Lead[] {
  const beneath = own.filter(isOfTask).length
  if (stop.causes[0] === 'deployment-impaired') return [{ lead: 'tasks-beneath', count: beneath }]
  return joined === null ? [] : leadsOf(world, joined.launch.launch, stop, taskId)
}

/** A text alone may be about any launch of the snapshot: of several, about those that it would be proven for. */
function joinedWith(
  world: World,
  alike: readonly ToldStop[],
  stop: ToldStop['stop'],
  last: string | null,
  options: JudgeOptions,
): Joined | null {
  if (stop.kind === 'intended') return null
  const own = launchOfStops(world, alike)
  if (own !== null) return join(world, own, stop, last, options)
  if (alike.some(({ owner, input }) => owner !== null || input.task != null)) return null
  const candidates = launchesOf(world).launches.slice(0, MOST_CANDIDATES)
  const joined = candidates.map((launch: Launch) => join(world, launch, stop, last, options))
  const explained = joined.filter(({ says }) => says === 'explained')
  return explained[0] ?? (joined.length === 1 ? (joined[0] ?? null) : null)
}

const MOST_CANDIDATES = 100

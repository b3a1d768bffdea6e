import { readMessage } from './read-message.ts'
import type { Stop } from './stop.ts'
import type { StopInput, StoppedContainer } from './stop-input.ts'

/** Reads what ECS said of one stop: the reason of the task, of its containers, their exit codes and the stop code. */
export function readStop(input: StopInput): Stop {
  const { message, stopCode = null, containers = [] } = input
  const stop = fromStopCode(
    stopCode,
    fromContainers(readMessage(message.trim() === '' ? (stopCode ?? '') : message), containers),
  )
  return { ...stop, stopCode, retriedBy: retriedBy(input) ?? stop.retriedBy }
}

/** `Essential container in task exited` and `Task failed to start` say nothing by themselves: the containers do. */
function fromContainers(stop: Stop, containers: readonly StoppedContainer[]): Stop {
  if (stop.kind !== 'unknown' && stop.causes[0] !== 'application-exited') return withExit(stop, containers)
  for (const { name, reason, exitCode } of containers) {
    if (reason === null) continue
    const own = readMessage(reason)
    if (own.kind !== 'unknown' || (stop.kind === 'unknown' && own.step !== null))
      return { ...own, container: name, exitCode: exitCode ?? own.exitCode }
  }
  const exited = exitedOf(containers)
  if (exited === null || exited.exitCode === null) return stop
  const own = readMessage(`Essential container in task exited (exit code: ${exited.exitCode})`)
  return { ...own, message: stop.message === '' ? own.message : stop.message, container: exited.name }
}

function withExit(stop: Stop, containers: readonly StoppedContainer[]): Stop {
  const exited = exitedOf(containers)
  return exited === null ? stop : { ...stop, container: exited.name, exitCode: exited.exitCode }
}

/** The container that failed; where none did, the first that ended. */
function exitedOf(containers: readonly StoppedContainer[]): StoppedContainer | null {
  const ended = containers.filter(({ exitCode }) => exitCode !== null)
  return ended.find(({ exitCode }) => exitCode !== 0) ?? ended[0] ?? null
}

/** Who stops a task may write any reason; the stop code still says who it was. */
function fromStopCode(stopCode: string | null, stop: Stop): Stop {
  if (stop.kind !== 'unknown' || stopCode === null) return stop
  const said = Object.hasOwn(SAID, stopCode) ? SAID[stopCode] : undefined
  if (said === undefined) return stop
  const { step, kind, service, causes, evidence, transient } = readMessage(said)
  return { ...stop, step, kind, service, causes, evidence, transient, inferred: ['step', 'kind'], notUnderstood: null }
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html */
const SAID: { readonly [stopCode: string]: string } = {
  UserInitiated: 'Task stopped by user',
  ServiceSchedulerInitiated: 'Scaling activity initiated by the service',
  SpotInterruption: 'Your Spot Task was interrupted.',
  TerminationNotice: 'Your Spot Task was interrupted.',
  InfrastructureHealth: 'Host failure: underlying infrastructure became unhealthy',
}

function retriedBy({ group, startedBy, stopCode }: StopInput): Stop['retriedBy'] {
  if (group?.startsWith('service:') === true || startedBy?.startsWith('ecs-svc/') === true) return 'service'
  if (stopCode === 'ServiceSchedulerInitiated') return 'service'
  if (startedBy === 'AWS Step Functions') return 'workflow'
  return group != null || startedBy != null ? 'nobody' : null
}

import type { Place } from '../model/world.ts'
import type { Stop } from '../stops/stop.ts'
import type { StopInput } from '../stops/stop-input.ts'

/** A stop with all that was told around it. */
export interface ToldStop {
  readonly stop: Stop
  readonly input: StopInput
  /** Where the snapshot holds it; null: it comes from a text. */
  readonly place: Place | null
  readonly owner: string | null
}

/** `service/web` of a task of a service, `task/<id>` of any other. */
export function ownerOf({ group, task, message }: StopInput): string | null {
  const service = group?.startsWith('service:') === true ? group.slice('service:'.length) : ''
  const named = service === '' ? (/^\(?service ([\w-]{1,255})\)?/i.exec(message)?.[1] ?? '') : service
  if (named !== '') return `service/${named}`
  return task?.id == null ? null : `task/${task.id}`
}

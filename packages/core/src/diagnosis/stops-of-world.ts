import { isGap } from '../model/known.ts'
import { entriesOf } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'
import { inputsOfService } from '../stops/documents/inputs-of-service.ts'
import { inputsOfTask } from '../stops/documents/inputs-of-task.ts'
import { readStop } from '../stops/read-stop.ts'
import type { StopInput } from '../stops/stop-input.ts'
import { ownerOf, type ToldStop } from './told-stop.ts'

/** The stopped tasks and failures of services that the snapshot holds. */
export function stopsOfWorld(world: World): readonly ToldStop[] {
  return world.places.flatMap((place) =>
    [...inputsOfTasks(world, place), ...inputsOfServices(world, place)].map((input) => ({
      stop: readStop(input),
      input,
      place,
      owner: ownerOf(input),
    })),
  )
}

/** A gap is an object where a text would be, so that a field that is not known reads as one that is not there. */
function inputsOfTasks(world: World, place: Place): readonly StopInput[] {
  return entriesOf(world.region(place)?.tasks).entries.flatMap(([id, task]) => {
    if (isGap(task) || (task.lastStatus !== undefined && task.lastStatus !== 'STOPPED')) return []
    return inputsOfTask({ ...task }).map((input) =>
      input.task == null ? input : { ...input, task: { ...input.task, id } },
    )
  })
}

function inputsOfServices(world: World, place: Place): readonly StopInput[] {
  return entriesOf(world.region(place)?.services).entries.flatMap(([name, service]) =>
    isGap(service) ? [] : inputsOfService({ ...service }, name),
  )
}

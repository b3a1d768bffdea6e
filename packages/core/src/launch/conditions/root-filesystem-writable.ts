import { isGap } from '../../model/known.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { nameOfDefinition } from '../name-of-definition.ts'

/**
 * The agent of ECS Exec writes to the root filesystem of the container. The task starts without it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export const rootFilesystemWritable = condition({
  step: 'open-exec-session',
  id: 'root-filesystem-writable',
  required: false,
  resource: nameOfDefinition,
  judge: ({ containers }) => {
    const faults = new Faults()
    if (containers === null || isGap(containers)) return faults.judgement()
    for (const { name, definition, at } of containers) {
      const { readonlyRootFilesystem: isReadOnly } = definition
      const here = `${at}/readonlyRootFilesystem`
      if (isGap(isReadOnly)) faults.open({ gap: isReadOnly, what: { kind: 'container', id: name }, at: here })
      else if (isReadOnly === true) faults.fail({ blocker: 'root-filesystem-read-only', container: name, at: here })
    }
    return faults.judgement()
  },
})

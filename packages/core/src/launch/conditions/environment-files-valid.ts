import { isGap } from '../../model/known.ts'
import { condition } from '../condition.ts'
import { pointerIn } from '../containers.ts'
import limits from '../data/container-limits.json' with { type: 'json' }
import { filesOf } from '../environment-file.ts'
import { Faults } from '../faults.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import { osFamilyOf } from '../task-size.ts'

/**
 * Files are read on Linux alone, ten in a task definition, each an object of S3 whose name ends in `.env`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export const environmentFilesValid = condition({
  step: 'fetch-environment-files',
  id: 'environment-files-valid',
  resource: nameOfDefinition,
  judge: ({ containers, platform }) => {
    const faults = new Faults()
    if (containers === null || isGap(containers)) return faults.judgement()
    let count = 0
    for (const container of containers) {
      const { name } = container
      const files = filesOf(container)
      if (files.length === 0) continue
      const at = pointerIn(container, 'environmentFiles')
      if (!isGap(platform) && osFamilyOf(platform.family) === 'WINDOWS') {
        const file = platform.family
        faults.fail({ blocker: 'environment-file-invalid', container: name, file, why: 'platform', at })
      }
      const before = count
      count += files.length
      if (before <= limits.environmentFiles && count > limits.environmentFiles) {
        const file = String(count)
        faults.fail({ blocker: 'environment-file-invalid', container: name, file, why: 'too-many', at })
      }
      for (const written of files) {
        if (written.is === 'open') {
          faults.open({ gap: written.gap, what: { kind: 'environment-file', id: name }, at: written.at })
        } else if (written.is === 'invalid') {
          const { text: file, why, at: here } = written
          faults.fail({ blocker: 'environment-file-invalid', container: name, file, why, at: here })
        }
      }
    }
    return faults.judgement()
  },
})

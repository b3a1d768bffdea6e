import { isGap } from '../../model/known.ts'
import { alsoAsWritten } from '../as-written.ts'
import { condition } from '../condition.ts'
import { SETTINGS } from '../container-settings.ts'
import { Faults } from '../faults.ts'
import type { JudgedContainer } from '../judged-container.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import { osFamilyOf } from '../task-size.ts'

/**
 * Every setting of a container is one that Fargate has, within its bounds.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export const containerSettingsSupported = condition({
  step: 'start-containers',
  id: 'container-settings-supported',
  resource: nameOfDefinition,
  judge: alsoAsWritten(({ containers, platform }) => {
    const faults = new Faults()
    if (containers === null || isGap(containers)) return faults.judgement()
    // What is not known of the platform is said by platform-supported.
    const family = isGap(platform) ? null : osFamilyOf(platform.family)
    for (const { name, definition, at, changes } of containers) {
      const container: JudgedContainer = { faults, name, at, changes, family }
      for (const setting in definition) {
        const judge = SETTINGS.get(setting)
        if (judge !== undefined) judge(definition, container)
      }
    }
    return faults.judgement()
  }),
})

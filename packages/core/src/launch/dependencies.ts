import { isGap } from '../model/known.ts'
import type { Pointer } from '../model/origin.ts'
import type { LaunchContainer } from './containers.ts'
import type { Faults } from './faults.ts'

/** A container that waits for another. */
export interface Dependency {
  readonly container: string
  readonly on: string
  readonly condition: string
  readonly at: Pointer
}

/** What is known of who waits for whom; what is not is told to `faults`. */
export function dependenciesOf(containers: readonly LaunchContainer[], faults: Faults): readonly Dependency[] {
  const dependencies: Dependency[] = []
  for (const { name: container, definition, at } of containers) {
    const { dependsOn } = definition
    if (dependsOn === undefined) continue
    const what = { kind: 'container', id: container } as const
    if (isGap(dependsOn)) faults.open({ gap: dependsOn, what, at: `${at}/dependsOn` })
    else {
      for (const [position, { containerName: on, condition }] of dependsOn.entries()) {
        const here = `${at}/dependsOn/${position}`
        if (isGap(on)) faults.open({ gap: on, what, at: here })
        else if (isGap(condition)) faults.open({ gap: condition, what, at: here })
        else dependencies.push({ container, on, condition, at: here })
      }
    }
  }
  return dependencies
}

import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import type { ContainerOverride } from '../model/run-task.ts'

/** How many characters overrides of containers have as JSON. */
export interface OverridesLength {
  /** At the very least: placeholders may stand for nothing. */
  readonly least: number
  /** With what is not known as it is written here. */
  readonly written: number
  /** What is not known of them. */
  readonly gap: Gap | null
}

export function overridesLength(overrides: readonly ContainerOverride[]): OverridesLength {
  const { length: written } = JSON.stringify(overrides)
  let gap: Gap | null = null
  const { length: least } = JSON.stringify(overrides, (_, value: unknown) => {
    if (isGap(value)) {
      gap ??= value
      // Nothing that JSON has is shorter.
      return 0
    }
    if (typeof value !== 'string' || !PLACEHOLDER.test(value)) return value
    gap ??= { gap: 'unresolved', expression: value }
    return value.replaceAll(PLACEHOLDERS, '')
  })
  return { least, written, gap }
}

const PLACEHOLDER = /«[^«»]*»/
const PLACEHOLDERS = /«[^«»]*»/g

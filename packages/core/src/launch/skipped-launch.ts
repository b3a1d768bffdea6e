import type { Gap } from '../model/gap.ts'
import type { OtherLaunchKind } from '../model/other-launch.ts'

/** What Farsight saw and does not judge. */
export interface SkippedLaunch {
  readonly id: string
  readonly why: SkipReason
}

export type SkipReason =
  | { readonly skipped: 'launch-type'; readonly launchType: string }
  | { readonly skipped: 'unread'; readonly gap: Gap }
  | { readonly skipped: 'other-launch'; readonly kind: OtherLaunchKind }

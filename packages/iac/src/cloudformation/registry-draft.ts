import {
  type Gap,
  isGap,
  type Known,
  type Pointer,
  type PolicyDocument,
  type PullThroughCacheRule,
  pointerTo,
  type Registry,
} from '@farsight/core'
import { type DraftTable, draftTable, finish } from './draft-table.ts'

/** What holds for all repositories of an account in a Region, while it is filled. */
export interface RegistryDraft {
  readonly at: Pointer
  /** As the account has it that the code lies over; absent: it was not read. */
  base?: Known<Registry>
  readonly pullThroughCacheRules: DraftTable<PullThroughCacheRule>
  /** As the code has it. */
  policyDocument?: Known<PolicyDocument>
}

export function registryDraft(at: Pointer): RegistryDraft {
  return { at, pullThroughCacheRules: draftTable(pointerTo(at, 'pullThroughCacheRules')) }
}

/** Other code of the same account may make more of them. */
const OTHER_RULES: Gap = { gap: 'not-read', permission: 'ecr:DescribePullThroughCacheRules' }

/** Undefined where the code says nothing of it. */
export function finishRegistry({
  base,
  pullThroughCacheRules,
  policyDocument,
}: RegistryDraft): Known<Registry> | undefined {
  const { drafts, kept } = pullThroughCacheRules
  if (drafts.size + kept.size === 0 && policyDocument === undefined) return undefined
  const known: Registry = base === undefined ? {} : isGap(base) ? { policyDocument: base } : base
  return {
    ...known,
    pullThroughCacheRules: finish(pullThroughCacheRules, othersIn(base)),
    ...(policyDocument === undefined ? {} : { policyDocument }),
  }
}

/** Why there may be more rules than those that are known; null: they were all read. */
function othersIn(base: Known<Registry> | undefined): Gap | null {
  if (isGap(base)) return base
  return base?.pullThroughCacheRules === undefined ? OTHER_RULES : null
}

import type { Known } from './known.ts'

export interface PrefixList {
  /** `com.amazonaws.ap-northeast-1.s3` for the list of an AWS service. */
  readonly prefixListName?: Known<string>
  readonly cidrs: Known<readonly string[]>
  readonly maxEntries?: Known<number>
}

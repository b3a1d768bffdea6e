import type { Known } from './known.ts'
import type { Tags } from './tags.ts'

export interface NetworkAcl {
  /** The ACL of every subnet that names none. */
  readonly default?: Known<boolean>
  /** Without the last entry (`*`), which denies what nothing above it matched. */
  readonly entries: Known<readonly NetworkAclEntry[]>
  readonly tags?: Known<Tags>
}

export interface NetworkAclEntry {
  /** 1 to 32766; the lowest number that matches decides. */
  readonly ruleNumber: number
  readonly egress: boolean
  readonly ruleAction: Known<'allow' | 'deny'>
  /** `-1` (all), a protocol name or an IANA number. */
  readonly protocol: Known<string>
  readonly fromPort?: Known<number>
  readonly toPort?: Known<number>
  readonly cidrBlock: Known<string>
}

import type { Known } from './known.ts'
import type { Tags } from './tags.ts'

export interface SecurityGroup {
  readonly groupName?: Known<string>
  readonly ingress: Known<readonly SecurityGroupRule[]>
  readonly egress: Known<readonly SecurityGroupRule[]>
  readonly tags?: Known<Tags>
}

/** One peer a rule: `cidr`, `groupId` or `prefixListId`. */
export interface SecurityGroupRule {
  /** `-1` (all), a protocol name or an IANA number. */
  readonly protocol: Known<string>
  readonly fromPort?: Known<number>
  readonly toPort?: Known<number>
  readonly cidr?: Known<string>
  readonly groupId?: Known<string>
  readonly prefixListId?: Known<string>
}

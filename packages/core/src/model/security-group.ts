import type { Known } from './known.ts'

export interface SecurityGroup {
  readonly groupName?: Known<string>
  readonly ingress: Known<readonly SecurityGroupRule[]>
  readonly egress: Known<readonly SecurityGroupRule[]>
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

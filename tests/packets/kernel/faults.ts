/** Ways in which the oracle can be made to get AWS wrong: what it must notice, if it is worth anything. */
export interface Faults {
  /** Network ACLs let answers pass, as groups do. */
  readonly statefulAcls?: boolean
  /** Security groups ask the rules about answers, too. */
  readonly statelessGroups?: boolean
  /** The first route of a table that matches decides, not the longest. */
  readonly firstMatchRoutes?: boolean
  /** NAT gateways do not bring answers back. */
  readonly natWithoutReturn?: boolean
}

export const FAULTS = ['statefulAcls', 'statelessGroups', 'firstMatchRoutes', 'natWithoutReturn'] as const

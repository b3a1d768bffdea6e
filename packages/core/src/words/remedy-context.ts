/** What a remedy may speak of beside the blocker. */
export interface RemedyContext {
  /** The endpoint service of this Region that the call could go through; null where there is none. */
  readonly endpointService: string | null
  /** Whether the deciding part stands in code: then a command on the account would not help. */
  readonly inCode: boolean
  /** The Region of the launch. */
  readonly region: string
  /** All actions on the resource that are stopped in the same way. */
  readonly actions: readonly string[]
}

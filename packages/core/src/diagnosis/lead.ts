/** Where the rest of the answer stands, for stops that the launch does not explain. */
export type Lead =
  | {
      readonly lead: 'logs'
      readonly container: string
      readonly group: string
      /** Null: the task or the prefix is not known. */
      readonly stream: string | null
      readonly region: string
    }
  | { readonly lead: 'logs-elsewhere'; readonly container: string; readonly driver: string | null }
  | {
      readonly lead: 'target-group'
      readonly targetGroup: string | null
      readonly container: string | null
      readonly port: number | null
      /** Groups of the task; null: not known. */
      readonly taskGroups: readonly string[] | null
      readonly loadBalancerGroups: readonly string[] | null
      readonly healthCheckPath: string | null
      /** Seconds; null: the service has none. */
      readonly gracePeriod: number | null
    }
  | { readonly lead: 'tasks-beneath'; readonly count: number }

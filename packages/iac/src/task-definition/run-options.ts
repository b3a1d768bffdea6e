/** How the task is to be run, in the words of RunTask. */
export interface RunOptions {
  readonly subnets?: readonly string[]
  readonly securityGroups?: readonly string[]
  readonly assignPublicIp?: boolean
  readonly cluster?: string
  readonly region?: string
  readonly account?: string
}

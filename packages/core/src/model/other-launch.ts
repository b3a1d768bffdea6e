/**
 * What starts tasks or pods on Fargate otherwise than a service, a RunTask or a workflow does: Farsight recognizes it and
 * says why it does not judge it.
 */
export interface OtherLaunch {
  readonly kind: OtherLaunchKind
}

export type OtherLaunchKind =
  | 'express-service'
  | 'batch-job-definition'
  | 'batch-compute-environment'
  | 'eks-fargate-profile'

export {
  /** @public */
  evaluate,
} from './iam/evaluate.ts'
export type * from './iam/policy-set.ts'
export { parseArn } from './model/arn.ts'
export type * from './model/bucket.ts'
export type * from './model/dns.ts'
export type * from './model/file-system.ts'
export { type Gap, NOT_READ } from './model/gap.ts'
export { isGap, type Known } from './model/known.ts'
export type * from './model/load-balancer.ts'
export type * from './model/log-group.ts'
export type * from './model/network-acl.ts'
export { type CodeOrigin, type Pointer, pointerTo } from './model/origin.ts'
export { hasPlaceholder, placeholder, sameText } from './model/placeholder.ts'
export type * from './model/policy-document.ts'
export type * from './model/prefix-list.ts'
export type * from './model/repository.ts'
export type * from './model/role.ts'
export type * from './model/route-table.ts'
export type * from './model/secret.ts'
export type * from './model/security-group.ts'
export type * from './model/service.ts'
export { type RegionState, SNAPSHOT_SCHEMA, type Snapshot } from './model/snapshot.ts'
export type * from './model/subnet.ts'
export type { Table } from './model/table.ts'
export type * from './model/task-definition.ts'
export type * from './model/transit-gateway.ts'
export type * from './model/vpc.ts'
export type * from './model/vpc-endpoint.ts'
export { index } from './model/world.ts'
export {
  /** @public */
  reach,
} from './network/reach.ts'
export {
  /** @public */
  trace,
} from './network/trace.ts'
export { preflight } from './preflight.ts'
export { buildReport } from './report/build-report.ts'
export type { Report, Source } from './report/report.ts'
export { type Palette, textReport } from './report/text/text-report.ts'
export { visible } from './report/text/visible.ts'
export { cliErrors, helpTexts, helpTitles, severityWords } from './words/cli.ts'
export type { Language, Phrase } from './words/phrase.ts'
export { problemSentence } from './words/problems.ts'

import type { Judgement } from '../model/judgement.ts'
import type { Path } from '../network/reach.ts'
import type { Blocker } from './blocker.ts'

/** The path of a call, with what stops it: of the network, or a mount target that is not there. */
export interface CallPath extends Judgement<Blocker> {
  readonly endpoints: Path['endpoints']
}

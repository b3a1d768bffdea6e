import type { Known } from './known.ts'
import type { Tags } from './tags.ts'

/** The routes to the VPC's own blocks (`local`) are in every table and need not be written. */
export interface RouteTable {
  /** The table of every subnet that names none. */
  readonly main?: Known<boolean>
  readonly routes: Known<readonly Route[]>
  readonly tags?: Known<Tags>
}

export interface Route {
  /** An IPv4 or IPv6 block, or the id of a prefix list. */
  readonly destination: Known<string>
  /** The id of the gateway, endpoint, connection or interface; or `local`. */
  readonly target: Known<string>
  readonly state?: Known<'active' | 'blackhole'>
}

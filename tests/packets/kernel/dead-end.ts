import { familyOf } from '../address.ts'
import type { Drop } from './drop.ts'
import type { Draft } from './plan.ts'

const DEVICE = 'pit'

/**
 * Where routes lead that lead nowhere. A black hole of the kernel drops before any rule sees the packet: it would come
 * before the ACL at the edge of the subnet, and tell no tale. So each dead route has a next hop of its own behind a
 * device without an end, and a rule for it that counts. INVARIANT: nothing is sent there; the rules drop everything.
 */
export class DeadEnds {
  readonly #draft: Draft
  readonly #drops: Drop[] = []

  constructor(draft: Draft, space: string) {
    this.#draft = draft
    draft
      .space(space)
      .ip.push(
        `link add ${DEVICE} type veth peer name ${DEVICE}-end`,
        `link set ${DEVICE} up`,
        `link set ${DEVICE}-end up`,
      )
  }

  /** The way to give a route in `ip route add <destination> …`. */
  way(destination: string, drop: Drop): string {
    const number = this.#drops.push(drop)
    return `via ${hop(familyOf(destination), number)} dev ${DEVICE} onlink`
  }

  /** The rules for a forward chain. */
  rules(): readonly string[] {
    return this.#drops.flatMap((drop, place) =>
      ([4, 6] as const).map(
        (family) =>
          `oifname "${DEVICE}" rt ${family === 6 ? 'ip6' : 'ip'} nexthop ${hop(family, place + 1)} ${this.#draft.drop(drop)}`,
      ),
    )
  }
}

function hop(family: 4 | 6, number: number): string {
  return family === 6 ? `fe80::ffff:${number.toString(16)}` : `198.18.${number >> 8}.${number & 255}`
}

import type { Drop } from './drop.ts'

/** What the lab is to build: namespaces, the links between them, and what each holds. */
export interface Plan {
  readonly spaces: { readonly [name: string]: Space }
  /** Lines for `ip -batch` that connect the namespaces. */
  readonly links: string
  /** By the mark that the rule sets. */
  readonly drops: readonly Drop[]
}

export interface Space {
  /** Values by path below /proc/sys/net. */
  readonly sysctl: { readonly [path: string]: string }
  /** Lines for `ip -batch`. */
  readonly ip: string
  readonly nft: string
}

export interface CableEnd {
  readonly space: string
  readonly device: string
}

/** A plan in the making. */
export class Draft {
  readonly #spaces = new Map<string, { sysctl: { [path: string]: string }; ip: string[]; nft: string }>()
  readonly #links: string[] = []
  readonly #drops: Drop[] = []

  /** A namespace, made when it is first named. */
  space(name: string) {
    const known = this.#spaces.get(name)
    if (known !== undefined) return known
    const made = { sysctl: { ...NO_WAITING }, ip: ['link set lo up'], nft: '' }
    this.#spaces.set(name, made)
    return made
  }

  /** Two namespaces with a cable between them; both ends are up. */
  connect(near: CableEnd, far: CableEnd): void {
    this.#links.push(`link add ${near.device} netns ${near.space} type veth peer name ${far.device} netns ${far.space}`)
    for (const { space, device } of [near, far]) this.space(space).ip.push(`link set ${device} up`)
  }

  /** The statements that drop a packet and count it as dropped by this. */
  drop(by: Drop): string {
    const known = this.#drops.findIndex((each) => JSON.stringify(each) === JSON.stringify(by))
    const mark = known >= 0 ? known : this.#drops.push(by) - 1
    return `meta mark set ${mark} goto dropped`
  }

  plan(): Plan {
    const lines = (each: readonly string[]) => each.map((line) => `${line}\n`).join('')
    const spaces = [...this.#spaces].map(([name, { sysctl, ip, nft }]) => [
      name,
      { sysctl, ip: lines(inOrder(ip)), nft },
    ])
    return { spaces: Object.fromEntries(spaces), links: lines(this.#links), drops: this.#drops }
  }
}

/** Routes name devices, and may have been thought of before them. */
function inOrder(ip: readonly string[]): readonly string[] {
  const isRoute = (line: string) => line.startsWith('route ')
  return [...ip.filter((line) => !isRoute(line)), ...ip.filter(isRoute)]
}

/**
 * The frame of each rule set. A probe carries its number as DSCP, which NAT keeps and the kernel copies into the refusal;
 * the sets count by rule and number. The first 16 bits of the header are taken as they are, because nft 1.0.6 gets a DSCP
 * of IPv6 wrong in a set. Only SYN and RST count: neighbor discovery must not. Each of our probes is refused, so answers
 * are RSTs.
 */
export function ruleSet(...chains: readonly string[]): string {
  return `table inet oracle {
set requests { typeof meta mark . @nh,0,16; flags dynamic; counter; }
set replies { typeof meta mark . @nh,0,16; flags dynamic; counter; }
chain dropped {
tcp flags & (syn | ack) == syn update @requests { meta mark . @nh,0,16 }
tcp flags & rst == rst update @replies { meta mark . @nh,0,16 }
drop
}
${chains.join('\n')}
}
`
}

/** While an address may be a duplicate, the kernel asks for no neighbor: the first packets would be lost. */
const NO_WAITING = { 'ipv6/conf/default/accept_dad': '0' }

/** Values that make a namespace pass packets on as a router of a VPC does. */
export const ROUTER = {
  'ipv4/ip_forward': '1',
  'ipv4/conf/all/rp_filter': '0',
  'ipv4/conf/default/rp_filter': '0',
  'ipv4/conf/all/send_redirects': '0',
  'ipv4/conf/default/send_redirects': '0',
  'ipv6/conf/all/forwarding': '1',
  'ipv6/conf/default/forwarding': '1',
}

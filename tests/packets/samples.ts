import type { NetworkAcl, NetworkAclEntry } from '@farsight/core'
import { familyOf, holds } from './address.ts'
import { entries, given, vpcsOf } from './aws-state.ts'
import type { Interface } from './kernel/interfaces.ts'
import type { PacketProbe, PacketWorld } from './packet-world.ts'

/** The ports that tasks call from, and those of NAT gateways. */
export const CLIENT_PORTS = { from: 32_768, to: 60_999 }
const NAT_PORTS = { from: 1024, to: 65_535 }

/** One connection to try, of the many that a question is about. */
export interface Sample {
  readonly source: string
  readonly sourcePort: number
  readonly target: string
  readonly targetPort: number
  /** The port that a NAT gateway on the way would use. */
  readonly natPort: number
  /** How many client ports fare as this one does. */
  readonly weight: number
}

/**
 * A connection for each way in which the ports can fare: between two ends of the ranges that the ACLs name, all ports do
 * alike. INVARIANT: no two samples of a world have the same source and target, nor the same NAT port and target.
 */
export class Sampler {
  readonly #clientPorts: readonly Stretch[]
  readonly #natPorts: readonly Stretch[]
  readonly #vpcBlocks: readonly string[]
  readonly #used = new Set<string>()

  constructor({ snapshot }: PacketWorld) {
    this.#vpcBlocks = vpcsOf(snapshot).flatMap(([id, { cidrBlocks }]) => given(cidrBlocks, id))
    const ranges = vpcsOf(snapshot)
      .flatMap(([, { networkAcls }]) => entries<NetworkAcl>(networkAcls))
      .flatMap(([id, acl]) => given(acl.entries, id))
      .flatMap((entry) => rangeOf(entry) ?? [])
    this.#clientPorts = stretches(CLIENT_PORTS, ranges)
    this.#natPorts = stretches(NAT_PORTS, ranges)
  }

  samplesOf(task: Interface, probe: PacketProbe, targets: readonly string[]): readonly Sample[] {
    const ways = targets.flatMap((target) =>
      task.addresses.filter((address) => familyOf(address) === familyOf(target)).map((source) => ({ source, target })),
    )
    return ways.flatMap(({ source, target }, place) =>
      this.#pairs(target, place === 0).flatMap(([client, nat]) => {
        const sourcePort = this.#free(client, `${source} ${target} ${probe.port}`)
        const natPort = this.#free(nat, `nat ${target} ${probe.port}`)
        const weight = client.to - client.from + 1
        if (sourcePort === null || natPort === null) return []
        return [{ source, sourcePort, target, targetPort: probe.port, natPort, weight }]
      }),
    )
  }

  /** Each stretch of the client with one of the gateway; on the first way with every one. */
  #pairs(target: string, all: boolean): readonly (readonly [client: Stretch, nat: Stretch])[] {
    // Nothing translates on the way to addresses of VPCs, nor for IPv6
    const isTranslated = familyOf(target) === 4 && !this.#vpcBlocks.some((block) => holds(block, target))
    const natPorts = isTranslated ? this.#natPorts : this.#natPorts.slice(0, 1)
    if (all) return this.#clientPorts.flatMap((client) => natPorts.map((nat) => [client, nat] as const))
    const longer = Math.max(this.#clientPorts.length, natPorts.length)
    return Array.from(
      { length: longer },
      (_, place) => [cycled(this.#clientPorts, place), cycled(natPorts, place)] as const,
    )
  }

  /** The first port of the stretch that nobody uses, from both ends in turn. */
  #free({ from, to }: Stretch, by: string): number | null {
    for (let step = 0; step <= to - from; step++) {
      const port = step % 2 === 0 ? from + step / 2 : to - (step - 1) / 2
      if (!this.#used.has(`${by} ${port}`)) {
        this.#used.add(`${by} ${port}`)
        return port
      }
    }
    return null
  }
}

function cycled(stretches: readonly Stretch[], place: number): Stretch {
  return stretches[place % stretches.length] ?? CLIENT_PORTS
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function rangeOf({ fromPort, toPort }: NetworkAclEntry): Stretch | null {
  if (fromPort === undefined) return null
  const from = given(fromPort, 'a port')
  return { from, to: given(toPort ?? from, 'a port') }
}

/** The range, cut where one of the others begins or ends. */
function stretches({ from, to }: Stretch, ranges: readonly Stretch[]): readonly Stretch[] {
  const starts = [from, ...ranges.flatMap((range) => [range.from, range.to + 1])]
  const cuts = [...new Set(starts)].filter((cut) => cut >= from && cut <= to).toSorted((left, right) => left - right)
  return cuts.map((cut, place) => ({ from: cut, to: (cuts[place + 1] ?? to + 1) - 1 }))
}

import type { Snapshot } from '@farsight/core'

/** A snapshot, what it does not say of the world outside, and the questions to ask about it. */
export interface PacketWorld {
  readonly snapshot: Snapshot
  /** The public addresses of each host: the internet's part of the name service, and where the hosts are put. */
  readonly hosts: { readonly [host: string]: readonly string[] }
  readonly probes: readonly PacketProbe[]
}

/** One question: does a task reach a host? */
export interface PacketProbe {
  readonly subnetId: string
  readonly securityGroupIds: readonly string[]
  readonly publicIp: boolean
  /** A name, or an address. */
  readonly host: string
  readonly port: number
}

export const PLACE = { account: '111122223333', region: 'ap-northeast-1' }

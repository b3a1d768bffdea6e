import { type Gap, NOT_READ } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { unresolved } from './open-fact.ts'
import { NOTHING, type RangeSet } from './range-set.ts'

/** The protocol and ports of a rule of a security group or network ACL. */
export interface ProtocolAndPorts {
  readonly protocol: Known<string>
  readonly fromPort?: Known<number>
  readonly toPort?: Known<number>
}

export const EVERY_PORT: RangeSet = Object.freeze([Object.freeze({ from: 0, to: 65_535 })])

/**
 * The TCP ports that a rule is about; null for a rule of another protocol. A rule for all protocols is about all ports,
 * whatever ports it gives.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function tcpPorts({ protocol, fromPort, toPort }: ProtocolAndPorts): Known<RangeSet> | null {
  if (isGap(protocol)) return protocol
  const name = protocol.toLowerCase()
  if (name === '-1' || name === 'all') return EVERY_PORT
  if (name !== 'tcp' && name !== '6') return hasPlaceholder(protocol) ? unresolved(protocol) : null
  const from = fromPort ?? NOT_READ
  const to = toPort ?? NOT_READ
  if (isGap(from)) return from
  if (isGap(to)) return to
  return from > to ? NOTHING : [{ from, to }]
}

/** Whether a rule is about a TCP port; the gap that leaves it open. */
export function matchPort(rule: ProtocolAndPorts, port: number): boolean | Gap {
  const ports = tcpPorts(rule)
  if (ports === null) return false
  if (isGap(ports)) return ports
  for (const { from, to } of ports) if (from <= port && port <= to) return true
  return false
}

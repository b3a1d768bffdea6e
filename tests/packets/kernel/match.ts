import type { Known } from '@farsight/core'
import { given } from '../aws-state.ts'

const NUMBERS: { readonly [name: string]: string } = { tcp: '6', udp: '17', icmp: '1' }

export function protocolMatch(protocol: string): string {
  return protocol === '-1' ? '' : `meta l4proto ${NUMBERS[protocol] ?? protocol}`
}

/** Ports count for TCP and UDP alone; all of them where none are named. */
export function portsMatch(
  protocol: Known<string>,
  fromPort: Known<number> | undefined,
  toPort: Known<number> | undefined,
): string {
  const name = given(protocol, 'a protocol')
  if (!['tcp', '6', 'udp', '17'].includes(name) || fromPort === undefined) return ''
  const from = given(fromPort, 'a port')
  return `th dport ${from}-${given(toPort ?? from, 'a port')}`
}

import { familyOf } from '../address.ts'
import type { CableEnd, Draft } from './plan.ts'

/** A cable whose ends have addresses, so that routes can lead over it. */
export function routedCable(draft: Draft, near: CableEnd, far: CableEnd): void {
  draft.connect(near, far)
  for (const [{ space, device }, address] of [
    [near, neighbor('near', far.device)],
    [far, neighbor('far', near.device)],
  ] as const) {
    draft
      .space(space)
      .ip.push(`addr add ${address[4]}/32 dev ${device}`, `addr add ${address[6]}/64 dev ${device} nodad`)
  }
}

/** The way to give a route in `ip route add <destination> …`; the device is the near end's own. */
export function toFarEnd(destination: string, device: string): string {
  return `via ${neighbor('far', device)[familyOf(destination)]} dev ${device} onlink`
}

/** The same from the far end. */
export function toNearEnd(destination: string, device: string): string {
  return `via ${neighbor('near', device)[familyOf(destination)]} dev ${device} onlink`
}

/**
 * What is at the other end of a device. A next hop must not be an address of the namespace itself, so each cable has
 * its own: made from the name that it is spoken of by.
 */
function neighbor(end: 'near' | 'far', device: string): { readonly 4: string; readonly 6: string } {
  const hash = [...`${end} ${device}`].reduce(
    (sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193) >>> 0,
    0x811c9dc5,
  )
  return { 4: `198.19.${(hash >> 8) & 255}.${hash & 255}`, 6: `fe80::1:${(hash & 0xffff).toString(16)}` }
}

export function gatewayEndpointDevice(number: number): string {
  return `ge${number}`
}

/** Names of devices have at most 15 characters. */
export function regionalNatDevice(natGatewayId: string): string {
  return natGatewayId.slice(-15)
}

export function peeringDevice(connectionId: string): string {
  return connectionId.slice(-15)
}

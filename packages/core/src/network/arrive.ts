import { crossing, type Flow, placeOf, replyOf } from './flow.ts'
import { leg } from './leg.ts'
import type { Walk } from './spot.ts'
import type { Step } from './step.ts'
import type { Leg } from './trip.ts'

/** Into the subnet of the receiver, and, of a request, the way of its answer. */
export function arrive(flow: Flow, steps: readonly Step[], walk: Walk): Leg {
  const place = flow.receiver === null ? null : placeOf(flow.receiver)
  const entered = place === null ? steps : [...steps, crossing(flow, place, 'ingress')]
  return answered(flow, entered, walk)
}

/** Without a subnet's edge in between. */
export function answered(flow: Flow, steps: readonly Step[], walk: Walk): Leg {
  const place = flow.receiver === null ? null : placeOf(flow.receiver)
  if (flow.reply || place === null) return leg(steps)
  const back = walk(replyOf(flow, flow.receiver), place)
  return { ...leg(steps, back.out), ends: back.ends }
}

/** From outside of all VPCs the answer comes to the interface that sent the request. */
export function answerFromOutside(flow: Flow): readonly Step[] {
  const place = flow.sender === null ? null : placeOf(flow.sender)
  return place === null ? [] : [crossing(replyOf(flow, null), place, 'ingress')]
}

import { NOT_READ } from '../model/gap.ts'
import { type OpenFact, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { PUBLIC } from './address-set.ts'
import { type Hop, openHop, type Whereabouts } from './hop.ts'
import { notModeled, openFact } from './open-fact.ts'
import { covers } from './range-set.ts'

/** Whether the gateway is there and attached. */
export function internetGatewayState(vpc: Placed<Vpc>, id: string): true | false | OpenFact {
  const found = lookUpListed(vpc.value.internetGateways, id)
  if (found === null) return false
  const at = pointerTo(vpc.at, 'internetGateways', id)
  if (isGap(found)) return openFact('internet-gateways', vpc.id, at, found)
  const state = found.state ?? 'available'
  if (isGap(state)) return openFact('internet-gateways', vpc.id, pointerTo(at, 'state'), state)
  if (state === 'attaching' || state === 'detaching') {
    return openFact('internet-gateways', vpc.id, pointerTo(at, 'state'), NOT_READ)
  }
  return state !== 'detached'
}

/** A name may lead to private addresses; the internet has no host there, whatever the route table says. */
export function onInternet(vpc: Placed<Vpc>, host: string, { within }: Whereabouts): Hop {
  return covers(PUBLIC, within) ? WORKS : openHop([notModeled('host', host, vpc.at, 'private-address')])
}

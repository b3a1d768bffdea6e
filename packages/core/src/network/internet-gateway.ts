import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { openFact } from './open-fact.ts'

type Listing = 'internetGateways' | 'egressOnlyInternetGateways'

/** Whether the gateway is there and attached. */
export function internetGatewayState(vpc: Placed<Vpc>, listing: Listing, id: string): boolean | OpenFact {
  const found = lookUpListed(vpc.value[listing], id)
  if (found === null) return false
  const at = pointerTo(vpc.at, listing, id)
  if (isGap(found)) return openFact('internet-gateways', vpc.id, at, found)
  const state = found.state ?? 'available'
  if (isGap(state)) return openFact('internet-gateways', vpc.id, pointerTo(at, 'state'), state)
  if (state === 'attaching' || state === 'detaching') {
    return openFact('internet-gateways', vpc.id, pointerTo(at, 'state'), NOT_READ)
  }
  return state !== 'detached'
}

import { NOT_READ } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import { lookUpListed } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed } from '../model/world.ts'
import { publicSpace } from './address-set.ts'
import type { Flow } from './flow.ts'
import { notModeled, openFact } from './open-fact.ts'
import { covers } from './range-set.ts'
import { openStep, type Step } from './step.ts'

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

/** A name may lead to private addresses; the internet has no host there, whatever the route table says. */
export function onInternet(
  vpc: Placed<Vpc>,
  { host, target, family }: Pick<Flow, 'host' | 'target' | 'family'>,
): readonly Step[] {
  if (covers(publicSpace(family), target.within)) return []
  return [openStep('host', notModeled('host', host, vpc.at, 'private-address'))]
}

import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import { entriesOf } from '../model/table.ts'
import type { Vpc } from '../model/vpc.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import type { Placed } from '../model/world.ts'
import { type AwsHost, endpointServiceNames, fipsEndpointServiceNames } from './aws-host.ts'
import { oncePer } from './once.ts'

/** An endpoint that a VPC lists, and its position in the list. */
export interface ListedEndpoint {
  readonly id: string
  readonly at: Pointer
  readonly position: number
  readonly endpoint: Known<Placed<VpcEndpoint>>
}

/** The endpoints of a VPC by the service that they name. */
export interface VpcEndpoints {
  readonly all: readonly ListedEndpoint[]
  readonly byService: ReadonlyMap<string, readonly ListedEndpoint[]>
  /** Those whose service is not fully known. */
  readonly ofAnyService: readonly ListedEndpoint[]
  /** Why there may be more. */
  readonly more: Gap | null
}

export const endpointsOf = oncePer(({ value, at: vpcAt, place }: Placed<Vpc>): VpcEndpoints => {
  const { entries, more } = entriesOf(value.endpoints)
  const base = pointerTo(vpcAt, 'endpoints')
  const all: ListedEndpoint[] = []
  const byService = new Map<string, ListedEndpoint[]>()
  const ofAnyService: ListedEndpoint[] = []
  for (const [id, found] of entries) {
    const at = pointerTo(base, id)
    const endpoint = isGap(found) ? found : { id, value: found, at, place }
    const listed = { id, at, position: all.length, endpoint }
    all.push(listed)
    const service = isGap(found) ? found : found.serviceName
    if (isGap(service) || hasPlaceholder(service)) ofAnyService.push(listed)
    else {
      const same = byService.get(service)
      if (same === undefined) byService.set(service, [listed])
      else same.push(listed)
    }
  }
  return { all, byService, ofAnyService, more }
})

/** Those that may be of a service, in the order of the list. */
export function endpointsThatMayServe(
  { all, byService, ofAnyService }: VpcEndpoints,
  service: AwsHost,
): readonly ListedEndpoint[] {
  if (all.length === 0 || hasPlaceholder(service.region)) return all
  const found: ListedEndpoint[] = [...ofAnyService]
  for (const name of endpointServiceNames(service)) found.push(...(byService.get(name) ?? []))
  for (const name of fipsEndpointServiceNames(service)) found.push(...(byService.get(name) ?? []))
  return found.length < 2 ? found : found.sort((left, right) => left.position - right.position)
}

/** The endpoint alone, as a list: one for all ways through it. */
export const onlyThrough = oncePer((endpoint: Placed<VpcEndpoint>): readonly Placed<VpcEndpoint>[] =>
  Object.freeze([endpoint]),
)

export const NO_ENDPOINTS: readonly Placed<VpcEndpoint>[] = Object.freeze([])

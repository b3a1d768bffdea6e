import * as z from 'zod/mini'
import { fact, known, optionalBoolean, optionalString } from './known.ts'
import { list } from './list.ts'
import { ours } from './object.ts'
import { listing } from './table.ts'
import { knownCidr } from './text.ts'

export const transitGatewayRoute = ours({
  destinationCidrBlock: knownCidr,
  transitGatewayAttachmentId: optionalString,
  state: fact(z.enum(['active', 'blackhole'])),
})

export const transitGatewayRouteTable = ours({ routes: known(list(transitGatewayRoute)) })

export const transitGateway = ours({
  routeTables: known(listing(transitGatewayRouteTable)),
  securityGroupReferencingSupport: optionalBoolean,
})

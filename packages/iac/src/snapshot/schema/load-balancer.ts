import * as z from 'zod/mini'
import { fact, known, knownListOfKnownStrings, optionalInteger, optionalString } from './known.ts'
import { ours } from './object.ts'
import { optionalTags } from './tags.ts'

export const loadBalancer = ours({
  type: known(z.enum(['application', 'network', 'gateway'])),
  scheme: fact(z.enum(['internet-facing', 'internal'])),
  subnetIds: knownListOfKnownStrings,
  securityGroupIds: z.exactOptional(knownListOfKnownStrings),
  tags: optionalTags,
})

export const targetGroup = ours({
  targetType: known(z.enum(['instance', 'ip', 'lambda', 'alb'])),
  protocol: optionalString,
  port: optionalInteger,
  vpcId: optionalString,
  loadBalancerArns: z.exactOptional(knownListOfKnownStrings),
  healthCheckPath: optionalString,
  healthCheckPort: optionalString,
  tags: optionalTags,
})

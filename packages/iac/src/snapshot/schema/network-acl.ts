import * as z from 'zod/mini'
import { boolean, known, knownString, optionalBoolean, optionalInteger } from './known.ts'
import { list } from './list.ts'
import { ours } from './object.ts'
import { optionalTags } from './tags.ts'
import { knownCidr } from './text.ts'

export const networkAclEntry = ours({
  ruleNumber: z.int().check(z.minimum(1), z.maximum(32_766)),
  egress: boolean,
  ruleAction: known(z.enum(['allow', 'deny'])),
  protocol: knownString,
  fromPort: optionalInteger,
  toPort: optionalInteger,
  cidrBlock: knownCidr,
})

export const networkAcl = ours({
  default: optionalBoolean,
  entries: known(list(networkAclEntry)),
  tags: optionalTags,
})

import { known, knownString, optionalInteger, optionalString } from './known.ts'
import { list } from './list.ts'
import { isObject, ours } from './object.ts'
import { parseOf, replaceParse } from './parse.ts'
import { optionalTags } from './tags.ts'
import { optionalCidr } from './text.ts'

export const securityGroupRule = ours({
  protocol: knownString,
  fromPort: optionalInteger,
  toPort: optionalInteger,
  cidr: optionalCidr,
  groupId: optionalString,
  prefixListId: optionalString,
})

export const PEERS = ['cidr', 'groupId', 'prefixListId'] as const

const parseFields = parseOf(securityGroupRule)
replaceParse(securityGroupRule, (payload, context) => {
  const { value, issues } = payload
  const before = issues.length
  parseFields(payload, context)
  // A peer with a wrong name is told as that
  if (issues.length > before || !isObject(value)) return payload
  const peers = PEERS.filter((peer) => Object.hasOwn(value, peer))
  if (peers.length !== 1)
    issues.push({
      code: 'custom',
      input: value,
      params: { fault: peers.length === 0 ? 'no-peer' : 'not-one-peer', peers },
    })
  return payload
})

const rules = known(list(securityGroupRule))

export const securityGroup = ours({ groupName: optionalString, ingress: rules, egress: rules, tags: optionalTags })

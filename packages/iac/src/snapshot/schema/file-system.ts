import { fact, knownString, knownStrings, optionalString } from './known.ts'
import { ours } from './object.ts'
import { optionalPolicyOrNone } from './policy-document.ts'
import { listing } from './table.ts'
import { optionalTags } from './tags.ts'

export const mountTarget = ours({
  subnetId: knownString,
  ipAddress: optionalString,
  lifeCycleState: optionalString,
  securityGroupIds: knownStrings,
})

export const accessPoint = ours({ rootDirectory: optionalString })

export const fileSystem = ours({
  lifeCycleState: optionalString,
  policyDocument: optionalPolicyOrNone,
  mountTargets: fact(listing(mountTarget)),
  accessPoints: fact(listing(accessPoint)),
  tags: optionalTags,
})

import * as z from 'zod/mini'
import { fact, knownString, optionalInteger, optionalString, string } from './known.ts'
import { list } from './list.ts'
import { ours } from './object.ts'
import { optionalPolicyOrNone } from './policy-document.ts'
import { table } from './table.ts'
import { optionalTags } from './tags.ts'

export const imagePlatform = ours({ os: string, architecture: string })

export const image = ours({
  digest: optionalString,
  platforms: fact(list(imagePlatform)),
  sizeInBytes: optionalInteger,
  manifestMediaType: optionalString,
})

export const repository = ours({
  images: fact(table(image)),
  policyDocument: optionalPolicyOrNone,
  kmsKeyArn: optionalString,
  imageTagMutability: optionalString,
  tags: optionalTags,
})

export const pullThroughCacheRule = ours({
  upstreamRegistryUrl: knownString,
  credentialArn: optionalString,
})

export const registry = ours({
  policyScope: fact(z.enum(['V1', 'V2'])),
  policyDocument: optionalPolicyOrNone,
  pullThroughCacheRules: fact(table(pullThroughCacheRule)),
})

import { optionalInteger, optionalString } from './known.ts'
import { ours } from './object.ts'
import { knownCidrs } from './text.ts'

export const prefixList = ours({
  prefixListName: optionalString,
  cidrs: knownCidrs,
  maxEntries: optionalInteger,
})

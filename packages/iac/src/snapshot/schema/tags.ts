import { fact, string } from './known.ts'
import { dictionary } from './table.ts'

export const stringsByKey = dictionary(string)
export const optionalTags = fact(stringsByKey)

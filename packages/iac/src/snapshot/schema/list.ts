import * as z from 'zod/mini'
import { replaceParse, runOn } from './parse.ts'

export function list<Item extends z.core.$ZodType>(item: Item) {
  const array = z.array(item)
  replaceParse(array, (payload, context) => {
    const { value, issues } = payload
    if (!Array.isArray(value)) {
      issues.push({ code: 'invalid_type', expected: 'array', input: value })
      return payload
    }
    const part: z.core.ParsePayload = { value: undefined, issues: [] }
    value.forEach((entry, index) => {
      runOn(part, item, entry, index, issues, context)
    })
    return payload
  })
  return array
}

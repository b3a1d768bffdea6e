import * as z from 'zod/mini'
import { branch } from './branch.ts'
import { integer, string } from './known.ts'
import { isObject, ours } from './object.ts'
import { dictionary } from './table.ts'
import { pointer } from './text.ts'

export const codeOrigin = ours({
  file: string,
  line: integer,
  column: integer,
  path: z.exactOptional(string),
})

export const callOrigin = ours({
  call: string,
  arn: z.exactOptional(string),
})

const origin = branch([codeOrigin, callOrigin], (found) =>
  isObject(found) && 'call' in found ? callOrigin : codeOrigin,
)

export const origins = dictionary(origin, pointer)

import * as z from 'zod/mini'
import { fact, known, knownString, optionalBoolean } from './known.ts'
import { list } from './list.ts'
import { ours } from './object.ts'
import { optionalTags } from './tags.ts'
import { destination } from './text.ts'

export const route = ours({
  destination: known(destination),
  target: knownString,
  state: fact(z.enum(['active', 'blackhole'])),
})

export const routeTable = ours({
  main: optionalBoolean,
  routes: known(list(route)),
  tags: optionalTags,
})

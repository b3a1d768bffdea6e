import * as z from 'zod/mini'
import { known, knownInteger } from './known.ts'
import { ours } from './object.ts'

export const ebsSnapshot = ours({
  state: known(z.enum(['pending', 'completed', 'error', 'recoverable', 'recovering'])),
  volumeSize: knownInteger,
})

import { readMessage } from './read-message.ts'
import type { Stop } from './stop.ts'
import type { StopInput } from './stop-input.ts'

export function readStop(input: StopInput): Stop {
  return readMessage(input.message)
}

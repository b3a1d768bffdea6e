import { documentIn, inputsOfDocument } from './documents/inputs-of-document.ts'
import { readStop } from './read-stop.ts'
import type { Stop } from './stop.ts'
import type { StopInput } from './stop-input.ts'

/** In UTF-16 units. A longer text is no message: the caller refuses it. */
export const LONGEST_TEXT = 1024 * 1024

/** The stops in what somebody pasted: a message, or a JSON document of AWS with one or more of them. Equal ones are one. */
export function readStops(text: string): readonly Stop[] {
  const stops = new Map<string, Stop>()
  for (const input of stopInputsOf(text) ?? [{ message: text }]) {
    const stop = readStop(input)
    const key = `${stop.message}|${stop.container}|${stop.exitCode}`
    if (!stops.has(key)) stops.set(key, stop)
  }
  return [...stops.values()]
}

/** What a JSON document tells of stops; null: the text is none. */
export function stopInputsOf(text: string): readonly StopInput[] | null {
  const document = documentIn(text)
  return document === null ? null : inputsOfDocument(document)
}

import type { Clues } from './clues/clues.ts'
import type { Fault } from './formats/fault.ts'
import { FAULTS_OF_CODES, FAULTS_OF_WORDS } from './formats/faults.ts'
import type { Wording } from './wording.ts'

/**
 * What went wrong. Structure comes before words: who got a status other than 0 was answered, whatever the sentence says of
 * the connection; status 0 was not.
 */
export function faultOf({ says }: Wording, { errorCode, status, denial }: Clues): Fault | null {
  if (status === 0) return 'no-answer'
  const code = errorCode?.toLowerCase() ?? ''
  const ofCode = FAULTS_OF_CODES.find(([part]) => code.includes(part))?.[1] ?? null
  if (ofCode !== null && ofCode !== 'no-answer') return ofCode
  if (denial?.action != null) return 'denied'
  const ofWords = FAULTS_OF_WORDS.find(([, phrases]) => phrases.some(says))?.[0] ?? null
  return ofWords ?? ofCode ?? ofStatus(status)
}

function ofStatus(status: number | null): Fault | null {
  if (status === null || status < 400) return null
  if (status >= 500) return 'server-error'
  return STATUS[status] ?? null
}

const STATUS: { readonly [status: number]: Fault } = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'denied',
  404: 'not-found',
  429: 'throttled',
}

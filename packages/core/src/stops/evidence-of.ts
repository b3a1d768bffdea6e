import { addressKind } from './clues/address-kind.ts'
import type { Clues } from './clues/clues.ts'
import type { Fault } from './formats/fault.ts'
import type { Evidence } from './stop.ts'
import type { Wording } from './wording.ts'

/** What in the text speaks for the reading, the most telling first. */
export function evidenceOf({ says, text, isCut }: Wording, clues: Clues, fault: Fault | null): readonly Evidence[] {
  const { dialed, status, denial, errorCode, image, exitCode } = clues
  const found: Evidence[] = []
  if (dialed?.ip != null) found.push({ fact: `${ADDRESS[addressKind(dialed.ip)]}`, value: dialed.ip })
  if (status === 0) found.push({ fact: 'never-answered', value: 'StatusCode: 0' })
  else if (status !== null)
    found.push({ fact: 'answered', value: errorCode === null ? `${status}` : `${status} ${errorCode}` })
  else if (errorCode !== null && (fault === 'denied' || fault === 'not-found'))
    found.push({ fact: 'answered', value: errorCode })
  if (fault === 'name-not-resolved') found.push({ fact: 'name-not-resolved', value: dialed?.host ?? '' })
  if (denial?.by != null) found.push({ fact: 'denied-by', value: denial.by })
  if (says('signal: killed')) found.push({ fact: 'agent-killed', value: 'signal: killed' })
  if (image?.includes('@sha256:') === true) found.push({ fact: 'digest-pinned', value: image })
  if (/docker\.io\/library\//i.test(text)) found.push({ fact: 'default-registry', value: 'docker.io/library' })
  if (exitCode !== null) found.push({ fact: 'exit-code', value: `${exitCode}` })
  if (isCut) found.push({ fact: 'cut', value: '…' })
  return found
}

const ADDRESS = {
  private: 'private-address',
  public: 'public-address',
  s3: 's3-address',
  ipv6: 'ipv6-address',
} as const

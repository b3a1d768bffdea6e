import { hasPlaceholder, type Snapshot } from '@farsight/core'
import type { Problem } from '@farsight/iac'

/** A warning for each place of the code that the account it lies over does not hold: what is there is not known. */
export function placesOutside(file: string, over: Snapshot, code: Snapshot): readonly Problem[] {
  const held = placesOf(over)
  const outside = placesOf(code).filter((place) => !held.includes(place))
  const open = outside.filter((place) => hasPlaceholder(place))
  const warnings = outside
    .filter((place) => !hasPlaceholder(place))
    .map((place) => ({ code: 'W_PLACE_NOT_IN_OVER', params: { place, held: held.join(', ') } }))
  if (open.length > 0) warnings.push({ code: 'W_PLACE_OPEN', params: { place: '', held: held.join(', ') } })
  return warnings.map((each) => ({ ...each, severity: 'warning', file, line: null, column: null, path: null }))
}

/** A warning for an account or Region that was said, and of which a snapshot, which says it itself, holds nothing. */
export function saidBeside(file: string, snapshot: Snapshot, said: SaidPlace): readonly Problem[] {
  const held = placesOf(snapshot)
  const options = [
    ...(said.account === undefined ? [] : [{ option: `--account ${said.account}`, part: `${said.account}/` }]),
    ...(said.region === undefined ? [] : [{ option: `--region ${said.region}`, part: `/${said.region}` }]),
  ]
  return options
    .filter(({ part }) => !held.some((place) => place.startsWith(part) || place.endsWith(part)))
    .map(({ option }) => ({ code: 'W_PLACE_OF_SNAPSHOT', params: { option, held: held.join(', ') } }))
    .map((each) => ({ ...each, severity: 'warning', file, line: null, column: null, path: null }))
}

interface SaidPlace {
  readonly account?: string
  readonly region?: string
}

/** `111122223333/ap-northeast-1`. */
function placesOf({ accounts }: Snapshot): readonly string[] {
  return Object.entries(accounts).flatMap(([account, { regions }]) =>
    Object.keys(regions).map((region) => `${account}/${region}`),
  )
}

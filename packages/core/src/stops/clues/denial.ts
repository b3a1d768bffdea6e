import type { PolicyLayer } from '../stop.ts'
import type { Wording } from '../wording.ts'

/** Who was refused what, and by which layer of policies. */
export interface Denial {
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly by: PolicyLayer | null
  readonly isExplicit: boolean
}

/** `User: P is not authorized to perform: A on resource: R because no … policy allows the A action`. */
export function denialIn({ text, says }: Wording): Denial | null {
  const [, principal = null] = /\buser: (\S{3,400}) is not authorized/i.exec(text) ?? []
  const [, action = null] = /\bto perform:? ?([a-z][a-z0-9-]{1,40}:[A-Za-z*]{2,80})/i.exec(text) ?? []
  const [, resource = null] = /\bon (?:the )?resource:? (\S{1,600})/i.exec(text) ?? []
  if (principal === null && action === null && !says('because no') && !says('explicit deny')) return null
  const isExplicit = says('explicit deny')
  const spoken = isExplicit || says('because no') || says('because the')
  const by = spoken ? (LAYERS.find(([phrase]) => says(phrase))?.[1] ?? null) : null
  return { principal, action, resource: resource?.replace(/[.,;)]+$/, '') ?? null, by, isExplicit }
}

/** As the access denied messages of IAM name the kinds of policies; the longer name first. */
const LAYERS: readonly (readonly [string, PolicyLayer])[] = [
  ['VPC endpoint policy', 'endpoint-policy'],
  ['VPC endpoint', 'endpoint-policy'],
  ['service control policy', 'service-control-policy'],
  ['resource control policy', 'resource-control-policy'],
  ['permissions boundary', 'permissions-boundary'],
  ['session policy', 'session-policy'],
  ['resource-based policy', 'resource-policy'],
  ['identity-based policy', 'identity-policy'],
]

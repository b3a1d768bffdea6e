import { type Truth, truthOf } from './truth.ts'

/** Who asks, as far as policies can name it. */
export type Caller =
  | { readonly kind: 'role'; readonly account: string; readonly role: string; readonly session: string | null }
  | { readonly kind: 'user'; readonly account: string; readonly arn: string }
  | { readonly kind: 'root'; readonly account: string }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'nobody' }

export function callerOf(principal: string | null): Caller {
  if (principal === null) return { kind: 'nobody' }
  if (!principal.startsWith('arn:')) return { kind: 'service', name: principal }
  const [, partition = '', , , account = '', name = ''] = principal.split(':')
  if (name === 'root') return { kind: 'root', account }
  if (name.startsWith('user/')) return { kind: 'user', account, arn: principal }
  if (name.startsWith('role/')) return { kind: 'role', account, role: principal, session: null }
  const [, role = '', session = ''] = name.split('/')
  return { kind: 'role', account, role: `arn:${partition}:iam::${account}:role/${role}`, session }
}

/** Service-linked roles stand outside of an organization's policies. */
export function isServiceLinked(caller: Caller): boolean {
  return caller.kind === 'role' && caller.role.includes(':role/aws-service-role/')
}

/**
 * In which way an entry of a `Principal` names the caller. What a policy on a resource of the caller's own account says
 * of the `session` holds whatever the caller's own policies leave out; of the `role`, within boundary and session
 * policies; of the `account`, it leaves it to the caller's own policies.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type Naming = 'session' | 'role' | 'account'

interface Named {
  readonly naming: Naming
  readonly truth: Truth
}

export interface Entry {
  readonly type: string
  readonly text: string
}

export function entriesOf(principal: unknown): readonly Entry[] {
  if (principal === '*') return [{ type: 'AWS', text: '*' }]
  return Object.entries(principal as Record<string, string | readonly string[]>).flatMap(([type, texts]) =>
    [texts].flat().map((text) => ({ type, text })),
  )
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function nameOf({ type, text }: Entry, caller: Caller): Named {
  if (type === 'AWS' && text === '*') return { naming: 'session', truth: 'yes' }
  if (type === 'Service')
    return { naming: 'session', truth: truthOf(caller.kind === 'service' && caller.name === text) }
  // Nobody but AWS knows whose canonical user id it is.
  if (type === 'CanonicalUser') return { naming: 'session', truth: caller.kind === 'service' ? 'no' : 'maybe' }
  if (type !== 'AWS' || caller.kind === 'service' || caller.kind === 'nobody') return { naming: 'session', truth: 'no' }
  if (/^\d{12}$/.test(text) || text.endsWith(':root')) {
    return { naming: 'account', truth: truthOf((text.split(':')[4] ?? text) === caller.account) }
  }
  if (caller.kind === 'root') return { naming: 'session', truth: 'no' }
  if (caller.kind === 'user') return { naming: 'session', truth: truthOf(text === caller.arn) }
  if (text.includes(':role/')) return { naming: 'role', truth: truthOf(text === caller.role) }
  return { naming: 'session', truth: isSession(text, caller.role, caller.session) }
}

function isSession(text: string, role: string, session: string | null): Truth {
  const asRole = callerOf(text)
  if (asRole.kind !== 'role' || asRole.role !== role) return 'no'
  return session === null ? 'maybe' : truthOf(asRole.session === session)
}

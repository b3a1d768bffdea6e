import { parseArn } from '../model/arn.ts'
import { type Caller, NOBODY } from './caller.ts'

/** Whom a principal's name means: an ARN, the name of a service, or null for nobody. */
export function callerOf(principal: string | null): Caller {
  if (principal === null) return NOBODY
  const arn = parseArn(principal)
  if (arn === null) return { kind: 'service', name: principal }
  const { partition, account, resource } = arn
  if (resource === 'root') return { kind: 'root', account }
  if (!resource.startsWith('assumed-role/')) {
    if (resource.startsWith('role/')) return { kind: 'role', arn: principal, account, session: null }
    return { kind: 'user', arn: principal, account }
  }
  const [, role = '', session = ''] = resource.split('/')
  return { kind: 'role', arn: `arn:${partition}:iam::${account}:role/${role}`, account, session }
}

import type { Call } from './requirement.ts'

type Given = Pick<Call, 'step' | 'at' | 'service' | 'principal' | 'action' | 'resource' | 'to'> & Partial<Call>

/**
 * A call: required, from the task's own interface and always made, unless it is said otherwise. All calls have their
 * fields in one order, and none is made by copying another: launches by the thousand have dozens each.
 */
export function call(given: Given): Call {
  return {
    kind: 'call',
    step: given.step,
    required: given.required ?? true,
    at: given.at,
    service: given.service,
    principal: given.principal,
    action: given.action,
    resource: given.resource,
    from: given.from ?? 'task',
    to: given.to,
    target: given.target ?? null,
    onlyIf: given.onlyIf ?? null,
    via: given.via ?? null,
    context: given.context ?? null,
  }
}

import type { StopInput } from '../stop-input.ts'
import { type Document, listField, textField } from './fields.ts'

/** What the service says of itself; that it is well is no stop. */
export function inputsOfService(
  service: Document,
  name: string = textField(service, 'serviceName') ?? '',
): readonly StopInput[] {
  const events = listField(service, 'events').map((event) => ({
    message: textField(event, 'message'),
    at: textField(event, 'createdAt'),
  }))
  const rollouts = listField(service, 'deployments')
    .filter((deployment) => textField(deployment, 'rolloutState') === 'FAILED')
    .map((deployment) => ({
      message: textField(deployment, 'rolloutStateReason'),
      at: textField(deployment, 'updatedAt'),
    }))
  return [...events, ...rollouts].flatMap(({ message, at }) =>
    message === null || WELL.test(message) ? [] : [{ message, at, group: `service:${name}` }],
  )
}

const WELL =
  /has reached a steady state|has started \d+ tasks|has begun draining connections|registered \d+ targets|deployment completed|is AZ balanced/i

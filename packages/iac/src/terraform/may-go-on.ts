import { REST } from '@farsight/core'
import { AFTER_DEPLOY, embed, text, type Value } from '../cloudformation/value.ts'

/**
 * Of `resources = ["${aws_ecr_repository.web.arn}/*"]`, a plan tells that it refers to the ARN, and no more: policies do
 * write more, unlike other attributes.
 */
export function mayGoOn(attribute: string, value: Value): Value {
  if (attribute !== 'resources') return value
  if (value.kind === 'list') return { ...value, items: value.items.map((each) => mayGoOn(attribute, each)) }
  const own = value.kind === 'text' || value.kind === 'reference' ? embed(value) : null
  return own === null ? value : text(`${own}${REST}`, value.at, AFTER_DEPLOY)
}

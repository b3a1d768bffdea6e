import { type Gap, placeholder } from '@farsight/core'
import { text, unresolved, type Value } from './value.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const DYNAMIC_REFERENCE = /\{\{resolve:[^{}]*\}\}/g

/** A text whose `{{resolve:…}}` parts are open: CloudFormation reads them from the account when it deploys. */
export function withDynamicReferences(literal: string, at: number, open: Gap | null): Value {
  if (!literal.includes('{{resolve:')) return text(literal, at, open)
  const references = literal.match(DYNAMIC_REFERENCE)
  if (references === null) return text(literal, at, open)
  if (references[0] === literal) return unresolved(literal, at)
  const expression = references[0]
  const filled = literal.replace(DYNAMIC_REFERENCE, (reference) => placeholder(reference))
  return text(filled, at, open ?? { gap: 'unresolved', expression })
}

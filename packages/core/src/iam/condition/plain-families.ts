import { hasPlaceholder, sameText } from '../../model/placeholder.ts'
import { hasVariable, resolveVariables } from '../variables.ts'
import type { Family, Wanted } from './wanted.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
export const BOOL: Family = {
  kind: 'boolean',
  compile: (text, variables) => {
    if (variables && hasVariable(text)) return resolved(text)
    if (isBoolean(text) || hasPlaceholder(text)) return (value) => sameText(value.toLowerCase(), text.toLowerCase())
    return null
  },
  samples: (texts) => (texts.every(isBoolean) ? ['true', 'false', 'neither'] : null),
}

function isBoolean(text: string): boolean {
  return /^(true|false)$/i.test(text)
}

function resolved(text: string): Wanted {
  return (value, context) => {
    const wanted = resolveVariables(text, context)
    if (wanted === null) return false
    return hasVariable(wanted) ? undefined : sameText(value.toLowerCase(), wanted.toLowerCase())
  }
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/**
 * Byte by byte, both in base-64.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const BINARY: Family = {
  kind: 'binary',
  compile: (text) => (BASE64.test(text) || hasPlaceholder(text) ? (value) => sameText(value, text) : null),
}

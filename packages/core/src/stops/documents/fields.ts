/** A part of a JSON document that nobody vouches for. */
export type Document = { readonly [name: string]: unknown }

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field, as APIs write it (`stoppedReason`) or as Step Functions does (`StoppedReason`). */
export function field(document: Document, name: string): unknown {
  if (Object.hasOwn(document, name)) return document[name]
  const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return Object.hasOwn(document, capital) ? document[capital] : undefined
}

export function textField(document: Document, name: string): string | null {
  const value = field(document, name)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** More than a response of AWS holds is not looked at. */
const MOST_MEMBERS = 1000

export function listField(document: Document, name: string): readonly Document[] {
  const value = field(document, name)
  return Array.isArray(value) ? value.slice(0, MOST_MEMBERS).filter(isDocument) : []
}

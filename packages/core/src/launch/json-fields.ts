/** An object of JSON that somebody wrote, of whatever form. */
export interface JsonFields {
  readonly [name: string]: unknown
}

export function isJsonFields(value: unknown): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function jsonFields(value: unknown): JsonFields {
  return isJsonFields(value) ? value : {}
}

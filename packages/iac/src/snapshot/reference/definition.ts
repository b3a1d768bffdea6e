import type * as z from 'zod/mini'

/**
 * What a part of the snapshot means, for the JSON schema and docs/snapshot.md. It stands apart from the schemas, which
 * are loaded at every start, and covers every field of them: one without a text does not compile.
 */
export interface Definition {
  /** The AWS noun, or ours. */
  readonly title: string
  readonly description: string
  readonly schema: z.core.$ZodType
  readonly fields: { readonly [field: string]: string }
}

export function define<Schema extends z.core.$ZodType>(
  schema: Schema,
  title: string,
  description: string,
  fields: { readonly [Field in keyof z.infer<Schema> & string]-?: string },
): Definition {
  return { title, description, schema, fields }
}

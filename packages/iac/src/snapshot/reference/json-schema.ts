import * as z from 'zod/mini'
import type { Definition } from './definition.ts'

type Schema = z.core.$ZodType

export interface JsonSchema {
  [keyword: string]: unknown
}

export interface JsonSchemaRequest {
  /** A relative `$id`: the file beside which others stand. */
  readonly id: string
  readonly root: Definition
  /** What becomes one of `$defs`, in this order. */
  readonly parts: { readonly [name: string]: Definition }
  /** Schemas of many fields, with what they say. */
  readonly shared: { readonly [name: string]: Pick<Definition, 'schema' | 'description'> }
  /** Changes the JSON schema of a schema after its parts: for what zod does not see. */
  readonly complete: (schema: Schema, json: JsonSchema) => void
}

/** A JSON schema of draft 2020-12, with a text at every field and an order that stays. */
export function toJsonSchema({ id, root, parts, shared, complete }: JsonSchemaRequest): JsonSchema {
  const registry = z.registry<{ readonly id: string }>()
  for (const [name, { schema }] of Object.entries({ ...parts, ...shared })) registry.add(schema, { id: name })
  const { $schema, $defs, ...whole } = z.toJSONSchema(root.schema, {
    metadata: registry,
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      simplify(jsonSchema)
      complete(zodSchema, jsonSchema)
    },
  })
  const definitions: JsonSchema = {}
  for (const [name, part] of Object.entries(parts)) definitions[name] = describe($defs?.[name], part)
  for (const [name, { description }] of Object.entries(shared)) definitions[name] = { description, ...$defs?.[name] }
  return { $schema, $id: id, ...describe(whole, root), $defs: definitions }
}

/** Takes out what says nothing. */
function simplify(schema: JsonSchema): void {
  if (Array.isArray(schema.anyOf)) schema.anyOf = schema.anyOf.flatMap((option: JsonSchema) => option.anyOf ?? [option])
  if (schema.const !== undefined || Array.isArray(schema.enum)) delete schema.type
  if (schema.type === 'integer' && schema.maximum === Number.MAX_SAFE_INTEGER) {
    delete schema.minimum
    delete schema.maximum
  }
  // Keys are always text
  if (JSON.stringify(schema.propertyNames) === '{"type":"string"}') delete schema.propertyNames
  const { additionalProperties: rest } = schema
  if (typeof rest === 'object' && rest !== null && Object.keys(rest).length === 0) delete schema.additionalProperties
}

function describe(schema: JsonSchema | undefined, { title, description, fields }: Definition): JsonSchema {
  const texts = { title, description }
  if (schema?.properties === undefined) return { ...texts, ...schema }
  const properties: JsonSchema = {}
  for (const [field, value] of Object.entries(schema.properties ?? {})) {
    const text = fields[field]
    properties[field] = text === undefined ? value : { description: text, ...value }
  }
  return { ...texts, ...schema, properties }
}

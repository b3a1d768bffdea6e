import * as z from 'zod/mini'
import { gap } from '../schema/known.ts'
import { PEERS, securityGroupRule } from '../schema/security-group.ts'
import { snapshot } from '../schema/snapshot.ts'
import { accountId, pointer } from '../schema/text.ts'
import { define } from './definition.ts'
import { definitions, gapKinds, sharedSchemas } from './definitions.ts'
import { type JsonSchema, toJsonSchema } from './json-schema.ts'
import { snapshotDefinitions } from './snapshot.ts'

/** `schemas/snapshot.v1.json`: what the schemas here say, with the texts of `reference/`. */
export function snapshotJsonSchema(): JsonSchema {
  const { Snapshot, ...parts } = { ...snapshotDefinitions, ...definitions }
  const { properties, ...schema } = toJsonSchema({
    id: 'snapshot.v1.json',
    root: Snapshot,
    parts: { ...parts, Gap: define(gap, 'Gap', 'Why a fact is not known.', GAP_FIELDS) },
    shared: sharedSchemas,
    complete,
  })
  return withProperties(schema, { $schema: EDITOR_KEY, ...(properties ?? {}) })
}

const EDITOR_KEY = { description: 'For editors: where this JSON schema is. Farsight does not read it.', type: 'string' }

/** The kinds of gap have texts of their own. */
const GAP_FIELDS = { gap: '' }

const { accounts, origins } = snapshot.shape

function complete(schema: z.core.$ZodType, json: JsonSchema): void {
  if (json.type === 'object' && json.additionalProperties !== false) excludeGap(json)
  if (schema === accounts) restrictKeys(json, accountId)
  if (schema === origins._zod.def.innerType) restrictKeys(json, pointer)
  if (schema === securityGroupRule) json.oneOf = PEERS.map((peer) => ({ required: [peer] }))
  if (schema === gap) describeKinds(json)
}

/** An object with the key `gap` is a gap. */
function excludeGap(json: JsonSchema): void {
  if (json.propertyNames === undefined) json.properties = { ...(json.properties ?? {}), gap: false }
}

function restrictKeys(json: JsonSchema, keys: z.ZodMiniString): void {
  delete json.properties
  json.propertyNames = { pattern: z.toJSONSchema(keys).pattern }
}

function describeKinds(json: JsonSchema): void {
  const texts = Object.values(gapKinds)
  json.oneOf = (json.oneOf as readonly JsonSchema[]).map((kind, index) => ({ description: texts[index], ...kind }))
}

/** Puts the properties where they stand in all other objects: after the type. */
function withProperties(
  { $schema, $id, title, description, type, ...rest }: JsonSchema,
  properties: object,
): JsonSchema {
  return { $schema, $id, title, description, type, properties, ...rest }
}

/** JSON as data, before anybody knows its form. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type JsonObject = { readonly [key: string]: Json }

export function objectOf(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : {}
}

export function listOf(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? (json as readonly Json[]) : []
}

export function textOf(json: Json | undefined): string | null {
  return typeof json === 'string' ? json : null
}

/** A field that is the object's own: `__proto__` is a name like any other. */
export function field(json: Json | undefined, name: string): Json | undefined {
  const object = objectOf(json)
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** How many are not known in the items of a list, by attribute. */
export function openByName(open: Json | undefined): ReadonlyMap<string, number> | null {
  const counts = new Map<string, number>()
  for (const [name, each] of listOf(open).flatMap((item) => Object.entries(objectOf(item)))) {
    if (each === true) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts.size === 0 ? null : counts
}

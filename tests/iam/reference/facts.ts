/** What a request says of the condition keys, completely: a key that is not in it is absent. Keys are in lower case. */
export type Facts = ReadonlyMap<string, readonly string[]>

/** The text of a key with one value; null where it is absent. A key with several values cannot be a variable. */
export function singleValue(facts: Facts, key: string): string | null {
  const values = facts.get(key.toLowerCase())
  if (values === undefined) return null
  const [only, ...more] = values
  if (only === undefined || more.length > 0)
    throw new Error(`${key} is multivalued: what it says here is not documented`)
  return only
}

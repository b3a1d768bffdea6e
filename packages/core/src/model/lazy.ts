/** What is found when it is first asked for, and kept. */
export function lazy<Found>(find: () => Found): () => Found {
  let found: { readonly value: Found } | null = null
  return () => {
    found ??= { value: find() }
    return found.value
  }
}

/** A copy of plain data that may be written to. INVARIANT: what a snapshot holds is not nested beyond reason. */
export function copied<T>(data: T): T {
  if (Array.isArray(data)) return data.map(copied) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copied(value)])) as T
}

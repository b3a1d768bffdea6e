/** Whether two values parsed from JSON are the same; the order of keys counts, and so does what is not set. */
export function sameJson(left: unknown, right: unknown, depth = 0): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (depth > DEEPEST || Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  const others = Object.keys(right)
  if (keys.length !== others.length) return false
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    if (key !== others[i]) return false
    if (!sameJson((left as Fields)[key], (right as Fields)[key], depth + 1)) return false
  }
  return true
}

interface Fields {
  readonly [key: string]: unknown
}

/** Far deeper than policies are; a document may be hostile. */
const DEEPEST = 16

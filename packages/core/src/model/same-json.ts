/** Whether two values of JSON are equal, with their members in any order. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  return Array.isArray(left) ? sameLists(left, right) : !Array.isArray(right) && sameMembers(left, right)
}

function sameLists(left: readonly unknown[], right: object): boolean {
  if (!Array.isArray(right) || left.length !== right.length) return false
  for (let i = 0; i < left.length; i++) if (!sameJson(left[i], right[i])) return false
  return true
}

function sameMembers(left: object, right: object): boolean {
  let members = 0
  for (const key in left) {
    members++
    // What every object inherits are functions, which JSON has not, and by `__proto__` its prototype.
    if (key === '__proto__' || !sameJson(left[key as keyof typeof left], right[key as keyof typeof right])) return false
  }
  for (const _ in right) members--
  return members === 0
}

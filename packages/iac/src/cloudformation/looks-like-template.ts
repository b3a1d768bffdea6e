/** Whether plain data is a CloudFormation template: it has `Resources`, and one of them has a `Type`. */
export function looksLikeTemplate(root: unknown): boolean {
  if (!isObject(root) || !Object.hasOwn(root, 'Resources') || !isObject(root.Resources)) return false
  return Object.values(root.Resources).some((resource) => isObject(resource) && typeof resource.Type === 'string')
}

interface PlainObject {
  readonly Resources?: unknown
  readonly Type?: unknown
}

function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

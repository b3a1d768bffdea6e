import type { ResourceNode, Template } from './parse-template.ts'
import { referencesBelow } from './references.ts'

/**
 * By logical id, the logical ids of all that CloudFormation makes before a resource: what `DependsOn` and the references of
 * its properties name, and what that needs in turn.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
 */
export function createMadeBefore({ resources }: Template): (logicalId: string) => ReadonlySet<string> {
  const direct = new Map<string, readonly string[]>()
  const all = new Map<string, ReadonlySet<string>>()
  const directlyBefore = (id: string) => {
    const node = resources.get(id)
    const found = direct.get(id) ?? (node === undefined ? [] : namedBy(node).filter((name) => resources.has(name)))
    direct.set(id, found)
    return found
  }
  return (logicalId) => {
    const found = all.get(logicalId) ?? reachable(logicalId, directlyBefore)
    all.set(logicalId, found)
    return found
  }
}

function reachable(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const each of next(id)) {
      if (found.has(each)) continue
      found.add(each)
      open.push(each)
    }
  }
  return found
}

function namedBy({ dependsOn, properties }: ResourceNode): readonly string[] {
  const references = properties === null ? [] : referencesBelow(properties).map(({ name }) => name)
  return [...new Set([...dependsOn, ...references])]
}

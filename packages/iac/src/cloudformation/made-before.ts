import type { ResourceNode, Template } from './parse-template.ts'
import { referencesBelow } from './references.ts'

/**
 * The logical ids of all that CloudFormation makes before a resource: what `DependsOn` and the references of its
 * properties name, and what that needs in turn.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
 */
export function madeBefore({ resources }: Template, logicalId: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [logicalId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = resources.get(id)
    for (const name of node === undefined ? [] : directlyBefore(node)) {
      if (found.has(name) || !resources.has(name)) continue
      found.add(name)
      open.push(name)
    }
  }
  return found
}

function directlyBefore({ dependsOn, properties }: ResourceNode): readonly string[] {
  const named = properties === null ? [] : referencesBelow(properties).map(({ name }) => name)
  return [...dependsOn, ...named]
}

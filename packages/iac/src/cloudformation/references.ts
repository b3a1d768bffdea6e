import { splitAtDot } from './intrinsics/get-att.ts'
import { subReferences } from './intrinsics/sub.ts'
import type { Template } from './parse-template.ts'
import type { Problems } from './problems.ts'
import { type CallNode, childrenOf, type TemplateNode, textOf } from './template-node.ts'

/** A place that names a parameter or a resource. */
export interface Reference {
  readonly name: string
  readonly attribute: string | null
  readonly at: number
}

/** All references of a template, those of its outputs and of resources that the reader ignores too. */
export function referencesOf(template: Template): readonly Reference[] {
  return referencesBelow(template.root)
}

export function referencesBelow(root: TemplateNode): readonly Reference[] {
  const found: Reference[] = []
  const open: TemplateNode[] = [root]
  const seen = new Set<TemplateNode>()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (node.kind === 'call') found.push(...referencesIn(node))
    open.push(...childrenOf(node))
  }
  return found
}

function referencesIn({ name, argument, at }: CallNode): readonly Reference[] {
  const text = textOf(argument)
  if (name === 'Ref') return text === null ? [] : [{ name: text, attribute: null, at }]
  if (name === 'Fn::Sub') return subReferences(argument).map((variable) => dotted(variable, at))
  if (name !== 'Fn::GetAtt') return []
  if (text !== null) return [dotted(text, at)]
  const [first, second] = argument.kind === 'list' ? argument.items.map(textOf) : []
  return first == null ? [] : [{ name: first, attribute: second ?? '', at }]
}

function dotted(text: string, at: number): Reference {
  const [name, attribute] = splitAtDot(text) ?? [text, null]
  return { name, attribute, at }
}

/** Names that nothing defines: CloudFormation refuses such a template. Macros may still define them. */
export function reportUndefined(references: readonly Reference[], template: Template, problems: Problems): void {
  if (template.transforms.length > 0) return
  for (const { name, attribute, at } of references) {
    const defined =
      template.resources.has(name) || (attribute === null && (template.parameters.has(name) || isPseudo(name)))
    if (!defined) problems.report('E_UNDEFINED_REFERENCE', at, { name })
  }
}

const PSEUDO = new Set([
  'AccountId',
  'NoValue',
  'NotificationARNs',
  'Partition',
  'Region',
  'StackId',
  'StackName',
  'URLSuffix',
])

function isPseudo(name: string): boolean {
  return name.startsWith('AWS::') && PSEUDO.has(name.slice('AWS::'.length))
}

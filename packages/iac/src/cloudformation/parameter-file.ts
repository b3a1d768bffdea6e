import type { Problem } from '../problem.ts'
import { parseText } from './parse-template.ts'
import type { Problems } from './problems.ts'
import { kindOf, type MapNode, type TemplateNode, textOf } from './template-node.ts'

export interface ParameterFileReading {
  readonly parameters: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/**
 * The values of a parameter file: the list that the AWS CLI takes (`ParameterKey`, `ParameterValue`), the configuration
 * file of CodePipeline (`Parameters`), or a plain object; JSON or YAML.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 */
export function readParameterFile({ file, text }: { file: string; text: string }): ParameterFileReading {
  const { root, problems } = parseText(file, text)
  const parameters = new Map<string, string>()
  if (root?.kind === 'list') for (const item of root.items) addPair(item, parameters, problems)
  else if (root?.kind === 'map') addEntries(root, parameters, problems)
  else if (root !== null) wrongForm(root, 'parameters', problems)
  return { parameters: Object.fromEntries(parameters), problems: problems.found }
}

function addEntries(root: MapNode, parameters: Map<string, string>, problems: Problems): void {
  const inner = root.entries.get('Parameters')?.value
  for (const [name, { value }] of (inner?.kind === 'map' ? inner : root).entries) {
    const literal = literalOf(value)
    if (literal === null) wrongForm(value, name, problems)
    else parameters.set(name, literal)
  }
}

function addPair(item: TemplateNode, parameters: Map<string, string>, problems: Problems): void {
  const key = item.kind === 'map' ? textOf(item.entries.get('ParameterKey')?.value) : null
  if (item.kind !== 'map' || key === null) {
    problems.report('E_PARAMETER_WITHOUT_KEY', item.at)
    return
  }
  // `UsePreviousValue`: the account knows it
  const value = item.entries.get('ParameterValue')?.value
  const literal = value === undefined ? null : literalOf(value)
  if (literal !== null) parameters.set(key, literal)
}

function literalOf(node: TemplateNode): string | null {
  if (node.kind === 'scalar') return node.text ?? ''
  if (node.kind !== 'list' || node.items.some(({ kind }) => kind !== 'scalar')) return null
  return node.items.map((item) => textOf(item) ?? '').join(',')
}

function wrongForm(node: TemplateNode, what: string, problems: Problems): void {
  problems.report('E_WRONG_TYPE', node.at, { what, expected: 'text', found: kindOf(node) })
}

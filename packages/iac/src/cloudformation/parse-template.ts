import { Composer, type Document, LineCounter, Parser } from 'yaml'
import { measureJson } from '../snapshot/json-text.ts'
import { composeNodes } from './compose-nodes.ts'
import { countLines, jsonNodes } from './json-nodes.ts'
import { MAX_DEPTH, tooDeepAt } from './measure-depth.ts'
import { createProblems, type Problems } from './problems.ts'
import { isKnownTag } from './short-tags.ts'
import { kindOf, type MapNode, type NodeEntry, type TemplateNode, textOf } from './template-node.ts'

/** The sections of a template that the reader uses, checked for their form. */
export interface Template {
  readonly transforms: readonly string[]
  readonly parameters: ReadonlyMap<string, ParameterNode>
  readonly mappings: MapNode | null
  readonly conditions: ReadonlyMap<string, TemplateNode>
  readonly resources: ReadonlyMap<string, ResourceNode>
  readonly outputs: ReadonlyMap<string, OutputNode>
  readonly root: MapNode
}

export interface ParameterNode {
  readonly type: string
  readonly default: TemplateNode | null
}

export interface OutputNode {
  readonly value: TemplateNode | null
  /** The name under which other stacks import it. */
  readonly exportName: TemplateNode | null
  readonly condition: string | null
}

export interface ResourceNode {
  readonly logicalId: string
  /** The construct path that the CDK writes down, else the logical id. */
  readonly path: string
  /** The file of a nested template, which the CDK and `sam build` write down. */
  readonly asset: string | null
  readonly type: string
  readonly properties: MapNode | null
  readonly condition: string | null
  /** Logical ids of what is made before it, as `DependsOn` names them. */
  readonly dependsOn: readonly string[]
  /** Where its logical id stands. */
  readonly at: number
}

/** A syntax error makes the rest of the file meaningless to the parser; more of them help nobody. */
const MAX_SYNTAX_ERRORS = 5

export function parseTemplate(file: string, text: string): { template: Template | null; problems: Problems } {
  const { root, problems } = parseText(file, text)
  return { template: root === null ? null : sectionsOf(root, problems), problems }
}

/** YAML or JSON with the functions of CloudFormation; null where it cannot be read. */
export function parseText(file: string, text: string): { root: TemplateNode | null; problems: Problems } {
  const lines = new LineCounter()
  const problems = createProblems(file, (offset) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  })
  const tooDeep = /^\s*\{/.test(text) ? measureJson(text, MAX_DEPTH).tooDeepAt : null
  if (tooDeep === null) return { root: jsonNodes(text, lines, problems) ?? parseNodes(text, lines, problems), problems }
  countLines(text, lines)
  problems.report('E_TOO_DEEP', tooDeep, { limit: String(MAX_DEPTH) })
  return { root: null, problems }
}

function parseNodes(text: string, lines: LineCounter, problems: Problems): TemplateNode | null {
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const tooDeep = tooDeepAt(tokens)
  if (tooDeep !== null) {
    problems.report('E_TOO_DEEP', tooDeep, { limit: String(MAX_DEPTH) })
    return null
  }
  // Every scalar as text: CloudFormation's types are those of the properties. Keys are compared when nodes are composed
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, lineCounter: lines })
  const documents = [...composer.compose(tokens, true, text.length)]
  const [first, second] = documents
  if (first === undefined || first.contents === null) {
    problems.report('E_EMPTY_FILE', 0)
    return null
  }
  if (second !== undefined) problems.report('E_MULTIPLE_DOCUMENTS', second.range[0])
  if (reportSyntax(first, text, problems)) return null
  return composeNodes(first, problems)
}

function reportSyntax(document: Document.Parsed, text: string, problems: Problems): boolean {
  const format = text.trimStart().startsWith('{') ? 'JSON' : 'YAML'
  for (const { code, message, pos } of document.errors.slice(0, MAX_SYNTAX_ERRORS)) {
    problems.report('E_SYNTAX', pos[0], { format, reason: code, detail: message })
  }
  for (const { code, pos } of document.warnings) {
    const tag = text.slice(pos[0], pos[1])
    if (code === 'TAG_RESOLVE_FAILED' && !isKnownTag(tag)) problems.report('E_UNKNOWN_TAG', pos[0], { tag })
  }
  return document.errors.length > 0
}

export function sectionsOf(root: TemplateNode, problems: Problems): Template | null {
  if (root.kind !== 'map') {
    problems.report('E_WRONG_TYPE', root.at, { what: 'template', expected: 'map', found: kindOf(root) })
    return null
  }
  const resources = root.entries.get('Resources')
  if (resources === undefined) {
    problems.report('E_NO_RESOURCES', root.at)
    return null
  }
  const section = sectionOf(root, 'Resources', problems)
  if (section === null) return null
  return {
    root,
    transforms: transformsOf(root, section),
    parameters: parametersOf(sectionOf(root, 'Parameters', problems), problems),
    mappings: sectionOf(root, 'Mappings', problems),
    conditions: new Map(entriesOf(sectionOf(root, 'Conditions', problems)).map(([name, { value }]) => [name, value])),
    resources: resourcesOf(section, problems),
    outputs: outputsOf(sectionOf(root, 'Outputs', problems)),
  }
}

/** A top-level section; null where it is absent or (a problem) no map. */
function sectionOf(root: MapNode, name: string, problems: Problems): MapNode | null {
  const entry = root.entries.get(name)
  if (entry === undefined) return null
  if (entry.value.kind === 'map') return entry.value
  if (kindOf(entry.value) === 'nothing' && name !== 'Resources') return null
  problems.report('E_WRONG_TYPE', entry.keyAt, { what: name, expected: 'map', found: kindOf(entry.value) }, name)
  return null
}

function entriesOf(map: MapNode | null): readonly (readonly [string, NodeEntry])[] {
  return map === null ? [] : [...map.entries]
}

/** Macros may add and rename anything: what the template does not define may then still be defined. */
function transformsOf(root: MapNode, resources: MapNode): readonly string[] {
  const found: string[] = []
  const transform = root.entries.get('Transform')?.value
  for (const node of transform?.kind === 'list' ? transform.items : transform ? [transform] : []) {
    found.push(textOf(node) ?? 'Fn::Transform')
  }
  for (const map of [root, resources]) {
    for (const key of map.entries.keys()) if (key.startsWith('Fn::')) found.push(key)
  }
  return found
}

function parametersOf(section: MapNode | null, problems: Problems): ReadonlyMap<string, ParameterNode> {
  const parameters = new Map<string, ParameterNode>()
  for (const [name, { keyAt, value }] of entriesOf(section)) {
    if (value.kind === 'map') {
      const type = textOf(value.entries.get('Type')?.value) ?? 'String'
      parameters.set(name, { type, default: value.entries.get('Default')?.value ?? null })
    } else {
      problems.report('E_WRONG_TYPE', keyAt, { what: name, expected: 'map', found: kindOf(value) }, name)
    }
  }
  return parameters
}

function outputsOf(section: MapNode | null): ReadonlyMap<string, OutputNode> {
  const outputs = new Map<string, OutputNode>()
  for (const [name, { value }] of entriesOf(section)) {
    if (value.kind !== 'map') continue
    const exported = value.entries.get('Export')?.value
    outputs.set(name, {
      value: value.entries.get('Value')?.value ?? null,
      exportName: exported?.kind === 'map' ? (exported.entries.get('Name')?.value ?? null) : null,
      condition: textOf(value.entries.get('Condition')?.value),
    })
  }
  return outputs
}

function noted(metadata: TemplateNode | undefined, name: string): string | null {
  return metadata?.kind === 'map' ? textOf(metadata.entries.get(name)?.value) : null
}

/** Without the name of the construct that stands for the resource itself. */
function constructPath(metadata: TemplateNode | undefined): string | null {
  return noted(metadata, 'aws:cdk:path')?.replace(/\/(?:Resource|Default)$/, '') ?? null
}

function resourcesOf(section: MapNode, problems: Problems): ReadonlyMap<string, ResourceNode> {
  const resources = new Map<string, ResourceNode>()
  for (const [logicalId, { keyAt, value }] of section.entries) {
    if (logicalId.startsWith('Fn::')) continue
    const resource = resourceOf(logicalId, keyAt, value, problems)
    if (resource !== null) resources.set(logicalId, resource)
  }
  return resources
}

function resourceOf(logicalId: string, at: number, node: TemplateNode, problems: Problems): ResourceNode | null {
  if (!/^[A-Za-z0-9]+$/.test(logicalId)) {
    problems.report('E_BAD_LOGICAL_ID', at, { logicalId }, logicalId)
    return null
  }
  if (node.kind !== 'map') {
    problems.report('E_WRONG_TYPE', at, { what: logicalId, expected: 'map', found: kindOf(node) }, logicalId)
    return null
  }
  const type = textOf(node.entries.get('Type')?.value)
  if (type === null) {
    problems.report('E_RESOURCE_WITHOUT_TYPE', at, { logicalId }, logicalId)
    return null
  }
  const properties = node.entries.get('Properties')
  if (properties !== undefined && properties.value.kind !== 'map' && kindOf(properties.value) !== 'nothing') {
    const found = kindOf(properties.value)
    problems.report('E_WRONG_TYPE', properties.keyAt, { what: 'Properties', expected: 'map', found }, logicalId)
  }
  const metadata = node.entries.get('Metadata')?.value
  return {
    logicalId,
    path: constructPath(metadata) ?? logicalId,
    asset: noted(metadata, 'aws:asset:property') === 'TemplateURL' ? noted(metadata, 'aws:asset:path') : null,
    type,
    properties: properties?.value.kind === 'map' ? properties.value : null,
    condition: textOf(node.entries.get('Condition')?.value),
    dependsOn: textsOf(node.entries.get('DependsOn')?.value),
    at,
  }
}

/** One text, or a list of them. */
function textsOf(node: TemplateNode | undefined): readonly string[] {
  const items = node?.kind === 'list' ? node.items : [node]
  return items.flatMap((item) => textOf(item) ?? [])
}

import { parseText } from '../cloudformation/parse-template.ts'
import type { Problems } from '../cloudformation/problems.ts'
import { kindOf, type MapNode, type TemplateNode, textOf } from '../cloudformation/template-node.ts'

/** What a cloud assembly says about its stacks; where nothing is said, null. */
export interface Manifest {
  readonly stacks: readonly StackArtifact[]
  /** Folders of the assemblies of stages, below this one. */
  readonly assemblies: readonly string[]
  /** Files that say which asset is which file. */
  readonly assetManifests: readonly string[]
}

export interface StackArtifact {
  readonly id: string
  /** `Stage/Stack`, as `cdk list` shows it. */
  readonly displayName: string
  readonly stackName: string
  readonly templateFile: string
  readonly account: string | null
  readonly region: string | null
  readonly at: number
}

/** The last major version whose fields we know; later ones may mean other things. */
const KNOWN_VERSION = 55

/** @see https://github.com/aws/aws-cdk-cli/tree/main/packages/%40aws-cdk/cloud-assembly-schema */
export function readManifest(file: string, text: string): { manifest: Manifest | null; problems: Problems } {
  const { root, problems } = parseText(file, text)
  return { manifest: root === null ? null : manifestOf(root, problems), problems }
}

function manifestOf(root: TemplateNode, problems: Problems): Manifest | null {
  const artifacts = child(root, 'artifacts')
  const version = textOf(child(root, 'version'))
  if (version === null || (artifacts !== undefined && artifacts.kind !== 'map')) {
    problems.report('E_NO_MANIFEST', root.at)
    return null
  }
  const major = Number.parseInt(version, 10)
  if (!(major <= KNOWN_VERSION)) {
    problems.report('W_MANIFEST_VERSION', root.at, { version, known: String(KNOWN_VERSION) })
  }
  reportMissing(child(root, 'missing'), problems)
  const all = artifacts === undefined ? [] : [...artifacts.entries]
  return {
    stacks: all.flatMap(([id, { keyAt, value }]) => stackOf(id, keyAt, value, problems) ?? []),
    assemblies: all.flatMap(([, { value }]) => propertyOf(value, 'cdk:cloud-assembly', 'directoryName') ?? []),
    assetManifests: all.flatMap(([, { value }]) => propertyOf(value, 'cdk:asset-manifest', 'file') ?? []),
  }
}

/** Where the context lacks a value, the CDK writes a made-up one into the template. */
function reportMissing(missing: TemplateNode | undefined, problems: Problems): void {
  for (const item of missing?.kind === 'list' ? missing.items : []) {
    const key = textOf(child(item, 'key')) ?? ''
    problems.report('W_CONTEXT_MISSING', item.at, { key })
  }
}

function stackOf(id: string, at: number, artifact: TemplateNode, problems: Problems): StackArtifact | null {
  if (textOf(child(artifact, 'type')) !== 'aws:cloudformation:stack') return null
  const properties = child(artifact, 'properties')
  const templateFile = textOf(child(properties, 'templateFile'))
  if (templateFile === null) {
    problems.report('E_WRONG_TYPE', at, { what: 'templateFile', expected: 'text', found: kindOf(artifact) }, id)
    return null
  }
  const [, account = '', region = ''] =
    /^aws:\/\/([^/]+)\/(.+)$/.exec(textOf(child(artifact, 'environment')) ?? '') ?? []
  return {
    id,
    displayName: textOf(child(artifact, 'displayName')) ?? id,
    stackName: textOf(child(properties, 'stackName')) ?? id,
    templateFile,
    account: /^\d{12}$/.test(account) ? account : null,
    region: region === '' || region.startsWith('unknown-') ? null : region,
    at,
  }
}

function propertyOf(artifact: TemplateNode, type: string, name: string): string | null {
  return textOf(child(artifact, 'type')) === type ? textOf(child(child(artifact, 'properties'), name)) : null
}

export function child(node: TemplateNode | undefined, name: string): TemplateNode | undefined {
  return node?.kind === 'map' ? (node satisfies MapNode).entries.get(name)?.value : undefined
}

import type { Gap } from '@farsight/core'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import type { Stack } from '../stack.ts'
import { unresolved, type Value } from '../value.ts'
import { leaveOpen, type VpcDraft } from '../vpc-draft.ts'

export const NESTED_TYPES: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'])

export interface Location {
  /** A path, as it is written. */
  readonly path: string
  readonly at: number
  /** It stands in the metadata, and the property names a place in S3. */
  readonly noted: boolean
}

/** The file of the nested template; null where it is no file, or nobody knows which. */
export function locationOf(resource: Resource, assetOf: (url: string) => string | null): Location | null {
  const value = resource.get(resource.type === 'AWS::Serverless::Application' ? 'Location' : 'TemplateURL')
  const isPath = value.kind === 'text' && value.open === null && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value.text)
  if (isPath && value.text !== '') return { path: value.text, at: value.at, noted: false }
  const noted = resource.asset ?? (value.kind === 'text' ? assetOf(value.text) : null)
  return noted === null ? null : { path: noted, at: resource.at, noted: true }
}

const byOutput =
  (name: string): Name =>
  (resource, at) =>
    unresolved(`${resource.id}.${name}`, at)

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html */
export const nestedStack: ResourceKind = {
  type: 'AWS::CloudFormation::Stack',
  attribute: byOutput,
  read: (resource, stack) => {
    if (stack.opens(resource)) return
    const gap: Gap = { gap: 'unresolved', expression: `${resource.type} ${resource.id}` }
    for (const vpc of vpcsIn(resource.get('Parameters'), stack)) leaveOpen(vpc, gap)
  },
}

/** The VPCs that a value names, by themselves or by something inside them. */
function vpcsIn(value: Value, stack: Stack): readonly VpcDraft[] {
  const ids = new Set(idsIn(value))
  return [...stack.vpcs.drafts.values()].filter((vpc) => {
    const tables = [vpc.subnets, vpc.routeTables, vpc.securityGroups, vpc.networkAcls]
    return ids.has(vpc.id) || tables.some((table) => [...table.drafts.keys()].some((id) => ids.has(id)))
  })
}

/** Lists of ids are passed on as one text, in which each is a placeholder. */
function idsIn(value: Value): readonly string[] {
  if (value.kind === 'reference') return [value.id]
  if (value.kind === 'text') return [...value.text.matchAll(/«([^«»]*)»/g)].map(([, name]) => name ?? '')
  if (value.kind === 'list') return value.items.flatMap(idsIn)
  return value.kind === 'map' ? [...value.entries.values()].flatMap((entry) => idsIn(entry.value)) : []
}

/** What `Transform: AWS::Serverless-2016-10-31` turns into a nested stack. */
export const serverlessApplication: ResourceKind = { ...nestedStack, type: 'AWS::Serverless::Application' }

import type { Gap } from '@farsight/core'
import type { Name, ResourceKind } from '../resource-kind.ts'
import type { Stack } from '../stack.ts'
import { unresolved, type Value } from '../value.ts'
import { leaveOpen, type VpcDraft } from '../vpc-draft.ts'

const byOutput =
  (name: string): Name =>
  (resource, at) =>
    unresolved(`${resource.logicalId}.${name}`, at)

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html */
export const nestedStack: ResourceKind = {
  type: 'AWS::CloudFormation::Stack',
  attribute: byOutput,
  read: (resource, stack) => {
    const gap: Gap = { gap: 'unresolved', expression: `${resource.type} ${resource.logicalId}` }
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

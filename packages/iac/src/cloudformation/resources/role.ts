import { isGap, pointerTo } from '@farsight/core'
import { draftTable, pointerIn } from '../draft-table.ts'
import { attributes, byName, globalArn, nameOf } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import type { RoleDraft } from '../role-draft.ts'
import { list, text } from '../shape.ts'
import { add, mark, readingOf, type Stack } from '../stack.ts'
import { embed, fieldOf, openOf, text as textValue } from '../value.ts'

/** `/` or `/team/`. */
export function pathOf(resource: Resource): string {
  const value = resource.get('Path')
  return value.kind === 'absent' ? '/' : (embed(value) ?? '/')
}

const byRoleArn: Name = (resource, at) => {
  const name = nameOf(resource, 'RoleName')
  const open = name.open ?? openOf(resource.get('Path'))
  return textValue(globalArn(resource, 'iam', `role${pathOf(resource)}${name.text}`), at, open)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const role: ResourceKind = {
  type: 'AWS::IAM::Role',
  ref: byName('RoleName'),
  attribute: attributes({ Arn: byRoleArn }),
  read: (resource, stack) => {
    const { text: name } = nameOf(resource, 'RoleName')
    const at = pointerIn(stack.roles, name)
    const reading = readingOf(stack, resource)
    const draft: RoleDraft = {
      path: text.read(resource.get('Path'), at, reading),
      assumeRolePolicyDocument: policyDocument.read(
        resource.get('AssumeRolePolicyDocument'),
        pointerTo(at, 'assumeRolePolicyDocument'),
        reading,
      ) ?? { gap: 'unresolved', expression: 'AssumeRolePolicyDocument' },
      attachedPolicyArns: arnsOf(resource, stack, pointerTo(at, 'attachedPolicyArns')),
      inlinePolicies: draftTable(pointerTo(at, 'inlinePolicies')),
      unknownPolicies: null,
      permissionsBoundaryArn: text.read(resource.get('PermissionsBoundary'), at, reading),
    }
    add(stack, stack.roles, name, resource, draft)
    mark(stack, pointerTo(at, 'assumeRolePolicyDocument'), resource, 'AssumeRolePolicyDocument')
    mark(stack, pointerTo(at, 'attachedPolicyArns'), resource, 'ManagedPolicyArns')
    mark(stack, pointerTo(at, 'permissionsBoundaryArn'), resource, 'PermissionsBoundary')
    addInlinePolicies(resource, draft, stack)
  },
}

function arnsOf(resource: Resource, stack: Stack, at: string): RoleDraft['attachedPolicyArns'] {
  const arns = list(text).read(resource.get('ManagedPolicyArns'), at, readingOf(stack, resource)) ?? []
  return isGap(arns) ? arns : [...arns]
}

function addInlinePolicies(resource: Resource, draft: RoleDraft, stack: Stack): void {
  const policies = resource.get('Policies')
  if (policies.kind === 'unknown') draft.unknownPolicies = policies.gap
  for (const item of policies.kind === 'list' ? policies.items : []) {
    if (item.kind === 'unknown') {
      draft.inlinePolicies.drafts.set(item.name, item.gap)
      continue
    }
    const name = fieldOf(item, 'PolicyName')?.value
    const document = fieldOf(item, 'PolicyDocument')
    const key = (name && embed(name)) || `${resource.id}.Policies`
    const at = pointerIn(draft.inlinePolicies, key)
    const read = document === null ? undefined : policyDocument.read(document.value, at, readingOf(stack, resource))
    if (document === null || read === undefined) continue
    draft.inlinePolicies.drafts.set(key, read)
    stack.origins.set(at, document.keyAt, resource.path)
  }
}

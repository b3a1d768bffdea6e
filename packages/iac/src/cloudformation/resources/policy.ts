import { isGap, pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, globalArn, nameOf } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import type { RoleDraft } from '../role-draft.ts'
import { add, allHoldersIn, type Found, holdersIn, idOf, mark, readingOf, type Stack } from '../stack.ts'
import { text } from '../value.ts'
import { pathOf } from './role.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html */
export const policy: ResourceKind = {
  type: 'AWS::IAM::Policy',
  read: (resource, stack) => addInline(resource, stack, allHoldersIn(stack, stack.roles, resource.get('Roles'))),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html */
export const rolePolicy: ResourceKind = {
  type: 'AWS::IAM::RolePolicy',
  read: (resource, stack) => addInline(resource, stack, holdersIn(stack, stack.roles, resource.get('RoleName'))),
}

function addInline(resource: Resource, stack: Stack, roles: readonly Found<RoleDraft>[]): void {
  const name = nameOf(resource, 'PolicyName').text
  for (const { draft: role, doubt } of roles) {
    const at = pointerIn(role.inlinePolicies, name)
    const document = policyDocument.read(resource.get('PolicyDocument'), at, readingOf(stack, resource))
    if (document === undefined) continue
    add(stack, role.inlinePolicies, name, resource, document)
    if (doubt !== null) role.inlinePolicies.doubts.set(name, doubt)
    mark(stack, at, resource, 'PolicyDocument')
  }
}

const byPolicyArn: Name = (resource, at) => {
  const name = nameOf(resource, 'ManagedPolicyName')
  return text(globalArn(resource, 'iam', `policy${pathOf(resource)}${name.text}`), at, name.open)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const managedPolicy: ResourceKind = {
  type: 'AWS::IAM::ManagedPolicy',
  ref: byPolicyArn,
  attribute: attributes({ PolicyArn: byPolicyArn }),
  read: (resource, stack) => {
    const arn = idOf(byPolicyArn(resource, resource.at))
    const at = pointerTo(pointerIn(stack.policies, arn), 'document')
    const document = policyDocument.read(resource.get('PolicyDocument'), at, readingOf(stack, resource))
    add(stack, stack.policies, arn, resource, {
      document: document ?? { gap: 'unresolved', expression: 'PolicyDocument' },
    })
    mark(stack, at, resource, 'PolicyDocument')
    for (const { draft: role, doubt } of allHoldersIn(stack, stack.roles, resource.get('Roles'))) {
      if (!isGap(role.attachedPolicyArns)) role.attachedPolicyArns.push(resource.doubt ?? doubt ?? arn)
    }
  },
}

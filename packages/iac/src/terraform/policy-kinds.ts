import { isGap, type KeyGrant, type Known, type PolicyDocument, pointerTo } from '@farsight/core'
import { pointerIn } from '../cloudformation/draft-table.ts'
import { policyDocument } from '../cloudformation/policy-document.ts'
import type { Resource } from '../cloudformation/resource.ts'
import type { ResourceKind } from '../cloudformation/resource-kind.ts'
import { fullList, text } from '../cloudformation/shape.ts'
import { holdersIn, idOf, mark, readingOf, type Stack } from '../cloudformation/stack.ts'
import { plainOf, type Value } from '../cloudformation/value.ts'

/** Keys are named by id or ARN, and filed by id. */
function keysIn(resource: Resource, stack: Stack) {
  const value = resource.get('KeyId')
  const id = idOf(value)
  const named: Value = value.kind === 'text' ? { ...value, text: id.slice(id.lastIndexOf('/') + 1) } : value
  return holdersIn(stack, stack.keys, named)
}

export const keyPolicy: ResourceKind = {
  type: 'Terraform::KeyPolicy',
  read: (resource, stack) => {
    const found = keysIn(resource, stack)
    if (found.length === 0)
      stack.problems.report('W_POLICY_ELSEWHERE', resource.at, { property: 'key_id' }, resource.path)
    for (const { key, draft, doubt } of found) {
      const at = pointerTo(pointerIn(stack.keys, key), 'policyDocument')
      const document: Known<PolicyDocument> | undefined = policyDocument.read(
        resource.get('Policy'),
        at,
        readingOf(stack, resource),
      )
      if (document !== undefined) draft.policyDocument = doubt ?? document
      mark(stack, at, resource)
    }
  },
}

export const keyGrant: ResourceKind = {
  type: 'Terraform::KeyGrant',
  read: (resource, stack) => {
    for (const { draft, doubt } of keysIn(resource, stack)) {
      const { grants = [] } = draft
      if (!isGap(grants)) draft.grants = doubt ?? [...grants, grantOf(resource, stack)]
    }
  },
}

function grantOf(resource: Resource, stack: Stack): KeyGrant {
  const reading = readingOf(stack, resource)
  const open = (expression: string) => ({ gap: 'unresolved', expression }) as const
  const context = (property: string) => plainOf(resource.get(property)) as Known<Readonly<Record<string, string>>>
  const has = (property: string) => resource.get(property).kind !== 'absent'
  return {
    granteePrincipal: text.read(resource.get('GranteePrincipal'), '', reading) ?? open('grantee_principal'),
    operations: fullList(text).read(resource.get('Operations'), '', reading) ?? open('operations'),
    ...(has('ContextEquals') ? { encryptionContextEquals: context('ContextEquals') } : {}),
    ...(has('ContextSubset') ? { encryptionContextSubset: context('ContextSubset') } : {}),
  }
}

/** What these do not list, Terraform takes away; of what the same plan puts there, the last one wins. */
export const policiesExclusive: ResourceKind = {
  type: 'Terraform::PoliciesExclusive',
  read: (resource, stack) => {
    const listed = fullList(text).read(resource.get('PolicyNames'), '', readingOf(stack, resource)) ?? []
    for (const { draft } of holdersIn(stack, stack.roles, resource.get('RoleName'))) {
      for (const name of draft.inlinePolicies.drafts.keys()) {
        if (isGap(listed) || !listed.includes(name)) draft.inlinePolicies.doubts.set(name, notModeled(resource))
      }
    }
  },
}

export const attachmentsExclusive: ResourceKind = {
  type: 'Terraform::AttachmentsExclusive',
  read: (resource, stack) => {
    const listed = fullList(text).read(resource.get('PolicyArns'), '', readingOf(stack, resource)) ?? []
    for (const { draft } of holdersIn(stack, stack.roles, resource.get('RoleName'))) {
      const { attachedPolicyArns: attached } = draft
      if (isGap(attached)) continue
      draft.attachedPolicyArns = attached.map((arn) =>
        !isGap(arn) && (isGap(listed) || !listed.includes(arn)) ? notModeled(resource) : arn,
      )
    }
  },
}

function notModeled({ path }: Resource) {
  return { gap: 'not-modeled', what: path } as const
}

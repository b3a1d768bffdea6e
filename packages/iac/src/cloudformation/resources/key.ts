import { isGap, placeholder, pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byArn, byName, byProperty, nameOf, regionalArn } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { boolean } from '../shape.ts'
import { add, idOf, mark, readingOf } from '../stack.ts'
import { AFTER_DEPLOY, text } from '../value.ts'

const byKeyId: Name = ({ id, known }, at) =>
  known === undefined ? text(placeholder(id), at, AFTER_DEPLOY) : text(known.id, at)

const byKeyArn: Name = (resource, at) =>
  resource.known?.arn
    ? text(resource.known.arn, at)
    : text(regionalArn(resource, 'kms', `key/${placeholder(resource.id)}`), at, AFTER_DEPLOY)

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html */
export const key: ResourceKind = {
  type: 'AWS::KMS::Key',
  ref: byKeyId,
  attribute: attributes({ Arn: byKeyArn, KeyId: byKeyId }),
  read: (resource, stack) => {
    const id = resource.known?.id ?? placeholder(resource.id)
    const at = pointerIn(stack.keys, id)
    const reading = readingOf(stack, resource)
    const enabled = boolean.read(resource.get('Enabled'), at, reading) ?? true
    const document = policyDocument.read(resource.get('KeyPolicy'), pointerTo(at, 'policyDocument'), reading)
    add(stack, stack.keys, id, resource, {
      keyState: enabled === true ? 'Enabled' : enabled === false ? 'Disabled' : enabled,
      keyManager: 'CUSTOMER',
      policyDocument: document ?? accountPolicy(resource.environment.account, resource.environment.partition),
      grants: [],
    })
    mark(stack, pointerTo(at, 'policyDocument'), resource, 'KeyPolicy')
  },
}

/** The default policy gives the account control of the key, so that identity policies decide. */
function accountPolicy(account: string, partition: string) {
  const principal = { AWS: `arn:${partition}:iam::${account}:root` }
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }],
  } as const
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html */
export const keyAlias: ResourceKind = {
  type: 'AWS::KMS::Alias',
  ref: byName('AliasName'),
  attribute: attributes({ Arn: byArn('kms', 'AliasName', (name) => name), TargetKeyId: byProperty('TargetKeyId') }),
  read: (resource, stack) => {
    const target = idOf(resource.get('TargetKeyId'))
    const draft = stack.keys.drafts.get(target.slice(target.lastIndexOf('/') + 1))
    const name = nameOf(resource, 'AliasName')
    if (draft === undefined || resource.doubt !== null || name.open !== null) return
    draft.aliases = [...(draft.aliases === undefined || isGap(draft.aliases) ? [] : draft.aliases), name.text]
  },
}

import { placeholder, pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byProperty, nameOf, regionalArn } from '../names.ts'
import { readResourcePolicy } from '../read-resource-policy.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { text } from '../shape.ts'
import { add, idOf, mark, readingOf } from '../stack.ts'
import { AFTER_DEPLOY, text as textValue } from '../value.ts'

/** Secrets Manager ends the ARN of every secret with a hyphen and six characters of its own. */
export const bySecretArn: Name = (resource, at) => {
  if (resource.known?.arn) return textValue(resource.known.arn, at)
  const { text: name } = nameOf(resource, 'Name')
  const suffix = placeholder(`${resource.id}.suffix`)
  return textValue(regionalArn(resource, 'secretsmanager', `secret:${name}-${suffix}`), at, AFTER_DEPLOY)
}

/**
 * "If you omit both `GenerateSecretString` and `SecretString`, you create an empty secret."
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
 */
export const secret: ResourceKind = {
  type: 'AWS::SecretsManager::Secret',
  ref: bySecretArn,
  attribute: attributes({ Id: bySecretArn }),
  read: (resource, stack) => {
    const arn = idOf(bySecretArn(resource, resource.at))
    const at = pointerIn(stack.secrets, arn)
    const kmsKeyId = text.read(resource.get('KmsKeyId'), at, readingOf(stack, resource))
    const values = [resource.get('SecretString'), resource.get('GenerateSecretString')]
    add(stack, stack.secrets, arn, resource, {
      // A person may have written one since
      hasValue: values.some(({ kind }) => kind !== 'absent') || (stack.secrets.drafts.get(arn)?.hasValue ?? false),
      ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
      policyDocument: null,
    })
    if (kmsKeyId !== undefined) mark(stack, pointerTo(at, 'kmsKeyId'), resource, 'KmsKeyId')
  },
}

/** It stands for the secret that it attaches, and is what a task refers to so as to start after the attachment. */
export const secretTargetAttachment: ResourceKind = {
  type: 'AWS::SecretsManager::SecretTargetAttachment',
  ref: byProperty('SecretId'),
}

export const secretResourcePolicy: ResourceKind = {
  type: 'AWS::SecretsManager::ResourcePolicy',
  read: (resource, stack) =>
    readResourcePolicy(resource, stack, stack.secrets, { of: 'SecretId', policy: 'ResourcePolicy' }),
}

import { type Known, placeholder, pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byProperty, nameOf, regionalArn } from '../names.ts'
import { readResourcePolicy } from '../read-resource-policy.ts'
import type { Resource } from '../resource.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { text } from '../shape.ts'
import { add, idOf, mark, readingOf } from '../stack.ts'
import { ABSENT, AFTER_DEPLOY, candidatesOf, text as textValue, type Value } from '../value.ts'

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
    add(stack, stack.secrets, arn, resource, {
      hasValue: hasValue(resource, stack.secrets.drafts.get(arn)?.hasValue),
      ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
      policyDocument: null,
    })
    if (kmsKeyId !== undefined) mark(stack, pointerTo(at, 'kmsKeyId'), resource, 'KmsKeyId')
  },
}

/** @param before of the account that the code lies over: a person may have written one since */
function hasValue(resource: Resource, before: Known<boolean> | undefined): Known<boolean> {
  const [given, generated] = [resource.get('SecretString'), resource.get('GenerateSecretString')]
  if (isFilled(given) || isFilled(generated) || before === true || isEither(given, generated)) return true
  const open = [given, generated].find((value) => value.kind === 'unknown')
  return open?.kind === 'unknown' ? open.gap : (before ?? false)
}

/** Whatever the value is, unless it is an undecided `Fn::If` that may leave the property out. */
function isFilled(value: Value): boolean {
  return candidatesOf(value).every(({ value: each }) => each.kind !== 'absent')
}

/** One condition gives the value in one case, and in the other AWS generates it. */
function isEither(left: Value, right: Value): boolean {
  if (left.kind !== 'unknown' || right.kind !== 'unknown') return false
  const isSame = JSON.stringify(left.gap) === JSON.stringify(right.gap)
  const cases = left.candidates?.map((value, i) => [value, right.candidates?.[i] ?? ABSENT]) ?? []
  return isSame && cases.length > 0 && cases.every((values) => values.some(isFilled))
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

import { isGap, pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byArn, byName, nameOf } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { text } from '../shape.ts'
import { add, mark, readingOf } from '../stack.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const logGroup: ResourceKind = {
  type: 'AWS::Logs::LogGroup',
  ref: byName('LogGroupName'),
  attribute: attributes({ Arn: byArn('logs', 'LogGroupName', (name) => `log-group:${name}:*`) }),
  read: (resource, stack) => {
    const { text: name } = nameOf(resource, 'LogGroupName')
    const at = pointerIn(stack.logGroups, name)
    const reading = readingOf(stack, resource)
    const logGroupClass = text.read(resource.get('LogGroupClass'), at, reading)
    const kmsKeyId = text.read(resource.get('KmsKeyId'), at, reading)
    const policy = policyDocument.read(resource.get('ResourcePolicyDocument'), pointerTo(at, 'policyDocument'), reading)
    add(stack, stack.logGroups, name, resource, {
      ...(logGroupClass === undefined ? {} : { logGroupClass }),
      ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
      policyDocument: policy ?? null,
    })
    if (kmsKeyId !== undefined && !isGap(kmsKeyId)) mark(stack, pointerTo(at, 'kmsKeyId'), resource, 'KmsKeyId')
  },
}

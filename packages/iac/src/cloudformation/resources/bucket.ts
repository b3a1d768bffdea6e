import { pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byName, nameOf } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { add, idOf, mark, readingOf } from '../stack.ts'
import { text } from '../value.ts'

const byBucketArn: Name = (resource, at) => {
  const name = nameOf(resource, 'BucketName')
  return text(`arn:${resource.environment.partition}:s3:::${name.text}`, at, name.open)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
export const bucket: ResourceKind = {
  type: 'AWS::S3::Bucket',
  ref: byName('BucketName'),
  attribute: attributes({ Arn: byBucketArn }),
  read: (resource, stack) => {
    const { text: name } = nameOf(resource, 'BucketName')
    add(stack, stack.buckets, name, resource, { region: resource.environment.region, policyDocument: null })
  },
}

export const bucketPolicy: ResourceKind = {
  type: 'AWS::S3::BucketPolicy',
  read: (resource, stack) => {
    const name = idOf(resource.get('Bucket'))
    const found = stack.buckets.drafts.get(name)
    if (found === undefined) return
    const at = pointerTo(pointerIn(stack.buckets, name), 'policyDocument')
    const document = policyDocument.read(resource.get('PolicyDocument'), at, readingOf(stack, resource))
    found.policyDocument = resource.doubt ?? document ?? null
    mark(stack, at, resource, 'PolicyDocument')
  },
}

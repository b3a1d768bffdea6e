import { attributes, byName, nameOf } from '../names.ts'
import { readResourcePolicy } from '../read-resource-policy.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { add } from '../stack.ts'
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
  read: (resource, stack) =>
    readResourcePolicy(resource, stack, stack.buckets, { of: 'Bucket', policy: 'PolicyDocument' }),
}

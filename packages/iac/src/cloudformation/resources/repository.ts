import { pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byArn, byName, nameOf } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { text } from '../shape.ts'
import { add, mark, readingOf } from '../stack.ts'
import { fieldOf, text as textValue } from '../value.ts'

const byUri: Name = (resource, at) => {
  const { account, region, urlSuffix } = resource.environment
  const name = nameOf(resource, 'RepositoryName')
  return textValue(`${account}.dkr.ecr.${region}.${urlSuffix}/${name.text}`, at, name.open)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html */
export const repository: ResourceKind = {
  type: 'AWS::ECR::Repository',
  ref: byName('RepositoryName'),
  attribute: attributes({ Arn: byArn('ecr', 'RepositoryName', (name) => `repository/${name}`), RepositoryUri: byUri }),
  read: (resource, stack) => {
    const { text: name } = nameOf(resource, 'RepositoryName')
    const at = pointerIn(stack.repositories, name)
    const reading = readingOf(stack, resource)
    const document = policyDocument.read(resource.get('RepositoryPolicyText'), pointerTo(at, 'policyDocument'), reading)
    const key = fieldOf(resource.get('EncryptionConfiguration'), 'KmsKey')
    const kmsKeyArn = key === null ? undefined : text.read(key.value, at, reading)
    const mutability = text.read(resource.get('ImageTagMutability'), at, reading)
    add(stack, stack.repositories, name, resource, {
      images: { '*': { gap: 'assumed', assumption: 'images-pushed' } },
      policyDocument: document ?? null,
      ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
      ...(mutability === undefined ? {} : { imageTagMutability: mutability }),
    })
    mark(stack, pointerTo(at, 'policyDocument'), resource, 'RepositoryPolicyText')
  },
}

import { pointerIn } from '../draft-table.ts'
import { byName, nameOf } from '../names.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { oneOf } from '../shape.ts'
import { add, readingOf } from '../stack.ts'

/**
 * CloudFormation creates no SecureString.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html
 */
export const parameter: ResourceKind = {
  type: 'AWS::SSM::Parameter',
  ref: byName('Name'),
  read: (resource, stack) => {
    const { text: name } = nameOf(resource, 'Name')
    const at = pointerIn(stack.parameters, name)
    const type = oneOf('String', 'StringList').read(resource.get('Type'), at, readingOf(stack, resource))
    add(stack, stack.parameters, name, resource, { type: type ?? { gap: 'unresolved', expression: 'Type' } })
  },
}

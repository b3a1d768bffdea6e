import { type DiscoveryService, isGap, placeholder } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId, byProperty, regionalArn } from '../names.ts'
import { record } from '../record-shape.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { fullList, required, text } from '../shape.ts'
import { add, idOf, readingOf } from '../stack.ts'
import { AFTER_DEPLOY, text as textValue } from '../value.ts'
import type { Draft } from '../vpc-draft.ts'

/** AWS ends the ARN with an id of its own. */
const byServiceArn: Name = (resource, at) =>
  resource.known?.arn
    ? textValue(resource.known.arn, at)
    : textValue(regionalArn(resource, 'servicediscovery', `service/${placeholder(resource.id)}`), at, AFTER_DEPLOY)

const shape = record<Draft<DiscoveryService>>({
  dnsConfig: record({ dnsRecords: required(fullList(record({ type: required(text) }))) }),
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-servicediscovery-service.html */
export const discoveryService: ResourceKind = {
  type: 'AWS::ServiceDiscovery::Service',
  ref: byId,
  attribute: attributes({ Id: byId, Arn: byServiceArn, Name: byProperty('Name') }),
  read: (resource, stack) => {
    const arn = idOf(byServiceArn(resource, resource.at))
    const draft = shape.read(resource.properties, pointerIn(stack.discoveryServices, arn), readingOf(stack, resource))
    if (draft !== undefined && !isGap(draft)) add(stack, stack.discoveryServices, arn, resource, draft)
  },
}

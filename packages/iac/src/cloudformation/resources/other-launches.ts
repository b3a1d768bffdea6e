import { isGap, type OtherLaunchKind } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { byName } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { fullList, text } from '../shape.ts'
import { readingOf, type Stack } from '../stack.ts'
import { fieldOf, type Value } from '../value.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-expressgatewayservice.html */
export const expressService: ResourceKind = {
  type: 'AWS::ECS::ExpressGatewayService',
  read: (resource, stack) => note(resource, stack, 'express-service'),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobdefinition.html */
export const batchJobDefinition: ResourceKind = {
  type: 'AWS::Batch::JobDefinition',
  ref: byName('JobDefinitionName'),
  read: (resource, stack) => {
    // Absent: EC2
    const capabilities = resource.get('PlatformCapabilities')
    if (mayBe(['FARGATE'], capabilities, resource, stack)) note(resource, stack, 'batch-job-definition')
  },
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-computeenvironment.html */
export const batchComputeEnvironment: ResourceKind = {
  type: 'AWS::Batch::ComputeEnvironment',
  read: (resource, stack) => {
    const type = fieldOf(resource.get('ComputeResources'), 'Type')?.value
    if (type !== undefined && mayBe(['FARGATE', 'FARGATE_SPOT'], type, resource, stack)) {
      note(resource, stack, 'batch-compute-environment')
    }
  },
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-fargateprofile.html */
export const eksFargateProfile: ResourceKind = {
  type: 'AWS::EKS::FargateProfile',
  read: (resource, stack) => note(resource, stack, 'eks-fargate-profile'),
}

/** What is not known may be Fargate. */
function mayBe(types: readonly string[], value: Value, resource: Resource, stack: Stack): boolean {
  const found = texts.read(value, '', readingOf(stack, resource))
  return found !== undefined && (isGap(found) || found.some((item) => types.includes(item.toUpperCase())))
}

const texts = fullList(text)

/** Whether it is made at all does not matter for what is not judged. */
function note(resource: Resource, stack: Stack, kind: OtherLaunchKind): void {
  stack.otherLaunches.drafts.set(resource.id, { kind })
  stack.origins.set(pointerIn(stack.otherLaunches, resource.id), resource.at, resource.path)
}

import { pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { fileSystemDraft } from '../file-system-draft.ts'
import { attributes, byId, regionalArn } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { Name, ResourceKind } from '../resource-kind.ts'
import { fullList, text } from '../shape.ts'
import { add, holdersIn, mark, readingOf } from '../stack.ts'
import { AFTER_DEPLOY, fieldOf, text as textValue } from '../value.ts'

function byFileSystemArn(part: string): Name {
  return (resource, at) =>
    resource.known?.arn
      ? textValue(resource.known.arn, at)
      : textValue(regionalArn(resource, 'elasticfilesystem', `${part}/«${resource.id}»`), at, AFTER_DEPLOY)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html */
export const fileSystem: ResourceKind = {
  type: 'AWS::EFS::FileSystem',
  ref: byId,
  attribute: attributes({ FileSystemId: byId, Arn: byFileSystemArn('file-system') }),
  read: (resource, stack) => {
    const at = pointerIn(stack.fileSystems, resource.id)
    const pointer = pointerTo(at, 'policyDocument')
    const document = policyDocument.read(resource.get('FileSystemPolicy'), pointer, readingOf(stack, resource))
    add(stack, stack.fileSystems, resource.id, resource, fileSystemDraft(at, document ?? null))
    mark(stack, pointer, resource, 'FileSystemPolicy')
  },
}

export const mountTarget: ResourceKind = {
  type: 'AWS::EFS::MountTarget',
  ref: byId,
  attribute: attributes({ Id: byId }),
  read: (resource, stack) => {
    for (const { draft, doubt } of holdersIn(stack, stack.fileSystems, resource.get('FileSystemId'))) {
      const { mountTargets } = draft
      const at = pointerIn(mountTargets, resource.id)
      const reading = readingOf(stack, resource)
      add(stack, mountTargets, resource.id, resource, {
        subnetId: text.read(resource.get('SubnetId'), at, reading) ?? { gap: 'unresolved', expression: 'SubnetId' },
        lifeCycleState: 'available',
        securityGroupIds:
          fullList(text).read(resource.get('SecurityGroups'), pointerTo(at, 'securityGroupIds'), reading) ?? [],
      })
      if (doubt !== null) mountTargets.doubts.set(resource.id, doubt)
      mark(stack, pointerTo(at, 'securityGroupIds'), resource, 'SecurityGroups')
    }
  },
}

export const accessPoint: ResourceKind = {
  type: 'AWS::EFS::AccessPoint',
  ref: byId,
  attribute: attributes({ AccessPointId: byId, Arn: byFileSystemArn('access-point') }),
  read: (resource, stack) => {
    const path = fieldOf(resource.get('RootDirectory'), 'Path')
    const root = path === null ? '/' : text.read(path.value, '', readingOf(stack, resource))
    for (const { draft, doubt } of holdersIn(stack, stack.fileSystems, resource.get('FileSystemId'))) {
      add(stack, draft.accessPoints, resource.id, resource, { rootDirectory: root ?? '/' })
      if (doubt !== null) draft.accessPoints.doubts.set(resource.id, doubt)
    }
  },
}

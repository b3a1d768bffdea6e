import type { FileSystem, Known, MountTarget, PolicyDocument } from '@farsight/core'
import { type Pointer, pointerTo } from '@farsight/core'
import { type DraftTable, draftTable, finish } from './draft-table.ts'

type AccessPoint = { readonly rootDirectory?: Known<string> }

export interface FileSystemDraft {
  /** As the account has it that the code lies over. */
  readonly base?: FileSystem
  policyDocument: Known<PolicyDocument> | null
  readonly mountTargets: DraftTable<MountTarget>
  readonly accessPoints: DraftTable<AccessPoint>
}

export function fileSystemDraft(at: Pointer, policyDocument: Known<PolicyDocument> | null): FileSystemDraft {
  return {
    policyDocument,
    mountTargets: draftTable(pointerTo(at, 'mountTargets')),
    accessPoints: draftTable(pointerTo(at, 'accessPoints')),
  }
}

export function finishFileSystem(draft: FileSystemDraft): FileSystem {
  return {
    lifeCycleState: 'available',
    ...draft.base,
    policyDocument: draft.policyDocument,
    mountTargets: finish(draft.mountTargets),
    accessPoints: finish(draft.accessPoints),
  }
}

import type { ResourceKind } from '../resource-kind.ts'

/** What bears on launches and is not read: whoever asks is told, for the answer does not rest on it. */
export function unread(type: string): ResourceKind {
  return {
    type,
    read: (resource, stack) => stack.problems.report('W_KIND_NOT_READ', resource.at, { type }, resource.path),
  }
}

export const UNREAD: readonly ResourceKind[] = [
  'AWS::EC2::SecurityGroupVpcAssociation',
  'AWS::EC2::VPCEncryptionControl',
  'AWS::ECR::RepositoryCreationTemplate',
  'AWS::Logs::ResourcePolicy',
  'AWS::Organizations::Policy',
].map(unread)

import type { PolicyDocument } from '../model/policy-document.ts'

/**
 * What holds for a thing that has no policy of its own; null: nothing. Who can reach a file system may then mount it,
 * write and be root.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html#default-filesystempolicy
 */
export function defaultPolicyOf(resource: string): PolicyDocument | null {
  return resource.includes(':elasticfilesystem:') && resource.includes(':file-system/') ? EVERYBODY_MOUNTS : null
}

const EVERYBODY_MOUNTS: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: 'elasticfilesystem:Client*', Resource: '*' },
}

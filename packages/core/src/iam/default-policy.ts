import { parseArn } from '../model/arn.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import agent from './guard-duty-agent.json' with { type: 'json' }

/**
 * What holds for a thing that has no policy of its own; null: nothing. Who can reach a file system may then mount it,
 * write and be root.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html#default-filesystempolicy
 */
export function defaultPolicyOf(resource: string): PolicyDocument | null {
  return resource.includes(':elasticfilesystem:') && resource.includes(':file-system/') ? EVERYBODY_MOUNTS : null
}

/** The same where nobody read whether the thing has a policy of its own. */
export function unreadPolicyOf(resource: string): PolicyDocument | null {
  return defaultPolicyOf(resource) === null ? null : PERHAPS_EVERYBODY_MOUNTS
}

/**
 * What AWS lets every account do with a repository of its own, whose policy nobody else can read; null: nothing known.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
 */
export function policyOfAws(resource: string): PolicyDocument | null {
  const arn = parseArn(resource)
  return arn !== null && AGENTS.has(`${arn.region}:${arn.account}:${arn.resource}`) ? EVERYBODY_PULLS : null
}

const AGENTS = new Set(
  Object.entries(agent.accounts).map(([region, account]) => `${region}:${account}:repository/${agent.repository}`),
)

/** The `Sid` is what a report quotes: nobody has read the policy itself. */
const EVERYBODY_PULLS: PolicyDocument = {
  Version: '2012-10-17',
  Statement: {
    Sid: 'AsDocumentedByAWS',
    Effect: 'Allow',
    Principal: '*',
    Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  },
}

const OF_MOUNTS = { Effect: 'Allow', Action: 'elasticfilesystem:Client*', Resource: '*' } as const

const EVERYBODY_MOUNTS: PolicyDocument = { Version: '2012-10-17', Statement: { ...OF_MOUNTS, Principal: '*' } }

const PERHAPS_EVERYBODY_MOUNTS: PolicyDocument = {
  Version: '2012-10-17',
  Statement: {
    ...OF_MOUNTS,
    Principal: { gap: 'not-read', permission: 'elasticfilesystem:DescribeFileSystemPolicy' },
  },
}

import type { Rule } from '../rule.ts'

const AT = ['open-exec-session'] as const

/** ECS Exec: what the API, the CLI and the plugin of Session Manager say. */
export const OPEN_EXEC_SESSION: readonly Rule[] = [
  {
    says: [
      'SessionManagerPlugin is not found',
      'session manager plugin is not',
      'session-manager-plugin: command not found',
      'session-manager-plugin not found',
    ],
    means: { step: 'open-exec-session', service: null, kind: 'missing', causes: ['session-manager-plugin-missing'] },
  },
  {
    says: ['valid taskRoleArn is not being used', 'specify a valid task role', 'task role to enable execute command'],
    means: { step: 'accept-request', service: 'iam', kind: 'configuration', causes: ['task-role-not-set'] },
  },
  {
    at: AT,
    says: [
      'was not enabled when the task was run',
      'execute command was not enabled',
      'execute command is not enabled',
      'not enabled for execute command',
      'agent isnt running',
      'agent is not running',
    ],
    means: { kind: 'configuration', causes: ['exec-not-enabled', 'exec-agent-not-running'] },
  },
  {
    at: AT,
    says: ['platform version', 'not supported on', 'not supported for', 'nano server'],
    means: { kind: 'configuration', causes: ['exec-not-supported'] },
  },
  {
    at: AT,
    says: [
      'container name must be',
      'container name is required',
      'multiple containers',
      'more than one container',
      'specify the container',
      'specify a container name',
      'containername',
    ],
    not: ['denied'],
    means: { kind: 'configuration', causes: ['exec-container-unnamed'] },
  },
  {
    at: AT,
    says: [
      'task was not found',
      'TaskNotFound',
      'task is not running',
      'not in a running',
      'specify a valid task',
      'task is stopped',
      'task has been stopped',
      'ClusterNotFound',
      'cluster not found',
      'referenced task',
      'container runtime id',
      'unable to describe task',
      'specified container was not found',
    ],
    means: { service: 'ecs', kind: 'missing', causes: ['exec-task-not-found', 'no-route-to-ssmmessages'] },
  },
  {
    at: AT,
    says: [
      'session limit',
      'too many sessions',
      'limit of sessions',
      'maximum number of sessions',
      'exceeded the maximum',
      'LimitExceeded',
      'concurrent sessions',
    ],
    means: { kind: 'capacity', causes: ['exec-session-limit'], transient: true },
  },
  {
    says: [
      'cannot perform start session: eof',
      'inappropriate ioctl for device',
      'input device is not a tty',
      'not a terminal',
      'no tty present',
      'non-interactive',
    ],
    means: {
      step: 'open-exec-session',
      service: 'ssmmessages',
      kind: 'configuration',
      causes: ['exec-needs-terminal'],
    },
  },
  {
    at: AT,
    says: ['read-only file system', 'readonlyRootFilesystem', 'read only root'],
    means: { kind: 'configuration', causes: ['exec-read-only-root'] },
  },
  {
    at: AT,
    says: ['ecs:ExecuteCommand', 'ssm:StartSession', 'ecs:DescribeTasks'],
    fault: ['denied'],
    means: { service: 'ecs', kind: 'permission', causes: ['exec-caller-denied'] },
  },
  {
    at: AT,
    says: ['calling the ExecuteCommand', 'calling the StartSession'],
    fault: ['denied'],
    means: { service: 'ecs', kind: 'permission', causes: ['exec-caller-denied', 'exec-role-permissions-missing'] },
  },
  {
    at: AT,
    says: ['data key', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms.'],
    fault: ['no-answer', 'name-not-resolved'],
    means: {
      service: 'kms',
      kind: 'network',
      causes: ['no-route-to-kms', 'security-group-blocks-egress', 'endpoint-security-group-blocks'],
    },
  },
  {
    at: AT,
    says: ['data key', 'kms:Decrypt', 'kms:GenerateDataKey', 'KMSAccessDenied', 'access to KMS'],
    means: { service: 'kms', kind: 'permission', causes: ['kms-decrypt-denied', 'key-unusable', 'no-route-to-kms'] },
  },
  {
    at: AT,
    says: [
      'no such file or directory',
      'executable file not found',
      'unable to start shell',
      'failed to start pty',
      'unable to start command',
    ],
    means: { kind: 'configuration', causes: ['entrypoint-not-found', 'exec-agent-not-running'] },
  },
  {
    at: AT,
    fault: ['no-answer', 'name-not-resolved', 'refused', 'reset'],
    means: { service: 'ssmmessages', kind: 'network', causes: 'network' },
  },
  {
    at: AT,
    says: ['TargetNotConnected', 'target not connected', 'is not connected', 'due to an internal error'],
    means: {
      kind: 'permission',
      causes: [
        'exec-role-permissions-missing',
        'no-route-to-ssmmessages',
        'exec-agent-not-running',
        'exec-credentials-overridden',
        'exec-read-only-root',
      ],
    },
  },
  {
    at: AT,
    fault: ['denied'],
    means: {
      service: 'ssmmessages',
      kind: 'permission',
      causes: ['exec-role-permissions-missing', 'exec-caller-denied'],
    },
  },
  {
    at: AT,
    fault: ['throttled'],
    means: { service: 'ecs', kind: 'throttled', causes: ['request-throttled'], transient: true },
  },
  {
    at: AT,
    says: ['execute command agent', 'ExecuteCommandAgent', 'ssm agent', 'agent exited'],
    means: {
      kind: 'configuration',
      causes: ['exec-agent-not-running', 'exec-role-permissions-missing', 'exec-read-only-root'],
    },
  },
]

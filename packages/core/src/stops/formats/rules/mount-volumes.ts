import type { Rule } from '../rule.ts'

const AT = ['mount-volumes'] as const

/** EFS, EBS, S3 Files and bind mounts. */
export const MOUNT_VOLUMES: readonly Rule[] = [
  {
    says: ['ebs', 'volume'],
    and: ['file system type', 'filesystem type', 'filesystemtype', 'wrong fs type', 'bad superblock'],
    means: {
      step: 'mount-volumes',
      service: null,
      kind: 'configuration',
      causes: ['ebs-file-system-mismatch', 'ebs-volume-failed'],
      transient: false,
    },
  },
  {
    says: [
      'ebs volume',
      'CreateVolume',
      'AttachVolume',
      'volume attachment',
      'failed to attach volume',
      'attach volume',
    ],
    means: {
      step: 'mount-volumes',
      service: 'ec2',
      kind: 'configuration',
      causes: ['ebs-volume-failed', 'infrastructure-role-trust-missing', 'ebs-file-system-mismatch'],
      transient: null,
    },
  },
  {
    says: ['s3 files', 's3files'],
    fault: ['denied'],
    means: { step: 'mount-volumes', service: 's3', kind: 'permission', causes: ['s3-files-denied'], transient: false },
  },
  {
    says: ['s3 files', 's3files'],
    fault: ['no-answer', 'name-not-resolved', 'refused', 'reset'],
    means: {
      step: 'mount-volumes',
      service: 's3',
      kind: 'network',
      causes: ['s3-files-unreachable', 'security-group-blocks-egress', 'vpc-dns-off'],
    },
  },
  {
    at: AT,
    says: [
      'access denied by server',
      'ClientMount',
      'elasticfilesystem:',
      'operation not permitted',
      'iam authorization',
    ],
    means: { service: 'efs', kind: 'permission', causes: ['file-system-access-denied'], transient: false },
  },
  {
    at: AT,
    says: ['no such file or directory', 'reason given by server', 'does not exist on'],
    not: ['/usr/sbin', 'connection timed out', 'access point'],
    means: { service: 'efs', kind: 'missing', causes: ['file-system-path-missing'], transient: false },
  },
  {
    at: AT,
    says: ['access point', 'accesspoint', 'FileSystemNotFound', 'file system does not exist', 'file system not found'],
    fault: ['not-found', 'invalid'],
    means: {
      service: 'efs',
      kind: 'missing',
      causes: ['volume-misconfigured', 'file-system-mount-target-missing'],
      transient: false,
    },
  },
  {
    at: AT,
    fault: ['name-not-resolved'],
    means: {
      service: 'efs',
      kind: 'missing',
      causes: ['file-system-mount-target-missing', 'vpc-dns-off', 'dns-forwarded-away'],
      transient: null,
    },
  },
  {
    at: AT,
    says: ['failed to resolve', 'mount target', 'mount-dns-name', 'availability zone'],
    not: ['timed out', 'timeout', 'refused'],
    means: {
      service: 'efs',
      kind: 'missing',
      causes: ['file-system-mount-target-missing', 'vpc-dns-off', 'dns-forwarded-away'],
      transient: null,
    },
  },
  {
    at: AT,
    says: ['connection refused'],
    means: {
      service: 'efs',
      kind: 'network',
      causes: ['proxy-intercepts-egress', 'file-system-unreachable', 'file-system-mount-target-missing'],
    },
  },
  {
    at: AT,
    says: ['connection reset', 'connection closed', 'broken pipe'],
    means: {
      service: 'efs',
      kind: 'network',
      causes: ['file-system-mount-target-missing', 'file-system-unreachable'],
      transient: null,
    },
  },
  {
    at: AT,
    fault: ['no-answer'],
    means: {
      service: 'efs',
      kind: 'network',
      causes: ['file-system-unreachable', 'no-route-to-efs', 'address-family-unsupported'],
    },
  },
  {
    at: AT,
    fault: ['denied'],
    means: {
      kind: 'permission',
      causes: ['file-system-access-denied', 'infrastructure-role-trust-missing'],
      transient: false,
    },
  },
  {
    at: AT,
    says: ['timed out', 'timeout'],
    means: {
      kind: 'network',
      causes: ['file-system-unreachable', 'no-route-to-efs', 'file-system-mount-target-missing'],
    },
  },
  {
    at: AT,
    says: [
      'CannotCreateVolume',
      'volume driver',
      'invalid mount',
      'mount point',
      'invalid volume',
      'volume name',
      'duplicate mount',
      'host.sourcepath',
      'error mounting',
    ],
    means: { kind: 'configuration', causes: ['volume-misconfigured'], transient: false },
  },
  {
    at: AT,
    fault: ['not-found'],
    means: {
      kind: 'missing',
      causes: ['file-system-path-missing', 'file-system-mount-target-missing'],
      transient: false,
    },
  },
  {
    at: AT,
    fault: ['throttled', 'server-error'],
    means: { kind: 'platform', causes: ['storage-provisioning-timeout', 'platform-transient'], transient: true },
  },
  {
    at: AT,
    means: {
      kind: 'unknown',
      causes: ['file-system-unreachable', 'file-system-mount-target-missing', 'file-system-access-denied'],
      transient: null,
    },
  },
]

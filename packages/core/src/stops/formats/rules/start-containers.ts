import type { Rule } from '../rule.ts'

const AT = ['start-containers'] as const

/** The container runtime: what the image and the container definition made of it. */
export const START_CONTAINERS: readonly Rule[] = [
  {
    says: ['container dependency', 'dependency graph', 'dependsOn', 'ordering dependency', 'dependency did not', 'dependencies did not', 'depends on container', 'dependent container'],
    means: { step: 'start-containers', service: null, kind: 'application', causes: ['container-dependency-failed', 'sidecar-failed'] },
  },
  {
    says: ['argument list too long', 'environment too large', 'environment is too large', 'environment variables exceed'],
    means: { step: 'start-containers', service: null, kind: 'configuration', causes: ['environment-too-large'], transient: false },
  },
  {
    at: AT,
    says: ['executable file not found', 'no command specified', 'exec: permission denied', '": permission denied', 'permission denied: unknown', 'no such file or directory: unknown', 'stat /', 'exec: "'],
    not: ['passwd', 'mount', 'device', 'chdir', 'mknod', 'read-only file'],
    means: { service: null, kind: 'configuration', causes: ['entrypoint-not-found', 'image-incomplete'], transient: false },
  },
  {
    at: AT,
    says: ['/etc/passwd', '/etc/group', 'no matching entries in passwd', 'unable to find user', 'unable to find group', 'chdir to cwd', 'no users found', 'no such user', 'working directory'],
    means: { service: null, kind: 'configuration', causes: ['image-incomplete', 'container-misconfigured'], transient: false },
  },
  {
    at: AT,
    says: ['oom-killed', 'out of memory', 'cannot allocate memory', 'minimum memory limit', 'memory limit too low'],
    means: { service: null, kind: 'application', causes: ['out-of-memory', 'task-size-invalid'], transient: false },
  },
  {
    at: AT,
    says: ['device nodes', 'mknod', 'rootfs_linux.go', 'error mounting', 'not a directory', 'mount callback', 'to rootfs at', 'invalid mount', 'invalid volume'],
    means: { service: 'efs', kind: 'configuration', causes: ['volume-misconfigured', 'container-misconfigured', 'entrypoint-not-found'], transient: false },
  },
  {
    at: AT,
    says: ['unable transition start', 'transition start timeout', '3m0s', 'transition to started; timed out after waiting 3m'],
    means: { service: null, kind: 'network', causes: ['no-public-ip', 'security-group-blocks-egress', 'container-start-timeout'], transient: null },
  },
  {
    at: AT,
    says: ['timed out after waiting', 'transition to', 'tranisition to', 'timeout', 'ContainerRuntimeTimeout', 'DockerTimeout', 'timed out'],
    not: ['i/o timeout'],
    means: { service: null, kind: 'platform', causes: ['container-start-timeout'], transient: true },
  },
  {
    at: AT,
    says: ['no space left on device'],
    means: { service: null, kind: 'capacity', causes: ['ephemeral-storage-full'], transient: false },
  },
  {
    at: AT,
    says: ['gathering device information', 'custom device', 'linuxParameters', 'rlimit', 'ulimit', 'sysctl', 'capabilit', 'invalid argument', 'read-only file system', 'invalid config', 'conflicting options', 'privileged', 'cgroup', 'seccomp', 'port is already allocated', 'invalid'],
    means: { service: null, kind: 'configuration', causes: ['container-misconfigured', 'volume-misconfigured'], transient: false },
  },
  {
    at: AT,
    says: ['i/o timeout', 'dial tcp', 'connection issue'],
    means: { kind: 'network', causes: 'network' },
  },
  {
    at: AT,
    says: ['CannotStopContainer', 'failed sending SIGTERM', 'SIGKILL to container'],
    means: { step: 'run', service: null, kind: 'platform', causes: ['platform-transient', 'container-start-timeout'], transient: true },
  },
  {
    at: AT,
    says: ['CannotInspectContainer', 'failed to get container status', 'container status', 'ttrpc', 'containerd', 'is not running', 'docker daemon'],
    not: ['runtime create failed', 'starting container process', 'create shim'],
    means: { service: null, kind: 'platform', causes: ['platform-transient', 'container-start-timeout'], transient: true },
  },
  {
    at: AT,
    says: ['create shim', 'OCI runtime create failed', 'runc create failed', 'starting container process', 'container process'],
    means: { service: null, kind: 'unknown', causes: ['entrypoint-not-found', 'container-misconfigured', 'volume-misconfigured'], transient: false },
  },
  {
    at: AT,
    says: ['task failed to start'],
    means: { service: null, kind: 'unknown', causes: [], transient: null },
  },
  { at: AT, means: { service: null, kind: 'unknown', causes: ['container-misconfigured', 'entrypoint-not-found', 'platform-transient'], transient: null } },
]

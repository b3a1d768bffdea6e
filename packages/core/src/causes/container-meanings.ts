import type { ContainerBlocker } from '../launch/container-blocker.ts'
import type { Meaning } from './meaning-of.ts'

type Meanings = {
  readonly [Name in ContainerBlocker['blocker']]: (blocker: Extract<ContainerBlocker, { blocker: Name }>) => Meaning
}

/** What keeps containers from being made ready. Faults of one container are one finding. */
export const CONTAINER_MEANINGS: Meanings = {
  'environment-file-missing': ({ file }) => ({ cause: 'environment-file-not-found', object: file }),
  'environment-file-invalid': ({ container, why }) => ({
    cause: why === 'platform' ? 'task-definition-incompatible' : 'container-misconfigured',
    object: container,
  }),
  'log-option-invalid': ({ container }) => ({ cause: 'log-options-invalid', object: container }),
  'log-driver-unsupported': ({ container }) => ({ cause: 'log-options-invalid', object: container }),
  'log-router-missing': ({ container }) => ({ cause: 'log-options-invalid', object: container }),
  'log-router-unused': ({ container }) => ({ cause: 'log-options-invalid', object: container }),
  'image-reference-malformed': ({ container }) => ({ cause: 'image-reference-wrong', object: container }),
  'image-platform-mismatch': ({ image }) => ({ cause: 'image-platform-mismatch', object: image }),
  'image-too-large': ({ image }) => ({ cause: 'ephemeral-storage-full', object: image }),
  'repository-key-unusable': ({ repository }) => ({ cause: 'repository-key-unusable', object: repository }),
  'container-setting-invalid': ({ container }) => ({ cause: 'container-misconfigured', object: container }),
  'container-setting-unsupported': ({ container }) => ({ cause: 'container-misconfigured', object: container }),
  'container-name-twice': ({ container }) => ({ cause: 'container-misconfigured', object: container }),
  'variable-twice': ({ container }) => ({ cause: 'container-misconfigured', object: container }),
  'no-essential-container': ({ taskDefinition }) => ({ cause: 'container-misconfigured', object: taskDefinition }),
  'too-many-containers': () => ({ cause: 'container-misconfigured', object: 'containerDefinitions' }),
  'containers-exceed-task': ({ resource }) => ({ cause: 'container-misconfigured', object: resource }),
  'container-exceeds-task': ({ container }) => ({ cause: 'container-misconfigured', object: container }),
  'port-mapped-twice': ({ container }) => ({ cause: 'container-misconfigured', object: container }),
  'environment-too-large': ({ taskDefinition }) => ({ cause: 'environment-too-large', object: taskDefinition }),
  'dependency-impossible': ({ container, why }) => ({
    cause: why === 'no-health-check' ? 'container-dependency-failed' : 'container-misconfigured',
    object: container,
  }),
  'volume-unknown': ({ container }) => ({ cause: 'volume-misconfigured', object: container }),
  'task-role-overridden': ({ container }) => ({ cause: 'exec-credentials-overridden', object: container }),
  'exec-not-supported': ({ of }) => ({ cause: 'exec-not-supported', object: of }),
  'secret-reference-malformed': ({ valueFrom }) => ({ cause: 'secret-reference-malformed', object: valueFrom }),
  'root-filesystem-read-only': ({ container }) => ({ cause: 'exec-read-only-root', object: container }),
}

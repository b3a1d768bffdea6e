import type { Rule } from '../rule.ts'

/** docker push, and the calls of the CLI around it. */
export const PUSH_IMAGE: readonly Rule[] = [
  {
    // What docker push prints where the repository is missing or the role may not push
    is: ['EOF', 'unexpected EOF', 'error: EOF'],
    means: {
      step: 'push-image',
      service: 'ecr-dkr',
      kind: 'permission',
      causes: ['image-push-denied', 'repository-not-found'],
    },
  },
  {
    says: [
      'tag is immutable',
      'repository is immutable',
      'tag already exists and is immutable',
      'ImageTagAlreadyExists',
      'cannot be overwritten because',
    ],
    means: { step: 'push-image', service: 'ecr-dkr', kind: 'configuration', causes: ['image-tag-immutable'] },
  },
  {
    says: ['authorization token has expired', 'authorization token is expired', 'reauthenticate and try again'],
    not: ['CannotPull', 'pull image manifest', 'ref pull'],
    means: { step: 'push-image', service: 'ecr-dkr', kind: 'permission', causes: ['docker-token-expired'] },
  },
  {
    says: [
      'ecr:InitiateLayerUpload',
      'ecr:UploadLayerPart',
      'ecr:CompleteLayerUpload',
      'ecr:PutImage',
      'calling the CreateRepository',
      'calling the PutImage',
    ],
    and: ['explicit deny in a service control', 'service control policy'],
    means: { step: 'push-image', service: 'ecr-dkr', kind: 'permission', causes: ['scp-denies', 'image-push-denied'] },
  },
  {
    says: [
      'ecr:InitiateLayerUpload',
      'ecr:UploadLayerPart',
      'ecr:CompleteLayerUpload',
      'ecr:PutImage',
      'ecr:BatchCheckLayerAvailability',
    ],
    and: ['VPC endpoint'],
    means: {
      step: 'push-image',
      service: 'ecr-dkr',
      kind: 'permission',
      causes: ['endpoint-policy-denies', 'image-push-denied'],
    },
  },
  {
    says: ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'],
    means: {
      step: 'push-image',
      service: 'ecr-dkr',
      kind: 'permission',
      causes: ['image-push-denied', 'repository-not-found'],
    },
  },
  {
    says: ['calling the CreateRepository', 'calling the PutImage', 'calling the InitiateLayerUpload'],
    fault: ['denied'],
    means: { step: 'push-image', service: 'ecr-dkr', kind: 'permission', causes: ['image-push-denied'] },
  },
  {
    says: ['calling the GetAuthorizationToken'],
    fault: ['denied'],
    means: {
      step: 'push-image',
      service: 'ecr-api',
      kind: 'permission',
      causes: ['image-push-denied', 'registry-credentials-denied'],
    },
  },
  {
    says: ['RepositoryNotFoundException', 'repository with name'],
    not: ['CannotPull', 'pull image manifest', 'ref pull', 'inspect image', 'ResourceInitialization'],
    means: { step: 'push-image', service: 'ecr-dkr', kind: 'missing', causes: ['repository-not-found'] },
  },
  {
    says: ['no basic auth credentials', 'no credentials found for', 'get-login-password'],
    not: ['CannotPull', 'pull image manifest', 'ref pull', 'inspect image', 'pull access denied'],
    means: {
      step: 'push-image',
      service: 'ecr-dkr',
      kind: 'permission',
      causes: ['docker-login-missing', 'docker-token-expired'],
    },
  },
  {
    says: ['non tty device', 'error saving credentials', 'cannot autolaunch d-bus'],
    means: { step: 'push-image', service: 'ecr-dkr', kind: 'permission', causes: ['docker-login-missing'] },
  },
  {
    says: [
      'failed to push',
      'docker push',
      'unexpected status from put',
      'unexpected status from post',
      'unexpected status from head',
      'pushing layer',
      'error pushing',
      'layer upload',
    ],
    fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'],
    means: { step: 'push-image', service: 'ecr-dkr', kind: 'network', causes: 'network' },
  },
  {
    says: [
      'failed to push',
      'docker push',
      'unexpected status from put',
      'unexpected status from post',
      'unexpected status from head',
      'error pushing',
      'layer upload',
    ],
    fault: ['unauthenticated'],
    means: {
      step: 'push-image',
      service: 'ecr-dkr',
      kind: 'permission',
      causes: ['docker-login-missing', 'docker-token-expired', 'image-push-denied'],
    },
  },
  {
    says: [
      'failed to push',
      'docker push',
      'unexpected status from put',
      'unexpected status from post',
      'unexpected status from head',
      'pushing layer',
      'error pushing',
      'layer upload',
    ],
    means: {
      step: 'push-image',
      service: 'ecr-dkr',
      kind: 'permission',
      causes: ['image-push-denied', 'repository-not-found', 'docker-login-missing'],
    },
  },
  {
    says: [
      'denied: requested access to the resource is denied',
      'denied: user:',
      'unauthorized: authentication required',
      'denied: not authorized',
    ],
    not: [
      'CannotPull',
      'pull image manifest',
      'ref pull',
      'inspect image',
      'pull access',
      'ecr:BatchGetImage',
      'resolve ref',
      'ecr:GetDownloadUrl',
      'error response from daemon',
      'the task',
    ],
    means: {
      step: 'push-image',
      service: 'ecr-dkr',
      kind: 'permission',
      causes: ['docker-login-missing', 'image-push-denied', 'repository-not-found'],
    },
  },
]

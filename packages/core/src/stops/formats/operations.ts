import type { Stage } from './stages.ts'

const REQUEST: Stage = { step: 'accept-request', service: 'ecs' }
const PUSH: Stage = { step: 'push-image', service: 'ecr-dkr' }

/** What a caller was doing, by the operation that the CLI or an SDK names, in lower case. */
export const STAGES_OF_CALLS: { readonly [operation: string]: Stage } = {
  runtask: REQUEST,
  starttask: REQUEST,
  createservice: REQUEST,
  updateservice: REQUEST,
  deleteservice: REQUEST,
  createtaskset: REQUEST,
  createcluster: REQUEST,
  putclustercapacityproviders: REQUEST,
  registertaskdefinition: REQUEST,
  describetaskdefinition: REQUEST,
  describetasks: REQUEST,
  describeservices: REQUEST,
  stoptask: REQUEST,
  passrole: REQUEST,
  executecommand: { step: 'open-exec-session', service: 'ssmmessages' },
  startsession: { step: 'open-exec-session', service: 'ssmmessages' },
  createrepository: PUSH,
  initiatelayerupload: PUSH,
  uploadlayerpart: PUSH,
  completelayerupload: PUSH,
  putimage: PUSH,
  describerepositories: PUSH,
}

/** What is being done by the action that was refused, in lower case; the first part that it holds counts. */
export const STAGES_OF_ACTIONS: readonly (readonly [part: string, stage: Stage])[] = [
  ['ecs:executecommand', { step: 'open-exec-session', service: 'ecs' }],
  ['ssmmessages:', { step: 'open-exec-session', service: 'ssmmessages' }],
  ['ssm:startsession', { step: 'open-exec-session', service: 'ssmmessages' }],
  ['ecs:', REQUEST],
  ['iam:passrole', { step: 'accept-request', service: 'iam' }],
  ['iam:createservicelinkedrole', { step: 'accept-request', service: 'iam' }],
  ['sts:assumerole', { step: 'assume-roles', service: 'iam' }],
  ['ecr:getauthorizationtoken', { step: 'get-registry-credentials', service: 'ecr-api' }],
  ['ecr:initiatelayerupload', PUSH],
  ['ecr:uploadlayerpart', PUSH],
  ['ecr:completelayerupload', PUSH],
  ['ecr:putimage', PUSH],
  ['ecr:', { step: 'pull-images', service: 'ecr-dkr' }],
  ['secretsmanager:', { step: 'read-secrets', service: 'secretsmanager' }],
  ['ssm:', { step: 'read-secrets', service: 'ssm' }],
  ['logs:', { step: 'open-log-stream', service: 'logs' }],
  ['elasticfilesystem:', { step: 'mount-volumes', service: 'efs' }],
  ['elasticloadbalancing:', { step: 'accept-request', service: 'elb' }],
  ['ec2:', { step: 'attach-network-interface', service: 'ec2' }],
]

/** The step that usually speaks with a service, for texts that name it by host only. */
export const STAGES_OF_SERVICES: { readonly [service: string]: Stage } = {
  'ecr-api': { step: 'get-registry-credentials', service: 'ecr-api' },
  'ecr-dkr': { step: 'pull-images', service: 'ecr-dkr' },
  'ecr-public': { step: 'pull-images', service: 'ecr-public' },
  'docker-hub': { step: 'pull-images', service: 'docker-hub' },
  registry: { step: 'pull-images', service: 'registry' },
  s3: { step: 'pull-images', service: 's3' },
  secretsmanager: { step: 'read-secrets', service: 'secretsmanager' },
  ssm: { step: 'read-secrets', service: 'ssm' },
  kms: { step: 'read-secrets', service: 'kms' },
  logs: { step: 'open-log-stream', service: 'logs' },
  efs: { step: 'mount-volumes', service: 'efs' },
  elb: { step: 'pass-health-checks', service: 'elb' },
  ssmmessages: { step: 'open-exec-session', service: 'ssmmessages' },
  ecs: { step: 'accept-request', service: 'ecs' },
  ec2: { step: 'attach-network-interface', service: 'ec2' },
  iam: { step: 'accept-request', service: 'iam' },
}

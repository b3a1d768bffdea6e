import type { ServiceId } from '../launch/requirement.ts'
import type { CauseId } from './cause.ts'

/** AWS calls the others itself, without a path of ours. */
type Reached = Exclude<ServiceId, 'ecs' | 'iam' | 'ec2' | 'events'>

const CAUSES: { readonly [Service in Reached]: CauseId } = {
  'ecr-api': 'no-route-to-ecr-api',
  'ecr-dkr': 'no-route-to-ecr-dkr',
  'ecr-public': 'no-route-to-registry',
  'docker-hub': 'no-route-to-registry',
  registry: 'no-route-to-registry',
  s3: 'no-route-to-s3',
  secretsmanager: 'no-route-to-secretsmanager',
  ssm: 'no-route-to-ssm',
  kms: 'no-route-to-kms',
  logs: 'no-route-to-logs',
  splunk: 'no-route-to-log-destination',
  efs: 'no-route-to-efs',
  ssmmessages: 'no-route-to-ssmmessages',
}

/** That there is no path from the task to a service; null: no task calls it. */
export function noRouteTo(service: string): CauseId | null {
  return Object.hasOwn(CAUSES, service) ? CAUSES[service as Reached] : null
}

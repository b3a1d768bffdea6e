import type { Rule } from './rule.ts'
import { ACCEPT_REQUEST } from './rules/accept-request.ts'
import { ASSUME_ROLES } from './rules/assume-roles.ts'
import { ATTACH_NETWORK_INTERFACE } from './rules/attach-network-interface.ts'
import { INTENDED } from './rules/intended.ts'
import { MOUNT_VOLUMES } from './rules/mount-volumes.ts'
import { OPEN_EXEC_SESSION } from './rules/open-exec-session.ts'
import { OPEN_LOG_STREAM } from './rules/open-log-stream.ts'
import { PASS_HEALTH_CHECKS } from './rules/pass-health-checks.ts'
import { PLACE_TASK, SCHEDULE_SERVICE } from './rules/place-task.ts'
import { GET_REGISTRY_CREDENTIALS, PULL_IMAGES } from './rules/pull-images.ts'
import { PUSH_IMAGE } from './rules/push-image.ts'
import { FETCH_ENVIRONMENT_FILES, READ_SECRETS } from './rules/read-secrets.ts'
import { RUN } from './rules/run.ts'
import { START_CONTAINERS } from './rules/start-containers.ts'

/** All rules, in the order in which they are asked: what names its step by itself first, catch-alls of a step last. */
export const RULES: readonly Rule[] = [
  ...PUSH_IMAGE,
  ...OPEN_EXEC_SESSION,
  ...ASSUME_ROLES,
  ...PLACE_TASK,
  ...ACCEPT_REQUEST,
  ...FETCH_ENVIRONMENT_FILES,
  ...READ_SECRETS,
  ...OPEN_LOG_STREAM,
  ...ATTACH_NETWORK_INTERFACE,
  ...MOUNT_VOLUMES,
  ...PULL_IMAGES,
  ...GET_REGISTRY_CREDENTIALS,
  ...INTENDED,
  ...SCHEDULE_SERVICE,
  ...PASS_HEALTH_CHECKS,
  ...RUN,
  ...START_CONTAINERS,
]

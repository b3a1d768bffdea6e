import type { Step } from './step.ts'
import { acceptRequest } from './steps/accept-request.ts'
import { assumeRoles } from './steps/assume-roles.ts'
import { attachNetworkInterface } from './steps/attach-network-interface.ts'
import { fetchEnvironmentFiles } from './steps/fetch-environment-files.ts'
import { getRegistryCredentials } from './steps/get-registry-credentials.ts'
import { mountVolumes } from './steps/mount-volumes.ts'
import { openExecSession } from './steps/open-exec-session.ts'
import { openLogStream } from './steps/open-log-stream.ts'
import { passHealthChecks } from './steps/pass-health-checks.ts'
import { placeTask } from './steps/place-task.ts'
import { pullImages } from './steps/pull-images.ts'
import { readSecrets } from './steps/read-secrets.ts'
import { startContainers } from './steps/start-containers.ts'

/** The steps that are judged, in the order in which Fargate goes through them. */
export const STEPS: readonly Step[] = [
  acceptRequest,
  placeTask,
  attachNetworkInterface,
  assumeRoles,
  getRegistryCredentials,
  readSecrets,
  fetchEnvironmentFiles,
  openLogStream,
  mountVolumes,
  pullImages,
  startContainers,
  passHealthChecks,
  openExecSession,
]

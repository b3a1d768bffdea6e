/** The stages of a launch, in the order in which Fargate goes through them. Public: reports name them. */
export const STEP_IDS = [
  'accept-request',
  'place-task',
  'attach-network-interface',
  'assume-roles',
  'get-registry-credentials',
  'read-secrets',
  'fetch-environment-files',
  'open-log-stream',
  'mount-volumes',
  'pull-images',
  'start-containers',
  'pass-health-checks',
  'open-exec-session',
  'run',
] as const

export type StepId = (typeof STEP_IDS)[number]

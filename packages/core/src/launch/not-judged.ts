import { isGap } from '../model/known.ts'
import type { Volume } from '../model/task-definition.ts'
import type { Launch } from './launch.ts'

/**
 * What a start needs and Farsight does not judge yet. Each is said once in the report and decides nothing; what lies on
 * the path of a call that is judged is a gap instead.
 */
export type NotJudged =
  | 'caller-permissions'
  | 'capacity'
  | 'image-contents'
  | 'resource-policies'
  | 'volumes'
  | 'service-connect-and-injected-containers'
  | 'health-checks'

const ALWAYS: readonly NotJudged[] = [
  'caller-permissions',
  'capacity',
  'image-contents',
  'resource-policies',
  'service-connect-and-injected-containers',
  'health-checks',
]

const WITH_CALLER = ALWAYS.filter((id) => id !== 'caller-permissions')

export function notJudgedOf({ taskDefinition, request }: Launch): readonly NotJudged[] {
  const always = request.caller === undefined || isGap(request.caller) ? ALWAYS : WITH_CALLER
  const definition = taskDefinition === null || isGap(taskDefinition) ? null : taskDefinition.value
  if (definition === null) return always
  const { volumes = [] } = definition
  return isGap(volumes) || volumes.some(isOther) ? [...always, 'volumes'] : always
}

/** Bind mounts need nothing; EFS and S3 Files are judged. */
function isOther({ configuredAtLaunch = false }: Volume): boolean {
  return configuredAtLaunch !== false
}

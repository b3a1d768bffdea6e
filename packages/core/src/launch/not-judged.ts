import { isGap } from '../model/known.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Launch } from './launch.ts'

/**
 * What a start needs and Farsight does not judge yet. Each is said once in the report and decides nothing; what lies on
 * the path of a call that is judged is a gap instead.
 */
export type NotJudged =
  | 'caller-permissions'
  | 'capacity'
  | 'image-platform'
  | 'container-settings'
  | 'resource-policies'
  | 'environment-files'
  | 'volumes'
  | 'firelens'
  | 'splunk'
  | 'service-connect-and-injected-containers'
  | 'health-checks'

const ALWAYS: readonly NotJudged[] = [
  'caller-permissions',
  'capacity',
  'image-platform',
  'container-settings',
  'resource-policies',
  'service-connect-and-injected-containers',
  'health-checks',
]

const WITH_CALLER = ALWAYS.filter((id) => id !== 'caller-permissions')

export function notJudgedOf({ taskDefinition, request }: Launch): readonly NotJudged[] {
  const always = request.caller === undefined || isGap(request.caller) ? ALWAYS : WITH_CALLER
  const definition = taskDefinition === null || isGap(taskDefinition) ? null : taskDefinition.value
  return definition === null ? always : [...always, ...usedBy(definition)]
}

function usedBy({ containerDefinitions, volumes }: TaskDefinition): readonly NotJudged[] {
  const used = new Set<NotJudged>()
  if (isGap(volumes) || (volumes ?? []).length > 0) used.add('volumes')
  for (const { environmentFiles, logConfiguration } of isGap(containerDefinitions) ? [] : containerDefinitions) {
    if (isGap(environmentFiles) || (environmentFiles ?? []).length > 0) used.add('environment-files')
    const driver = logConfiguration === undefined || isGap(logConfiguration) ? null : logConfiguration.logDriver
    if (driver === 'awsfirelens') used.add('firelens')
    if (driver === 'splunk') used.add('splunk')
  }
  return [...used]
}

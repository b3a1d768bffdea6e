import { type Gap, NOT_READ, type RunTask, SNAPSHOT_SCHEMA, type Snapshot, type TaskDefinition } from '@farsight/core'
import type { Problem } from '../problem.ts'
import type { Fault } from '../snapshot/fault.ts'
import { parseJson } from '../snapshot/parse-json.ts'
import { problemsOf, type SourceText } from '../snapshot/problems-of.ts'
import { isObject } from '../snapshot/schema/object.ts'
import { fillMarkers } from './fill-markers.ts'
import { originsOf } from './origins-of.ts'
import type { RunOptions } from './run-options.ts'
import { withTask } from './with-task.ts'

export interface TaskDefinitionReading {
  readonly snapshot: Snapshot | null
  readonly problems: readonly Problem[]
}

/**
 * Lays a task definition, as `register-task-definition` takes it or `describe-task-definition` shows it, and one
 * RunTask of it over a snapshot; what else the snapshot would start is left out.
 *
 * @param base null: nothing is known but the task definition
 */
export async function readTaskDefinition(
  input: SourceText,
  base: Snapshot | null,
  options: RunOptions,
): Promise<TaskDefinitionReading> {
  const parsed = parseJson(input)
  if (parsed.problem !== null) return { snapshot: null, problems: [parsed.problem] }
  const { value, source } = parsed
  const outer = isObject(value) && isObject(value.taskDefinition) ? ['taskDefinition'] : []
  const written = fillMarkers(isObject(value) && outer.length > 0 ? value.taskDefinition : value)
  const { definition, faults } = await validated(written, outer)
  const problems = problemsOf(source, faults)
  if (definition === null) return { snapshot: null, problems }

  const family = nameOf(definition)
  const laid = withTask(base, { ...definition, family }, requestOf(family, definition, options), options)
  const origins = originsOf(source, definition, outer, laid.at)
  return { snapshot: { ...laid.snapshot, origins: { ...laid.snapshot.origins, ...origins } }, problems }
}

const NAME = 'task'

/** Checked by the schema of snapshots, in one that holds nothing else. */
async function validated(
  written: unknown,
  outer: readonly string[],
): Promise<{ readonly definition: TaskDefinition | null; readonly faults: readonly Fault[] }> {
  // Zod takes time to load
  const { validate } = await import('../snapshot/validate.ts')
  const region = { taskDefinitions: { [NAME]: written } }
  const { snapshot, faults } = validate({
    schema: SNAPSHOT_SCHEMA,
    accounts: { '000000000000': { regions: { region } } },
  })
  const table = snapshot?.accounts['000000000000']?.regions['region']?.taskDefinitions
  const definition = table === undefined ? null : ((table as Readonly<Record<string, TaskDefinition>>)[NAME] ?? null)
  const inFile = faults.map((fault) => ({ ...fault, path: [...outer, ...fault.path.slice(DEPTH)] }))
  return { definition, faults: inFile }
}

/** Of the task definition in that snapshot: accounts, the account, regions, the Region, taskDefinitions, the name. */
const DEPTH = 6

function nameOf({ family }: TaskDefinition): string {
  return typeof family === 'string' && family !== '' ? family : NAME
}

const SUBNETS_UNKNOWN: Gap = { gap: 'option', option: '--subnet' }

/** A definition that leaves volumes to the launch does not say what the launch makes of them. */
function leavesVolumes({ volumes = [] }: TaskDefinition): boolean {
  return Array.isArray(volumes) && volumes.some(({ configuredAtLaunch = false }) => configuredAtLaunch !== false)
}

function requestOf(family: string, definition: TaskDefinition, options: RunOptions): RunTask {
  const { revision } = definition
  const { subnets, securityGroups, assignPublicIp = false, cluster } = options
  const awsvpcConfiguration =
    subnets === undefined
      ? SUBNETS_UNKNOWN
      : {
          subnets,
          ...(securityGroups === undefined ? {} : { securityGroups }),
          assignPublicIp: assignPublicIp ? ('ENABLED' as const) : ('DISABLED' as const),
        }
  return {
    taskDefinition: typeof revision === 'number' ? `${family}:${revision}` : family,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration },
    ...(cluster === undefined ? {} : { cluster }),
    ...(leavesVolumes(definition) ? { volumeConfigurations: NOT_READ } : {}),
  }
}

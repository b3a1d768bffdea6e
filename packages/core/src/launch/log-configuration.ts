import { isGap, type Known } from '../model/known.ts'
import { oneOf } from '../model/one-of.ts'
import type { ContainerDefinition, LogConfiguration, StringMap } from '../model/task-definition.ts'
import data from './data/log-drivers.json' with { type: 'json' }

export const LOG_DRIVERS: readonly string[] = data.onFargate

/** What one container writes its logs with; null: it writes none. */
export interface Logging {
  readonly driver: Known<string>
  readonly options: Known<StringMap>
  readonly secretOptions: NonNullable<LogConfiguration['secretOptions']>
}

export function loggingOf({ logConfiguration }: ContainerDefinition): Known<Logging> | null {
  if (logConfiguration === undefined) return null
  if (isGap(logConfiguration)) return logConfiguration
  const { logDriver: driver, options = NO_OPTIONS, secretOptions = NO_SECRETS } = logConfiguration
  return { driver, options, secretOptions }
}

const NO_OPTIONS: StringMap = {}
const NO_SECRETS: Logging['secretOptions'] = []

/** The value of an option; undefined: it is not there, or empty. */
export function optionIn(options: StringMap, name: string): Known<string> | undefined {
  const value: Known<string> | undefined = Object.hasOwn(options, name) ? options[name] : undefined
  return value === '' ? undefined : value
}

/** As container runtimes read texts that stand for yes and no. */
export function isYes(value: Known<string> | undefined): Known<boolean> {
  if (isGap(value)) return value
  return value !== undefined && oneOf(String(value), YES)
}

export function isNo(value: Known<string> | undefined): Known<boolean> {
  if (isGap(value)) return value
  return value !== undefined && oneOf(String(value), NO)
}

const YES: readonly string[] = ['true', 'TRUE', 'True', 't', 'T', '1']
const NO: readonly string[] = ['false', 'FALSE', 'False', 'f', 'F', '0']

/** Whether a container writes its logs to FireLens. */
export function writesToLogRouter({ logConfiguration: log }: ContainerDefinition): boolean {
  return log !== undefined && !isGap(log) && log.logDriver === 'awsfirelens'
}

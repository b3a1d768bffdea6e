import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import type { LaunchRequest } from '../model/launch-request.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { TaskDefinition } from '../model/task-definition.ts'

/** On what the task shall run, and through whose network interface Fargate makes which calls. */
export interface Platform {
  /** `LINUX`, or the Windows family as the task definition names it. */
  readonly family: string
  readonly version: string
  /** The interface through which registry credentials, secrets and parameters are fetched. */
  readonly credentialsFrom: 'task' | 'fargate'
  /** The day after which no task starts on it. */
  readonly retiredOn: string | null
}

/**
 * LATEST is 1.4.0 on Linux and 1.0.0 on Windows. Up to 1.3.0, Fargate fetched credentials and secrets through an
 * interface of its own.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html
 */
export function platformOf(request: LaunchRequest, definition: TaskDefinition | null): Known<Platform> {
  const runtime = definition?.runtimePlatform
  if (isGap(runtime)) return runtime
  const family = runtime?.operatingSystemFamily ?? 'LINUX'
  const version = request.platformVersion ?? 'LATEST'
  if (isGap(family)) return family
  if (isGap(version)) return version
  // All that begins so is Windows
  if (hasPlaceholder(family) && !family.startsWith('WINDOWS')) return { gap: 'unresolved', expression: family }
  if (hasPlaceholder(version)) return { gap: 'unresolved', expression: version }
  return family === 'LINUX' ? linux(version) : windows(family, version)
}

const RETIRED_ON: ReadonlyMap<string, string> = new Map([
  ['1.3.0', '2026-03-16'],
  ['1.2.0', '2020-12-14'],
  ['1.1.0', '2020-12-14'],
  ['1.0.0', '2020-12-14'],
])

function linux(version: string): Known<Platform> {
  if (version === 'LATEST' || version === '1.4.0') {
    return { family: 'LINUX', version: '1.4.0', credentialsFrom: 'task', retiredOn: null }
  }
  const retiredOn = RETIRED_ON.get(version)
  if (retiredOn === undefined) return unmodeled(`LINUX ${version}`)
  return { family: 'LINUX', version, credentialsFrom: 'fargate', retiredOn }
}

function windows(family: string, version: string): Known<Platform> {
  if (version !== 'LATEST' && version !== '1.0.0') return unmodeled(`${family} ${version}`)
  return { family, version: '1.0.0', credentialsFrom: 'task', retiredOn: null }
}

function unmodeled(platform: string): Gap {
  return { gap: 'not-modeled', what: 'platform', of: platform }
}

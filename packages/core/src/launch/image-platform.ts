import { isGap } from '../model/known.ts'
import type { Launch } from './launch.ts'
import { osFamilyOf } from './task-size.ts'

/** What an image is built for, as manifests name it. */
export interface ImagePlatform {
  readonly os: 'linux' | 'windows'
  readonly architecture: 'amd64' | 'arm64'
}

const LINUX: ImagePlatform = { os: 'linux', architecture: 'amd64' }
const LINUX_ARM: ImagePlatform = { os: 'linux', architecture: 'arm64' }
const WINDOWS: ImagePlatform = { os: 'windows', architecture: 'amd64' }

/**
 * What the images of a launch must be built for; X86_64 where the task definition names no architecture. Null where that
 * is not known, or none that Fargate has, which accept-request says.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html
 */
export function imagePlatformOf({ platform, taskDefinition }: Launch): ImagePlatform | null {
  if (isGap(platform) || taskDefinition === null || isGap(taskDefinition)) return null
  const runtime = taskDefinition.value.runtimePlatform
  if (isGap(runtime)) return null
  const architecture = runtime?.cpuArchitecture ?? 'X86_64'
  if (osFamilyOf(platform.family) === 'WINDOWS') return architecture === 'X86_64' ? WINDOWS : null
  if (architecture === 'ARM64') return LINUX_ARM
  return architecture === 'X86_64' ? LINUX : null
}

/** Whether an image for `os/architecture` runs there; `aarch64` and `x86_64` are other names of the same. */
export function isBuiltFor(
  { os, architecture }: ImagePlatform,
  built: { readonly os: string; readonly architecture: string },
): boolean {
  if (built.os.toLowerCase() !== os) return false
  const name = built.architecture.toLowerCase()
  return (OTHER_NAMES[name] ?? name) === architecture
}

const OTHER_NAMES: { readonly [name: string]: string | undefined } = { x86_64: 'amd64', aarch64: 'arm64' }

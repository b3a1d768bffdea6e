import { type JudgedLaunch, type JudgeOptions, judgeLaunch } from './launch/judge.ts'
import { launchesOf } from './launch/launch.ts'
import type { SkippedLaunch } from './launch/skipped-launch.ts'
import type { World } from './model/world.ts'

/** The first of the three questions: will it start, in which subnets, and what stops it. */
export interface Preflight {
  readonly launches: readonly JudgedLaunch[]
  readonly skipped: readonly SkippedLaunch[]
}

export function preflight(world: World, options: JudgeOptions = { strict: false }): Preflight {
  const { launches, skipped } = launchesOf(world)
  return { launches: launches.map((launch) => judgeLaunch(world, launch, options)), skipped }
}

import { isGap, type Known } from '../model/known.ts'
import type { Request } from './launch.ts'

/** The roles as which ECS makes the EBS volumes of a request, each once. That one is not described `volumes-configured` says. */
export function infrastructureRolesOf({ volumeConfigurations: configured = [] }: Request): readonly Known<string>[] {
  if (isGap(configured)) return []
  const roles = configured.flatMap(({ managedEBSVolume: volume }): readonly Known<string>[] =>
    volume === undefined ? [] : [isGap(volume) ? volume : volume.roleArn],
  )
  return [...new Set(roles)]
}

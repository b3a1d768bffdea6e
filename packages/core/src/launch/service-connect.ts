import { isGap, type Known } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { ServiceConnectConfiguration } from '../model/service.ts'
import type { LaunchContainer } from './containers.ts'
import type { Launch } from './launch.ts'

/** The configuration of Service Connect where it is on, as far as anybody knows. */
export function serviceConnectOf({ request }: Launch): ServiceConnectConfiguration | null {
  const { serviceConnectConfiguration: connect } = request
  return connect === undefined || isGap(connect) || connect.enabled !== true ? null : connect
}

/**
 * The container that Service Connect adds, where it writes a log: its driver starts with it, as those of other containers
 * do. Its image is in the platform.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html
 */
function serviceConnectAgentOf(launch: Launch): LaunchContainer | null {
  const logConfiguration = serviceConnectOf(launch)?.logConfiguration
  if (logConfiguration === undefined) return null
  const name = 'ecs-service-connect-«id»'
  return {
    name,
    definition: { name, image: IN_PLATFORM, logConfiguration },
    changes: null,
    image: null,
    at: pointerTo(launch.at, 'serviceConnectConfiguration'),
    required: true,
    onlyIf: null,
  }
}

const IN_PLATFORM = 'ecs-service-connect-agent:interface-v1'

/** The containers of the task definition, and the one that Service Connect adds where it writes a log. */
export function loggingContainersOf(launch: Launch): Known<readonly LaunchContainer[]> | null {
  const { containers } = launch
  const agent = serviceConnectAgentOf(launch)
  return agent === null || containers === null || isGap(containers) ? containers : [...containers, agent]
}

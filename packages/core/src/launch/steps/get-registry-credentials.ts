import { isGap } from '../../model/known.ts'
import { serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { guardDutyAgentOf } from '../guard-duty-agent.ts'
import type { Launch } from '../launch.ts'
import type { Call } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * For images of private ECR, Fargate first gets an authorization token: one for each Region that it pulls from.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 */
export const getRegistryCredentials: Step = {
  id: 'get-registry-credentials',
  requires: (launch, world) => {
    const { containers } = launch
    if (containers === null || isGap(containers)) return []
    const calls: Call[] = []
    const regions = new Set<string>()
    // All images are pulled, essential or not.
    for (const { image, at } of containers) {
      if (image === null || isGap(image) || image.registry.kind !== 'ecr') continue
      const { region } = image.registry
      if (regions.has(region)) continue
      regions.add(region)
      calls.push(tokenCall(launch, region, `${at}/image`, true))
    }
    if (launch.executionRole === null || regions.has(launch.place.region)) return calls
    const agent = guardDutyAgentOf(launch, world)
    if (agent !== null) calls.push(tokenCall(launch, launch.place.region, agent.at, false))
    return calls
  },
}

function tokenCall(launch: Launch, region: string, at: string, required: boolean): Call {
  const principal = launch.executionRole
  return call({
    step: 'get-registry-credentials',
    required,
    at,
    service: 'ecr-api',
    principal,
    action: principal === null ? null : 'ecr:GetAuthorizationToken',
    resource: '*',
    from: isGap(launch.platform) ? 'task' : launch.platform.credentialsFrom,
    to: { host: serviceHost('ecr.api', region), port: 443 },
  })
}

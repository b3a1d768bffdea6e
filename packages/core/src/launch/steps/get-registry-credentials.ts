import { isGap } from '../../model/known.ts'
import { dualStackHost, isDualStackHost, serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { guardDutyAgentOf } from '../guard-duty-agent.ts'
import type { Launch } from '../launch.ts'
import type { Call } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * For images of private ECR, Fargate first gets an authorization token: one for each Region that it pulls from, by the names
 * for dual stack where the image is named so.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 */
export const getRegistryCredentials: Step = {
  id: 'get-registry-credentials',
  requires: (launch, world) => {
    const { containers } = launch
    if (containers === null || isGap(containers)) return []
    const calls: Call[] = []
    const hosts = new Set<string>()
    // All images are pulled, essential or not.
    for (const { image, at } of containers) {
      if (image === null || isGap(image) || image.registry.kind !== 'ecr') continue
      const { region } = image.registry
      const hostIn = isDualStackHost(image.registry.host) ? dualStackHost : serviceHost
      const host = hostIn('ecr.api', region)
      if (hosts.has(host)) continue
      hosts.add(host)
      calls.push(tokenCall(launch, host, `${at}/image`, true))
    }
    const own = serviceHost('ecr.api', launch.place.region)
    if (launch.executionRole === null || hosts.has(own)) return calls
    const agent = guardDutyAgentOf(launch, world)
    if (agent !== null) calls.push(tokenCall(launch, own, agent.at, false))
    return calls
  },
}

function tokenCall(launch: Launch, host: string, at: string, required: boolean): Call {
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
    to: { host, port: 443 },
  })
}

import { isGap } from '../../model/known.ts'
import { serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
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
  requires: (launch) => [...ecrRegions(launch)].map(([region, at]) => tokenCall(launch, region, at)),
}

/** The Regions of the ECR images, each with where its first image stands; all images are pulled, essential or not. */
function ecrRegions({ containers }: Launch): ReadonlyMap<string, string> {
  const regions = new Map<string, string>()
  if (containers === null || isGap(containers)) return regions
  for (const { image, at } of containers) {
    if (image === null || isGap(image) || image.registry.kind !== 'ecr') continue
    if (!regions.has(image.registry.region)) regions.set(image.registry.region, `${at}/image`)
  }
  return regions
}

function tokenCall(launch: Launch, region: string, at: string): Call {
  const principal = launch.executionRole
  return call({
    step: 'get-registry-credentials',
    at,
    service: 'ecr-api',
    principal,
    action: principal === null ? null : 'ecr:GetAuthorizationToken',
    resource: '*',
    from: isGap(launch.platform) ? 'task' : launch.platform.credentialsFrom,
    to: { host: serviceHost('ecr.api', region), port: 443 },
  })
}

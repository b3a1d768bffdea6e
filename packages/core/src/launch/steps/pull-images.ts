import type { Gap } from '../../model/gap.ts'
import { fails, type Judgement } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import { sameText } from '../../model/placeholder.ts'
import type { Place, World } from '../../model/world.ts'
import {
  dualStackLayerBucketHost,
  isDualStackHost,
  layerBucketHost,
  partitionOf,
  serviceHost,
} from '../../network/aws-host.ts'
import type { Blocker } from '../blocker.ts'
import { call } from '../call.ts'
import type { Target } from '../call-target.ts'
import { condition } from '../condition.ts'
import { injectedContainersKnown } from '../conditions/injected-containers-known.ts'
import type { LaunchContainer } from '../containers.ts'
import { type GuardDutyAgent, guardDutyAgentOf } from '../guard-duty-agent.ts'
import { type ImagePlatform, imagePlatformOf } from '../image-platform.ts'
import type { ImageReference, Registry } from '../image-reference.ts'
import type { Launch } from '../launch.ts'
import { pullThroughCalls, pullThroughOf } from '../pull-through.ts'
import { registryHosts } from '../registry-hosts.ts'
import type { Call, Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'
import { storageOf } from '../storage.ts'
import { unknownReference } from '../unknown-reference.ts'

/**
 * Fargate pulls the image of every container through the task's own interface. Manifests of private ECR come from the
 * registry host as the execution role, layers from an S3 bucket of ECR through pre-signed URLs.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export const pullImages: Step = {
  id: 'pull-images',
  requires: (launch, world) => {
    const { containers } = launch
    if (containers === null) return NONE
    if (isGap(containers)) return [unknownImage(launch.id, containers, launch.at, true)]
    const requirements: Requirement[] = []
    const pulling: Pulling = {
      launch,
      world,
      requirements,
      platform: imagePlatformOf(launch),
      storageGibibytes: storageOf(launch),
    }
    for (const container of containers) pull(pulling, container)
    if (pulling.platform?.os === 'windows') pullWindowsLayers(pulling, containers)
    if (mayBeAddedTo(launch, world)) {
      requirements.push(injectedContainersKnown)
      const agent = guardDutyAgentOf(launch, world)
      if (agent !== null && launch.executionRole !== null) pullAgent(pulling, agent)
    }
    return requirements
  },
}

/** Most launches have no containers beside their own. */
function mayBeAddedTo({ request, place }: Launch, world: World): boolean {
  return request.serviceConnectConfiguration !== undefined || world.region(place)?.accountSettings !== undefined
}

const STEP = 'pull-images'
const NONE: readonly Requirement[] = []

/** A launch with what holds for all its images. */
interface Pulling {
  readonly launch: Launch
  readonly world: World
  readonly requirements: Requirement[]
  readonly platform: ImagePlatform | null
  readonly storageGibibytes: number | null
}

function pull(pulling: Pulling, container: LaunchContainer): void {
  const { image, name, required } = container
  const { requirements } = pulling
  const at = `${container.at}/image`
  if (isGap(image)) requirements.push(unknownImage(name, image, at, required))
  else if (image === null) requirements.push(unreadable(container, at))
  else if (image.registry.kind === 'ecr') fromEcr(pulling, container, image, image.registry, at)
  else fromElsewhere(requirements, container, image.registry, at)
}

function fromEcr(
  { launch, world, requirements, platform, storageGibibytes }: Pulling,
  { required, onlyIf, definition }: LaunchContainer,
  { repository, tag, digest }: ImageReference,
  { account, region, host }: Extract<Registry, { kind: 'ecr' }>,
  at: Pointer,
): void {
  const { place, executionRole: principal } = launch
  const image = String(definition.image)
  const isLocal = account === place.account && region === place.region
  const where = isLocal ? place : { account, region }
  const cached = pullThroughOf(world, where, repository)
  const target: Target =
    cached === null
      ? { target: 'image', image, repository, tag, digest, place: where, platform, storageGibibytes }
      : { target: 'image-elsewhere', image }
  // The repository policy of another account decides too: code that names an account must say whether it is its own.
  if (sameText(account, place.account) === undefined) {
    requirements.push(unknownImage(image, { gap: 'option', option: '--account' }, at, required))
  }
  const given: FromEcr = { principal, resource: repositoryArn(where, repository), host, at, required, onlyIf, target }
  if (cached !== null) {
    const pulled = { principal, resource: given.resource, to: { host, port: 443 }, at, required, onlyIf }
    for (const cachedCall of pullThroughCalls(world, where, cached, pulled)) requirements.push(cachedCall)
  }
  for (const made of callsOfEcr(region, given)) requirements.push(made)
}

function repositoryArn({ account, region }: Place, repository: string): string {
  return `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`
}

/** An image of private ECR. */
interface FromEcr extends Pick<Call, 'principal' | 'resource' | 'at' | 'required' | 'onlyIf' | 'target'> {
  readonly host: string
}

/** The manifest, the URLs of its layers, and as nobody the layers: their URLs are pre-signed. */
function callsOfEcr(region: string, { principal, resource, host, at, required, onlyIf, target }: FromEcr): Call[] {
  const service = 'ecr-dkr'
  const to = { host, port: 443 }
  const manifest = principal === null ? null : 'ecr:BatchGetImage'
  const layerUrl = principal === null ? null : 'ecr:GetDownloadUrlForLayer'
  const layer = `arn:${partitionOf(region)}:s3:::prod-${region}-starport-layer-bucket/«layer»`
  const layers = isDualStackHost(host) ? dualStackLayerBucketHost(region) : layerBucketHost(region)
  const bucket = { host: layers, port: 443 }
  return [
    call({ step: STEP, required, at, service, principal, action: manifest, resource, to, target, onlyIf }),
    call({ step: STEP, required, at, service, principal, action: layerUrl, resource, to, onlyIf }),
    call({
      step: STEP,
      required,
      at,
      service: 's3',
      principal: null,
      action: 's3:GetObject',
      resource: layer,
      to: bucket,
      onlyIf,
    }),
  ]
}

/**
 * GuardDuty's own image comes the same way, with the rights of the execution role. The task does not depend on it.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html
 */
function pullAgent({ launch, requirements }: Pulling, { account, repository, at }: GuardDutyAgent): void {
  const { executionRole: principal, place } = launch
  const { region } = place
  const resource = repositoryArn({ account, region }, repository)
  const host = serviceHost('ecr.dkr', region).replace('*', account)
  const given = { principal, resource, host, at, required: false, onlyIf: null, target: null }
  for (const made of callsOfEcr(region, given)) requirements.push(made)
}

function fromElsewhere(
  requirements: Requirement[],
  { required, onlyIf, definition }: LaunchContainer,
  registry: Exclude<Registry, { kind: 'ecr' }>,
  at: Pointer,
): void {
  const image = String(definition.image)
  const service = SERVICE[registry.kind]
  const port = registry.kind === 'other' ? registry.port : 443
  const target = { target: 'image-elsewhere', image } as const
  for (const host of registryHosts(registry.host)) {
    requirements.push(
      call({
        step: STEP,
        required,
        at,
        service,
        principal: null,
        action: null,
        resource: image,
        to: { host, port },
        target,
        onlyIf,
      }),
    )
  }
}

const SERVICE = { 'ecr-public': 'ecr-public', 'docker-hub': 'docker-hub', other: 'registry' } as const

/**
 * Layers of Windows itself come from Microsoft, unless they were pushed with the image.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
function pullWindowsLayers({ requirements }: Pulling, containers: readonly LaunchContainer[]): void {
  const first = containers.find(({ image }) => image !== null && !isGap(image) && image.registry.kind === 'ecr')
  if (first === undefined) return
  requirements.push(
    call({
      step: STEP,
      required: false,
      at: `${first.at}/image`,
      service: 'registry',
      principal: null,
      action: null,
      resource: String(first.definition.image),
      to: { host: 'mcr.microsoft.com', port: 443 },
    }),
  )
}

/** A text that is no image reference, unless a placeholder makes it one. */
function unreadable({ name, definition, required, onlyIf }: LaunchContainer, at: Pointer): Requirement {
  const image = String(definition.image)
  if (image.includes('«')) return unknownImage(name, { gap: 'unresolved', expression: image }, at, required)
  const wrong = fails<Blocker>({ blocker: 'image-reference-malformed', container: name, image, at })
  const judged: Judgement<Blocker> = onlyIf === null ? wrong : { ...wrong, verdict: 'undecided', gaps: [onlyIf] }
  return condition({ step: STEP, id: 'image-reference-valid', required, resource: () => name, judge: () => judged })
}

function unknownImage(id: string, gap: Gap, at: Pointer, required: boolean): Requirement {
  return unknownReference({ step: STEP, kind: 'image', id, gap, at, required })
}

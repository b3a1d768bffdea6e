import type { Gap } from '../../model/gap.ts'
import { undecided } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import { sameText } from '../../model/placeholder.ts'
import { layerBucketHost, partitionOf } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import type { ImageReference, Registry } from '../image-reference.ts'
import type { Launch } from '../launch.ts'
import { registryHosts } from '../registry-hosts.ts'
import type { Call, Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * Fargate pulls the image of every container through the task's own interface. Manifests of private ECR come from the
 * registry host as the execution role, layers from an S3 bucket of ECR through pre-signed URLs.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export const pullImages: Step = {
  id: 'pull-images',
  requires: (launch) => {
    const { containers } = launch
    if (containers === null) return []
    if (isGap(containers)) return [unknownImage(launch.id, containers, launch.at, true)]
    return containers.flatMap((container) => ofContainer(launch, container))
  },
}

const STEP = 'pull-images'

function ofContainer(launch: Launch, container: LaunchContainer): readonly Requirement[] {
  const { image } = container
  const at = pointerTo(container.at, 'image')
  if (isGap(image)) return [unknownImage(container.name, image, at, container.required)]
  const text = String(container.definition.image)
  if (image === null)
    return [unknownImage(container.name, { gap: 'unresolved', expression: text }, at, container.required)]
  return image.registry.kind === 'ecr'
    ? fromEcr(launch, container, image, image.registry, at)
    : fromElsewhere(container, image.registry, text, at)
}

function fromEcr(
  { place, executionRole: principal }: Launch,
  { required, onlyIf, definition }: LaunchContainer,
  { repository, tag, digest }: ImageReference,
  { account, region, host }: Extract<Registry, { kind: 'ecr' }>,
  at: Pointer,
): readonly Requirement[] {
  const image = String(definition.image)
  const partition = partitionOf(region)
  const resource = `arn:${partition}:ecr:${region}:${account}:repository/${repository}`
  const to = { host, port: 443 }
  const service = 'ecr-dkr'
  const target = { target: 'image', image, repository, tag, digest, place: { account, region } } as const
  const manifest = principal === null ? null : 'ecr:BatchGetImage'
  const layerUrl = principal === null ? null : 'ecr:GetDownloadUrlForLayer'
  return [
    ...ownedElsewhere(place.account, account, image, at, required),
    call({ step: STEP, required, at, service, principal, action: manifest, resource, to, target, onlyIf }),
    call({ step: STEP, required, at, service, principal, action: layerUrl, resource, to, onlyIf }),
    call({
      step: STEP,
      required,
      at,
      service: 's3',
      principal: null,
      action: 's3:GetObject',
      resource: `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/«layer»`,
      to: { host: layerBucketHost(region), port: 443 },
      onlyIf,
    }),
  ]
}

/** The repository policy of another account decides too: code that names an account must say whether it is its own. */
function ownedElsewhere(
  own: string,
  account: string,
  image: string,
  at: Pointer,
  required: boolean,
): readonly Requirement[] {
  if (sameText(account, own) !== undefined) return []
  return [unknownImage(image, { gap: 'option', option: '--account' }, at, required)]
}

function fromElsewhere(
  { required, onlyIf }: LaunchContainer,
  registry: Exclude<Registry, { kind: 'ecr' }>,
  image: string,
  at: Pointer,
): readonly Call[] {
  const service = SERVICE[registry.kind]
  const port = registry.kind === 'other' ? registry.port : 443
  const target = { target: 'image-elsewhere', image } as const
  return registryHosts(registry.host).map((host) =>
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

const SERVICE = { 'ecr-public': 'ecr-public', 'docker-hub': 'docker-hub', other: 'registry' } as const

function unknownImage(id: string, gap: Gap, at: string, required: boolean): Requirement {
  const judge = () => undecided({ gap, what: { kind: 'image', id }, at })
  return condition({ step: STEP, id: 'reference-known', required, resource: () => id, judge })
}

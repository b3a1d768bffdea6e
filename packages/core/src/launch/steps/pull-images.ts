import type { Gap } from '../../model/gap.ts'
import { undecided } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import { sameText } from '../../model/placeholder.ts'
import { layerBucketHost, partitionOf } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import type { ImageReference, Registry } from '../image-reference.ts'
import type { Launch } from '../launch.ts'
import { registryHosts } from '../registry-hosts.ts'
import type { Requirement } from '../requirement.ts'
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
    const requirements: Requirement[] = []
    for (const container of containers) pull(requirements, launch, container)
    return requirements
  },
}

const STEP = 'pull-images'

function pull(requirements: Requirement[], launch: Launch, container: LaunchContainer): void {
  const { image, name, definition, required } = container
  const at = `${container.at}/image`
  if (isGap(image)) requirements.push(unknownImage(name, image, at, required))
  else if (image === null) {
    requirements.push(unknownImage(name, { gap: 'unresolved', expression: String(definition.image) }, at, required))
  } else if (image.registry.kind === 'ecr') fromEcr(requirements, launch, container, image, image.registry, at)
  else fromElsewhere(requirements, container, image.registry, at)
}

function fromEcr(
  requirements: Requirement[],
  { place, executionRole: principal }: Launch,
  { required, onlyIf, definition }: LaunchContainer,
  { repository, tag, digest }: ImageReference,
  { account, region, host }: Extract<Registry, { kind: 'ecr' }>,
  at: Pointer,
): void {
  const image = String(definition.image)
  const partition = partitionOf(region)
  const resource = `arn:${partition}:ecr:${region}:${account}:repository/${repository}`
  const to = { host, port: 443 }
  const service = 'ecr-dkr'
  const isLocal = account === place.account && region === place.region
  const where = isLocal ? place : { account, region }
  const target = { target: 'image', image, repository, tag, digest, place: where } as const
  const manifest = principal === null ? null : 'ecr:BatchGetImage'
  const layerUrl = principal === null ? null : 'ecr:GetDownloadUrlForLayer'
  // The repository policy of another account decides too: code that names an account must say whether it is its own.
  if (sameText(account, place.account) === undefined) {
    requirements.push(unknownImage(image, { gap: 'option', option: '--account' }, at, required))
  }
  requirements.push(
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
  )
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

function unknownImage(id: string, gap: Gap, at: string, required: boolean): Requirement {
  const judge = () => undecided({ gap, what: { kind: 'image', id }, at })
  return condition({ step: STEP, id: 'reference-known', required, resource: () => id, judge })
}

import type { Gap } from '../../model/gap.ts'
import { undecided } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { sameText } from '../../model/placeholder.ts'
import { ecrRegistryHost, layerBucketHost, partitionOf } from '../../network/aws-host.ts'
import { condition } from '../condition.ts'
import { containersOf, type LaunchContainer } from '../containers.ts'
import { imageOf } from '../image.ts'
import type { ImageReference, Registry } from '../image-reference.ts'
import type { Launch } from '../launch.ts'
import { registryHosts } from '../registry-hosts.ts'
import type { Call, Requirement } from '../requirement.ts'
import { roleArnOf } from '../roles.ts'
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
    const { taskDefinition } = launch
    if (taskDefinition === null || isGap(taskDefinition)) return []
    const containers = containersOf(taskDefinition)
    if (isGap(containers)) return [unknownImage(taskDefinition.id, containers, taskDefinition.at, true)]
    return containers.flatMap((container) => ofContainer(launch, container))
  },
}

const STEP = 'pull-images'

function ofContainer(launch: Launch, container: LaunchContainer): readonly Requirement[] {
  const image = imageOf(container.definition)
  const at = pointerTo(container.at, 'image')
  if (isGap(image)) return [unknownImage(container.name, image, at, container.required)]
  const text = String(container.definition.image)
  if (image === null)
    return [unknownImage(container.name, { gap: 'unresolved', expression: text }, at, container.required)]
  const common = {
    kind: 'call',
    step: STEP,
    required: container.required,
    at,
    from: 'task',
    onlyIf: container.onlyIf,
  } as const
  return image.registry.kind === 'ecr'
    ? fromEcr(launch, image, image.registry, text, common)
    : fromElsewhere(image.registry, text, common)
}

type Common = Pick<Call, 'kind' | 'step' | 'required' | 'at' | 'from' | 'onlyIf'>

function fromEcr(
  launch: Launch,
  image: ImageReference,
  { account, region, host }: Extract<Registry, { kind: 'ecr' }>,
  text: string,
  common: Common,
): readonly Requirement[] {
  const partition = partitionOf(region)
  const principal = roleArnOf(launch, 'executionRoleArn')
  const resource = `arn:${partition}:ecr:${region}:${account}:repository/${image.repository}`
  const { repository, tag, digest } = image
  const target = { target: 'image', image: text, repository, tag, digest, place: { account, region } } as const
  const registry = {
    ...common,
    service: 'ecr-dkr',
    principal,
    resource,
    to: { host: host || ecrRegistryHost(account, region), port: 443 },
  } as const
  const asRole = (action: string) => (principal === null ? null : action)
  return [
    ...ownedElsewhere(launch, account, text, common),
    { ...registry, action: asRole('ecr:BatchGetImage'), target },
    { ...registry, action: asRole('ecr:GetDownloadUrlForLayer'), target: null },
    {
      ...common,
      service: 's3',
      principal: null,
      action: 's3:GetObject',
      resource: `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/«layer»`,
      to: { host: layerBucketHost(region), port: 443 },
      target: null,
    },
  ]
}

/** The repository policy of another account decides too: code that names an account must say whether it is its own. */
function ownedElsewhere(
  { place }: Launch,
  account: string,
  image: string,
  { at, required }: Common,
): readonly Requirement[] {
  if (sameText(account, place.account) !== undefined) return []
  return [unknownImage(image, { gap: 'option', option: '--account' }, at, required)]
}

function fromElsewhere(registry: Exclude<Registry, { kind: 'ecr' }>, image: string, common: Common): readonly Call[] {
  const port = registry.kind === 'other' ? registry.port : 443
  return registryHosts(registry.host).map((host) => ({
    ...common,
    service: SERVICE[registry.kind],
    principal: null,
    action: null,
    resource: image,
    to: { host, port },
    target: { target: 'image-elsewhere', image },
  }))
}

const SERVICE = { 'ecr-public': 'ecr-public', 'docker-hub': 'docker-hub', other: 'registry' } as const

function unknownImage(id: string, gap: Gap, at: string, required: boolean): Requirement {
  const judge = () => undecided({ gap, what: { kind: 'image', id }, at })
  return { ...condition(STEP, 'reference-known', id, at, judge), required }
}

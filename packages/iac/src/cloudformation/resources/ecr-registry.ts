import { isGap, type Known, type PullThroughCacheRule, pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { byName, nameOf } from '../names.ts'
import { policyDocument } from '../policy-document.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { literal, text } from '../shape.ts'
import { add, mark, readingOf, type Stack } from '../stack.ts'

/** Upstream registries with one address, which may be left out. */
const UPSTREAM: ReadonlyMap<string, string> = new Map([
  ['ecr-public', 'public.ecr.aws'],
  ['docker-hub', 'registry-1.docker.io'],
  ['quay', 'quay.io'],
  ['k8s', 'registry.k8s.io'],
  ['github-container-registry', 'ghcr.io'],
  ['gitlab-container-registry', 'registry.gitlab.com'],
  ['chainguard', 'cgr.dev'],
])

/**
 * Its name is the prefix of the repositories that it makes.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-pullthroughcacherule.html
 */
export const pullThroughCacheRule: ResourceKind = {
  type: 'AWS::ECR::PullThroughCacheRule',
  ref: byName('EcrRepositoryPrefix'),
  read: (resource, stack) => {
    const table = stack.registry.pullThroughCacheRules
    const { text: prefix } = nameOf(resource, 'EcrRepositoryPrefix')
    const at = pointerIn(table, prefix)
    const credentialArn = text.read(resource.get('CredentialArn'), at, readingOf(stack, resource))
    const rule: PullThroughCacheRule = {
      upstreamRegistryUrl: upstreamOf(resource, stack),
      ...(credentialArn === undefined ? {} : { credentialArn }),
    }
    add(stack, table, prefix, resource, rule)
    mark(stack, pointerTo(at, 'upstreamRegistryUrl'), resource, 'UpstreamRegistryUrl')
  },
}

function upstreamOf(resource: Resource, stack: Stack): Known<string> {
  const reading = readingOf(stack, resource)
  const url = literal.read(resource.get('UpstreamRegistryUrl'), '', reading)
  if (url !== undefined) return url
  const name = literal.read(resource.get('UpstreamRegistry'), '', reading)
  const known = name === undefined || isGap(name) ? name : UPSTREAM.get(name)
  return known ?? { gap: 'unresolved', expression: 'UpstreamRegistryUrl' }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-registrypolicy.html */
export const registryPolicy: ResourceKind = {
  type: 'AWS::ECR::RegistryPolicy',
  read: (resource, stack) => {
    const { registry } = stack
    const at = `${registry.at}/policyDocument`
    const document = policyDocument.read(resource.get('PolicyText'), at, readingOf(stack, resource))
    if (document === undefined) return
    registry.policyDocument = resource.doubt ?? document
    mark(stack, at, resource, 'PolicyText')
  },
}

import type { Resolver } from './resolver.ts'
import { fieldOf, type Value } from './value.ts'

/**
 * The account in the images of private ECR, where all name the same one: images of other accounts are rarer than images
 * of one's own. A warning says so; undefined where there are none, or they disagree.
 */
export function inferAccount(resolvers: readonly Resolver[]): string | undefined {
  const found = resolvers.flatMap((resolver) => imagesIn(resolver).map((image) => ({ ...image, resolver })))
  const [first] = found
  if (first === undefined || found.some(({ account }) => account !== first.account)) return undefined
  const { account, text, at, resolver } = first
  resolver.problems.report('W_ACCOUNT_INFERRED', at, { account, evidence: text })
  return account
}

const PRIVATE_ECR = /^(\d{12})\.dkr\.ecr\./

function imagesIn({ resources }: Resolver) {
  const definitions = resources.filter(({ type }) => type === 'AWS::ECS::TaskDefinition')
  return definitions.flatMap((definition) => {
    const containers = definition.get('ContainerDefinitions')
    return (containers.kind === 'list' ? containers.items : []).flatMap((container) => imageIn(container) ?? [])
  })
}

function imageIn(container: Value) {
  const image = fieldOf(container, 'Image')?.value
  if (image?.kind !== 'text') return null
  const [, account] = PRIVATE_ECR.exec(image.text) ?? []
  return account === undefined ? null : { account, text: image.text, at: image.at }
}

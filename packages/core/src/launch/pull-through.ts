import type { Gap, NotReadGap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import type { Place, World } from '../model/world.ts'
import { call } from './call.ts'
import type { Call } from './requirement.ts'

const RULES_NOT_READ: NotReadGap = Object.freeze({ gap: 'not-read', permission: 'ecr:DescribePullThroughCacheRules' })

/** A rule of the pull through cache that makes a repository with its first pull. */
export interface PullThrough {
  readonly prefix: string
  /** Null where it is not known. */
  readonly upstreamHost: string | null
}

/**
 * The rule that a pull from a repository which is not there yet goes through; null where it is there, where nobody knows,
 * or where no rule has its prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
 */
export function pullThroughOf(world: World, place: Place, repository: string): PullThrough | null {
  const registry = world.region(place)?.registry
  if (registry === undefined || isGap(registry)) return null
  const rules = registry.pullThroughCacheRules
  if (rules === undefined || isGap(rules)) return null
  for (const prefix of prefixesOf(repository)) {
    const rule = Object.hasOwn(rules, prefix) ? rules[prefix] : undefined
    if (rule === undefined || rule === null || isGap(rule)) continue
    if (world.find('repositories', place, repository) !== null) return null
    const { upstreamRegistryUrl: url } = rule
    return { prefix, upstreamHost: isGap(url) ? null : (url.split('/')[0] ?? null) }
  }
  return null
}

/** Why it is not known whether a rule would make the repository; null where none would. */
export function rulesUnknown(world: World, place: Place, repository: string): Gap | null {
  const registry = world.region(place)?.registry
  if (registry === undefined) return RULES_NOT_READ
  if (isGap(registry)) return registry
  const rules = registry.pullThroughCacheRules
  if (rules === undefined) return RULES_NOT_READ
  if (isGap(rules)) return rules
  for (const prefix of [...prefixesOf(repository), '*']) {
    const rule = Object.hasOwn(rules, prefix) ? rules[prefix] : undefined
    if (isGap(rule)) return rule
  }
  return null
}

/** `a` and `a/b` of `a/b/c`, the longest first; `ROOT` stands for all. At most 256 characters, so at most 128 of them. */
function prefixesOf(repository: string): readonly string[] {
  const prefixes: string[] = []
  const name = repository.slice(0, 256)
  for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
    prefixes.push(name.slice(0, slash))
  }
  return [...prefixes, 'ROOT']
}

type Pulled = Pick<Call, 'principal' | 'resource' | 'to' | 'at' | 'required' | 'onlyIf'>

/**
 * The first pull makes the repository and imports the image, which the policy of the registry may allow too. Through an
 * interface endpoint of ECR, AWS wants a way from the VPC to the upstream registry beside it.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export function pullThroughCalls(
  world: World,
  place: Place,
  { upstreamHost }: PullThrough,
  { principal, resource, to, at, required, onlyIf }: Pulled,
): readonly Call[] {
  const common = { step: 'pull-images', at } as const
  const granted = onlyIf ?? registryPolicyFact(world, place, at)
  const calls = (['ecr:CreateRepository', 'ecr:BatchImportUpstreamImage'] as const).map((action) => {
    const allowed = principal === null ? null : action
    return call({ ...common, required, service: 'ecr-dkr', principal, action: allowed, resource, to, onlyIf: granted })
  })
  if (upstreamHost === null || upstreamHost === '') return calls
  const upstream = { host: upstreamHost, port: 443 }
  const service = 'registry'
  return [
    ...calls,
    call({ ...common, required: false, service, principal: null, action: null, resource, to: upstream }),
  ]
}

/** What may allow the import beside the role's own policies, and is not judged. */
function registryPolicyFact(world: World, place: Place, at: string): Call['onlyIf'] {
  const registry = world.region(place)?.registry
  const policy = registry === undefined || isGap(registry) ? undefined : registry.policyDocument
  if (policy === null) return null
  const gap: Gap = policy === undefined ? POLICY_NOT_READ : isGap(policy) ? policy : POLICY_NOT_MODELED
  return { gap, what: { kind: 'policy-layer', id: 'ecr' }, at }
}

const POLICY_NOT_READ: Gap = Object.freeze({ gap: 'not-read', permission: 'ecr:GetRegistryPolicy' })
const POLICY_NOT_MODELED: Gap = Object.freeze({ gap: 'not-modeled', what: 'registry-policy' })

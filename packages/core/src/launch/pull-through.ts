import type { Gap, NotReadGap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { PullThroughCacheRule } from '../model/repository.ts'
import type { Table } from '../model/table.ts'
import type { Place, World } from '../model/world.ts'
import { call } from './call.ts'
import type { Call } from './requirement.ts'

const REPOSITORY_NOT_READ: NotReadGap = Object.freeze({ gap: 'not-read', permission: 'ecr:DescribeRepositories' })
const RULES_NOT_READ: NotReadGap = Object.freeze({ gap: 'not-read', permission: 'ecr:DescribePullThroughCacheRules' })

/** A rule of the pull through cache that makes a repository with its first pull. */
export interface PullThrough {
  readonly prefix: string
  /** Null where it is not known. */
  readonly upstreamHost: string | null
  /** What tells whether an earlier pull has made the repository already; null: none has. */
  readonly mayBeThere: OpenFact | null
}

/**
 * The rule that a pull from a repository which is not there yet goes through; null where it is there, where nobody knows,
 * or where no rule has its prefix. Nobody pushes to a repository of the cache: where code leaves open whether it is there,
 * the first pull is judged.
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
    const found = world.find('repositories', place, repository)
    if (found !== null && !(isGap(found) && found.gap === 'assumed')) return null
    const { upstreamRegistryUrl: url } = rule
    const what = { kind: 'repository', id: repository } as const
    const mayBeThere = found === null ? null : { gap: REPOSITORY_NOT_READ, what, at: repositoriesAt(place) }
    return { prefix, upstreamHost: isGap(url) ? null : (url.split('/')[0] ?? null), mayBeThere }
  }
  return null
}

function repositoriesAt({ account, region }: Place): Pointer {
  return pointerTo('/accounts', account, 'regions', region, 'repositories')
}

/** Why it is not known whether a rule would make the repository; null where none would. */
export function rulesUnknown(world: World, place: Place, repository: string): Gap | null {
  const registry = world.region(place)?.registry
  if (registry === undefined) return RULES_NOT_READ
  if (isGap(registry)) return registry
  const rules = registry.pullThroughCacheRules
  if (rules === undefined) return RULES_NOT_READ
  return isGap(rules) ? rules : gapAmong(rules, [...prefixesOf(repository), '*'])
}

/** Why it is not known whether a rule that has the prefix of the repository is there; null where none has it. */
export function ruleInDoubt(world: World, place: Place, repository: string): Gap | null {
  const registry = world.region(place)?.registry
  const rules = registry === undefined || isGap(registry) ? undefined : registry.pullThroughCacheRules
  return rules === undefined || isGap(rules) ? null : gapAmong(rules, prefixesOf(repository))
}

function gapAmong(rules: Table<PullThroughCacheRule>, prefixes: readonly string[]): Gap | null {
  for (const prefix of prefixes) {
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
  { upstreamHost, mayBeThere }: PullThrough,
  { principal, resource, to, at, required, onlyIf }: Pulled,
): readonly Call[] {
  const common = { step: 'pull-images', at } as const
  const granted = onlyIf ?? registryPolicyFact(world, place, at) ?? mayBeThere
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

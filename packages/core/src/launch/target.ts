import { ASSUMPTIONS, type AssumptionId } from '../model/assumption.ts'
import type { Gap } from '../model/gap.ts'
import { all, assuming, fails, type Judgement, type SubjectKind, undecided, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Secret } from '../model/secret.ts'
import { entriesOf, lookUp } from '../model/table.ts'
import type { Place, Placed, World } from '../model/world.ts'
import type { MissingBlocker } from './blocker.ts'

/** The thing that a call asks for, as data: whether it is there is judged apart from the path and the policies. */
export type Target =
  | { readonly target: 'secret'; readonly arn: string; readonly place: Place; readonly readsPart: boolean }
  | { readonly target: 'parameter'; readonly name: string; readonly place: Place }
  | { readonly target: 'log-group'; readonly name: string; readonly place: Place }
  | {
      readonly target: 'image'
      readonly image: string
      readonly repository: string
      readonly tag: string | null
      readonly digest: string | null
      readonly place: Place
    }
  | { readonly target: 'image-elsewhere'; readonly image: string }
  | {
      readonly target: 'key'
      readonly arn: string
      readonly id: string
      readonly place: Place
      /** What is encrypted with it. */
      readonly usedBy: string
    }

export function judgeTarget(world: World, target: Target, at: Pointer): Judgement<MissingBlocker> {
  switch (target.target) {
    case 'secret':
      return judgeSecret(world, target, at)
    case 'parameter':
      return judgeParameter(world, target, at)
    case 'log-group': {
      const found = world.find('logGroups', target.place, target.name)
      if (found === null)
        return fails({ blocker: 'log-group-missing', logGroup: target.name, region: target.place.region, at })
      return isGap(found) ? open(found, 'log-group', target.name, at) : WORKS
    }
    case 'image':
      return judgeImage(world, target, at)
    case 'image-elsewhere':
      return IMAGES_ON_OTHER_REGISTRIES
    case 'key':
      return judgeKey(world, target, at)
  }
}

const IMAGES_ON_OTHER_REGISTRIES = assuming('images-on-other-registries')
const SECRET_JSON_KEYS = assuming('secret-json-keys')

/** A gap as an open answer, or as the assumption that it stands for. */
function open(gap: Gap, kind: SubjectKind, id: string, at: Pointer): Judgement<never> {
  if (gap.gap === 'assumed' && isAssumption(gap.assumption)) return assuming(gap.assumption)
  return undecided({ gap, what: { kind, id }, at })
}

function isAssumption(id: string): id is AssumptionId {
  return (ASSUMPTIONS as readonly string[]).includes(id)
}

function judgeSecret(
  world: World,
  { arn, place, readsPart }: Extract<Target, { target: 'secret' }>,
  at: Pointer,
): Judgement<MissingBlocker> {
  const found = findSecret(world, place, arn)
  if (found === null) return fails({ blocker: 'secret-missing', secretArn: arn, at })
  if (isGap(found)) return open(found, 'secret', arn, at)
  return all<MissingBlocker>([...secretState(found, arn), readsPart ? SECRET_JSON_KEYS : WORKS])
}

/**
 * A reference may leave out the six characters that Secrets Manager puts after the name.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export function findSecret(world: World, place: Place, arn: string): Known<Placed<Secret>> | null {
  const exact = world.find('secrets', place, arn)
  if (exact !== null && !isGap(exact)) return exact
  const full = fullArnsOf(world, place).get(arn)
  return full === undefined ? exact : world.find('secrets', place, full)
}

/** The ARNs of the secrets of a Region by what they are without their suffix; found once for a world. */
const FULL_ARNS = new WeakMap<World, Map<string, ReadonlyMap<string, string>>>()

function fullArnsOf(world: World, place: Place): ReadonlyMap<string, string> {
  const byPlace = FULL_ARNS.get(world) ?? new Map<string, ReadonlyMap<string, string>>()
  FULL_ARNS.set(world, byPlace)
  const key = `${place.account}/${place.region}`
  const known = byPlace.get(key)
  if (known !== undefined) return known
  const arns = entriesOf(world.region(place)?.secrets).entries.map(([full]) => [full.slice(0, -SUFFIX), full] as const)
  const full = new Map(arns)
  byPlace.set(key, full)
  return full
}

/** `-` and six characters. */
const SUFFIX = 7

function secretState({ value, at }: Placed<Secret>, secretArn: string): Judgement<MissingBlocker>[] {
  const { deletedDate, hasValue } = value
  const judgements: Judgement<MissingBlocker>[] = []
  if (isGap(deletedDate)) judgements.push(open(deletedDate, 'secret', secretArn, at))
  else if (deletedDate !== undefined) judgements.push(fails({ blocker: 'secret-deleted', secretArn, deletedDate, at }))
  if (isGap(hasValue)) judgements.push(open(hasValue, 'secret', secretArn, at))
  else if (hasValue === false) judgements.push(fails({ blocker: 'secret-without-value', secretArn, at }))
  return judgements
}

function judgeParameter(
  world: World,
  { name, place }: Extract<Target, { target: 'parameter' }>,
  at: Pointer,
): Judgement<MissingBlocker> {
  const found = world.find('parameters', place, name)
  if (found === null) return fails({ blocker: 'parameter-missing', name, region: place.region, at })
  if (isGap(found)) return open(found, 'parameter', name, at)
  return WORKS
}

function judgeImage(
  world: World,
  { image, repository, tag, digest, place }: Extract<Target, { target: 'image' }>,
  at: Pointer,
): Judgement<MissingBlocker> {
  const found = world.find('repositories', place, repository)
  if (found === null) return fails({ blocker: 'image-missing', image, repository, missing: 'repository', at })
  if (isGap(found)) return open(found, 'repository', repository, at)
  const wanted = digest ?? tag ?? 'latest'
  const present = lookUp(found.value.images, wanted)
  if (present === null) {
    return fails({ blocker: 'image-missing', image, repository, missing: digest === null ? 'tag' : 'digest', at })
  }
  return isGap(present) ? open(present, 'image', image, at) : WORKS
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
function judgeKey(
  world: World,
  { arn, id, place, usedBy }: Extract<Target, { target: 'key' }>,
  at: Pointer,
): Judgement<MissingBlocker> {
  const found = world.find('keys', place, id)
  if (found === null) return fails({ blocker: 'key-unusable', keyArn: arn, keyState: 'missing', usedBy, at })
  if (isGap(found)) return open(found, 'key', arn, at)
  const { keyState = { gap: 'not-read', permission: 'kms:DescribeKey' } } = found.value
  const here = pointerTo(found.at, 'keyState')
  if (isGap(keyState)) return open(keyState, 'key', arn, here)
  if (keyState === 'Enabled' || keyState === 'Updating') return WORKS
  return fails({ blocker: 'key-unusable', keyArn: arn, keyState, usedBy, at: here })
}

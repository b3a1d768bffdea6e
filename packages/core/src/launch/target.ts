import { fieldOf } from '../model/field.ts'
import { all, assuming, fails, type Judgement, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { openKey } from '../model/open-key.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Secret } from '../model/secret.ts'
import type { Place, Placed, World } from '../model/world.ts'
import type { MissingBlocker } from './blocker.ts'
import type { Target, TargetBlocker } from './call-target.ts'
import { judgeEnvironmentFile } from './judge-environment-file.ts'
import { judgeFileSystem } from './judge-file-system.ts'
import { judgeImage } from './judge-image.ts'
import { openOrAssumed } from './open-or-assumed.ts'

export function judgeTarget(world: World, target: Target, at: Pointer): Judgement<TargetBlocker> {
  switch (target.target) {
    case 'secret':
      return judgeSecret(world, target, at)
    case 'parameter':
      return judgeParameter(world, target, at)
    case 'log-group': {
      const found = world.find('logGroups', target.place, target.name)
      if (found === null)
        return fails({ blocker: 'log-group-missing', logGroup: target.name, region: target.place.region, at })
      return isGap(found) ? openOrAssumed(found, 'log-group', target.name, at) : WORKS
    }
    case 'image':
      return judgeImage(world, target, at)
    case 'environment-file':
      return judgeEnvironmentFile(world, target.file, target.place, at)
    case 'file-system':
      return judgeFileSystem(world, target, at)
    case 'image-elsewhere':
      return IMAGES_ON_OTHER_REGISTRIES
    case 'key':
      return judgeKey(world, target, at)
  }
}

const IMAGES_ON_OTHER_REGISTRIES = assuming('images-on-other-registries')
const SECRET_JSON_KEYS = assuming('secret-json-keys')

function judgeSecret(
  world: World,
  { arn, place, readsPart }: Extract<Target, { target: 'secret' }>,
  at: Pointer,
): Judgement<MissingBlocker> {
  const found = findSecret(world, place, arn)
  if (found === null) return fails({ blocker: 'secret-missing', secretArn: arn, at })
  if (isGap(found)) return openOrAssumed(found, 'secret', arn, at)
  const state = secretState(found, arn)
  if (state.length === 0) return readsPart ? SECRET_JSON_KEYS : WORKS
  return all<MissingBlocker>(readsPart ? [...state, SECRET_JSON_KEYS] : state)
}

/**
 * A reference may leave out the six characters that Secrets Manager puts after the name.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export function findSecret(world: World, place: Place, arn: string): Known<Placed<Secret>> | null {
  const exact = world.find('secrets', place, arn)
  if (exact !== null && !isGap(exact)) return exact
  const arns = fullArnsOf(world, place)
  const full = arns.get(arn)
  return full === undefined ? (exact ?? openKey(arns, arn)) : world.find('secrets', place, full)
}

/** The ARNs of the secrets of a Region by what they are without their suffix; found once for a world. */
const FULL_ARNS = new WeakMap<World, Map<string, ReadonlyMap<string, string>>>()

function fullArnsOf(world: World, place: Place): ReadonlyMap<string, string> {
  const byPlace = FULL_ARNS.get(world) ?? new Map<string, ReadonlyMap<string, string>>()
  FULL_ARNS.set(world, byPlace)
  const key = `${place.account}/${place.region}`
  const known = byPlace.get(key)
  if (known !== undefined) return known
  const full = new Map<string, string>()
  const { secrets } = world.region(place) ?? {}
  if (secrets !== undefined && !isGap(secrets)) {
    for (const arn in secrets) if (arn !== '*' && secrets[arn] !== null) full.set(arn.slice(0, -SUFFIX), arn)
  }
  byPlace.set(key, full)
  return full
}

/** `-` and six characters. */
const SUFFIX = 7

/** What keeps the secret from being read, or may. */
function secretState(secret: Placed<Secret>, secretArn: string): readonly Judgement<MissingBlocker>[] {
  const deletedDate = fieldOf(secret.value, 'deletedDate')
  const hasValue = fieldOf(secret.value, 'hasValue')
  if (deletedDate === undefined && hasValue !== false && !isGap(hasValue)) return NOTHING
  const { at } = secret
  const judgements: Judgement<MissingBlocker>[] = []
  if (isGap(deletedDate)) judgements.push(openOrAssumed(deletedDate, 'secret', secretArn, at))
  else if (deletedDate !== undefined) judgements.push(fails({ blocker: 'secret-deleted', secretArn, deletedDate, at }))
  if (isGap(hasValue)) judgements.push(openOrAssumed(hasValue, 'secret', secretArn, at))
  else if (hasValue === false) judgements.push(fails({ blocker: 'secret-without-value', secretArn, at }))
  return judgements
}

const NOTHING: readonly never[] = []

function judgeParameter(
  world: World,
  { name, place }: Extract<Target, { target: 'parameter' }>,
  at: Pointer,
): Judgement<MissingBlocker> {
  const found = world.find('parameters', place, name)
  if (found === null) return fails({ blocker: 'parameter-missing', name, region: place.region, at })
  return isGap(found) ? openOrAssumed(found, 'parameter', name, at) : WORKS
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
function judgeKey(
  world: World,
  { arn, id, place, usedBy }: Extract<Target, { target: 'key' }>,
  at: Pointer,
): Judgement<MissingBlocker> {
  const found = world.find('keys', place, id)
  if (found === null) return fails({ blocker: 'key-unusable', keyArn: arn, keyState: 'missing', usedBy, at })
  if (isGap(found)) return openOrAssumed(found, 'key', arn, at)
  const { keyState = { gap: 'not-read', permission: 'kms:DescribeKey' } } = found.value
  const here = pointerTo(found.at, 'keyState')
  if (isGap(keyState)) return openOrAssumed(keyState, 'key', arn, here)
  if (keyState === 'Enabled' || keyState === 'Updating') return WORKS
  return fails({ blocker: 'key-unusable', keyArn: arn, keyState, usedBy, at: here })
}

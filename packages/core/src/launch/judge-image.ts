import type { Gap } from '../model/gap.ts'
import { all, assuming, fails, type Judgement, undecided, WORKS } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { openKey } from '../model/open-key.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Image, Repository } from '../model/repository.ts'
import { entriesOf, lookUp, type Table } from '../model/table.ts'
import type { Placed, World } from '../model/world.ts'
import { oncePer } from '../network/once.ts'
import type { Target, TargetBlocker } from './call-target.ts'
import { type ImagePlatform, isBuiltFor } from './image-platform.ts'
import { openOrAssumed } from './open-or-assumed.ts'
import { ruleInDoubt, rulesUnknown } from './pull-through.ts'

type ImageTarget = Extract<Target, { target: 'image' }>

const PLATFORM = assuming('image-platform')
const PUSHED = assuming('images-pushed', 'image-platform')

/** Whether an image of private ECR is there, can be read, runs on the task's platform and fits its storage. */
export function judgeImage(world: World, target: ImageTarget, at: Pointer): Judgement<TargetBlocker> {
  const { image, repository, tag, digest, place } = target
  const found = world.find('repositories', place, repository)
  if (found === null) return missingRepository(world, target, at)
  if (isGap(found)) return openRepository(world, target, found, at)
  const key = found.value.kmsKeyArn === undefined ? WORKS : judgeKey(world, found)
  const { images } = found.value
  const present = digest === null ? lookUp(images, tag ?? 'latest') : findDigest(images, digest)
  if (present === null) {
    const missing = digest === null ? 'tag' : 'digest'
    return all<TargetBlocker>([key, fails({ blocker: 'image-missing', image, repository, missing, at })])
  }
  if (isGap(present)) {
    const isAssumed = present.gap === 'assumed' && present.assumption === 'images-pushed'
    return all<TargetBlocker>([key, isAssumed ? PUSHED : openOrAssumed(present, 'image', image, at)])
  }
  const built = judgePlatform(present, target, at)
  const fits = judgeSize(present, target, at)
  return key === WORKS && fits === WORKS ? built : all<TargetBlocker>([key, built, fits])
}

/** By its digest, or under a tag that stands for it. */
function findDigest(images: Repository['images'], digest: string): Known<Image> | null {
  const found = lookUp(images, digest)
  if (found !== null && !isGap(found)) return found
  const tagged = images === undefined || isGap(images) ? undefined : byDigest(images)
  return tagged?.get(digest) ?? found ?? openKey(tagged ?? images ?? {}, digest)
}

const byDigest = oncePer((images: Table<Image>): ReadonlyMap<string, Image> => {
  const known = new Map<string, Image>()
  for (const [, image] of entriesOf(images).entries) {
    if (!isGap(image) && typeof image.digest === 'string' && !known.has(image.digest)) known.set(image.digest, image)
  }
  return known
})

/** An image that somebody pushes, unless a rule of the pull through cache, which may be there, makes the repository. */
function openRepository(
  world: World,
  { repository, place }: ImageTarget,
  found: Gap,
  at: Pointer,
): Judgement<TargetBlocker> {
  const gap = found.gap === 'assumed' ? ruleInDoubt(world, place, repository) : null
  if (gap === null) return openOrAssumed(found, 'repository', repository, at)
  return undecided({ gap, what: { kind: 'pull-through-cache-rules', id: place.region }, at })
}

/** A rule of the pull through cache would make it; where the rules were not read, that is open. */
function missingRepository(
  world: World,
  { image, repository, place }: ImageTarget,
  at: Pointer,
): Judgement<TargetBlocker> {
  const missing = fails<TargetBlocker>({ blocker: 'image-missing', image, repository, missing: 'repository', at })
  const gap = rulesUnknown(world, place, repository)
  if (gap === null) return missing
  const what = { kind: 'pull-through-cache-rules', id: place.region } as const
  return { ...missing, verdict: 'undecided', gaps: [{ gap, what, at }] }
}

/**
 * Nobody may read for what an image was built; where it is known, one of its platforms must be the task's. Windows wants
 * the same build too, which manifests do not tell.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
 */
function judgePlatform({ platforms }: Image, { image, platform }: ImageTarget, at: Pointer): Judgement<TargetBlocker> {
  if (platform === null) return WORKS
  if (platforms === undefined) return PLATFORM
  if (isGap(platforms)) return openOrAssumed(platforms, 'image', image, at)
  if (platforms.length === 0) return PLATFORM
  if (platforms.some((built) => isBuiltFor(platform, built))) return platform.os === 'windows' ? PLATFORM : WORKS
  const named = platforms.map(({ os, architecture }) => `${os}/${architecture}`)
  return fails({ blocker: 'image-platform-mismatch', image, wanted: nameOf(platform), platforms: named, at })
}

function nameOf({ os, architecture }: ImagePlatform): string {
  return `${os}/${architecture}`
}

const GIBIBYTE = 1024 ** 3

/**
 * The image as it is in the registry, compressed, takes storage of the task, and unpacked takes more.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
 */
function judgeSize(
  { sizeInBytes }: Image,
  { image, storageGibibytes }: ImageTarget,
  at: Pointer,
): Judgement<TargetBlocker> {
  if (sizeInBytes === undefined || storageGibibytes === null) return WORKS
  if (isGap(sizeInBytes)) return openOrAssumed(sizeInBytes, 'image', image, at)
  if (sizeInBytes <= storageGibibytes * GIBIBYTE) return WORKS
  const gibibytes = Math.floor((sizeInBytes / GIBIBYTE) * 10) / 10
  return fails({ blocker: 'image-too-large', image, gibibytes, storageGibibytes, at })
}

/**
 * ECR reads with the key by a grant of its own: the puller needs no right to it, and the key must be enabled. One whose
 * state nobody read is taken for that.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
 */
function judgeKey(world: World, { id, value, at, place }: Placed<Repository>): Judgement<TargetBlocker> {
  const { kmsKeyArn } = value
  const here = pointerTo(at, 'kmsKeyArn')
  if (kmsKeyArn === undefined) return WORKS
  if (isGap(kmsKeyArn)) return undecided({ gap: kmsKeyArn, what: { kind: 'key', id }, at: here })
  const keyId = kmsKeyArn.slice(kmsKeyArn.lastIndexOf('/') + 1)
  const found = world.find('keys', place, keyId)
  const state = found === null ? 'missing' : isGap(found) ? undefined : found.value.keyState
  if (state === undefined || isGap(state) || !UNUSABLE.includes(state)) return WORKS
  return fails({ blocker: 'repository-key-unusable', repository: id, keyId, state, at: here })
}

const UNUSABLE: readonly string[] = ['missing', 'Disabled', 'PendingDeletion', 'PendingImport', 'Unavailable']

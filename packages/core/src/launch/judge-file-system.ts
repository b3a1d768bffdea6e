import { evaluate } from '../iam/evaluate.ts'
import type { FileSystem } from '../model/file-system.ts'
import { type Gap, NOT_READ } from '../model/gap.ts'
import { all, assuming, fails, type Judgement, undecided, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { Placed, World } from '../model/world.ts'
import type { FileSystemTarget } from './call-target.ts'
import { openOrAssumed } from './open-or-assumed.ts'
import type { VolumeBlocker } from './volume-blocker.ts'

/** Whether the file system is there, and lets a task mount it that does not say who it is. */
export function judgeFileSystem(world: World, target: FileSystemTarget, at: Pointer): Judgement<VolumeBlocker> {
  const { id, place } = target
  const found = world.find('fileSystems', place, id)
  if (found === null) return missing(target, 'missing', at)
  if (isGap(found)) return openOrAssumed(found, 'file-system', id, at)
  const { lifeCycleState = 'available' } = found.value
  const here = pointerTo(found.at, 'lifeCycleState')
  const isThere: Judgement<VolumeBlocker> = isGap(lifeCycleState)
    ? undecided({ gap: lifeCycleState, what: { kind: 'file-system', id }, at: here })
    : lifeCycleState === 'available' || lifeCycleState === 'updating'
      ? WORKS
      : missing(target, lifeCycleState, here)
  return all([isThere, judgeAnonymous(found, target), target.belowRoot ? PATHS : WORKS])
}

const PATHS = assuming('file-system-paths')

function missing({ id, place }: FileSystemTarget, state: string, at: Pointer): Judgement<VolumeBlocker> {
  return fails({ blocker: 'file-system-missing', fileSystemId: id, region: place.region, state, at })
}

/** Of where a task comes from, a policy may ask; of who it is, nothing is there to be known. */
const OPEN_KEYS = ['aws:SourceIp', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:VpcSourceIp']

/**
 * Without a policy everybody who reaches the file system may mount it; with one, those whom it allows.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
function judgeAnonymous(fileSystem: Placed<FileSystem>, target: FileSystemTarget): Judgement<VolumeBlocker> {
  const { anonymous, arn, id, volume } = target
  const { policyDocument = POLICY_NOT_READ } = fileSystem.value
  if (anonymous === null || policyDocument === null) return WORKS
  const at = pointerTo(fileSystem.at, 'policyDocument')
  const open = (gap: Gap) => undecided({ gap, what: { kind: 'policy-layer', id }, at })
  if (isGap(policyDocument)) return open(policyDocument)
  const { isEncrypted, context } = anonymous
  const { decision, missingKeys } = evaluate(
    { resourcePolicy: policyDocument },
    {
      action: 'elasticfilesystem:ClientMount',
      resource: arn,
      principal: null,
      context: isEncrypted === null ? context : { ...context, 'aws:SecureTransport': String(isEncrypted) },
      unknownKeys: isEncrypted === null ? [...OPEN_KEYS, 'aws:SecureTransport'] : OPEN_KEYS,
    },
  )
  if (decision === 'allowed') return WORKS
  if (decision === 'denied') return fails({ blocker: 'file-system-policy-silent', fileSystemId: id, volume, at })
  const [key] = missingKeys
  return open(key === undefined ? NOT_READ : { gap: 'not-modeled', what: 'condition-keys', of: key })
}

const POLICY_NOT_READ: Gap = { gap: 'not-read', permission: 'elasticfilesystem:DescribeFileSystemPolicy' }

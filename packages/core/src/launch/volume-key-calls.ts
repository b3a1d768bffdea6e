import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import type { World } from '../model/world.ts'
import { serviceHost } from '../network/aws-host.ts'
import { call } from './call.ts'
import { type FoundKey, findKey, isManagedByAws } from './key-lookup.ts'
import type { Launch } from './launch.ts'
import type { Requirement } from './requirement.ts'
import { unknownReference } from './unknown-reference.ts'

/**
 * An EBS volume with a key of your own: EC2 uses the key in the name of the infrastructure role. What is wrong with it shows
 * when the volume is made, not before.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-kms-encryption.html
 */
export function volumeKeyCalls({ request, place, at }: Launch, world: World): readonly Requirement[] {
  const { volumeConfigurations: configured = [] } = request
  if (isGap(configured)) return []
  return configured.flatMap(({ name, managedEBSVolume: managed }, position): readonly Requirement[] => {
    if (managed === undefined || isGap(managed)) return []
    const { kmsKeyId: key, roleArn: principal } = managed
    if (key === undefined || isGap(principal)) return []
    const volume = isGap(name) ? `#${position + 1}` : name
    const here = pointerTo(at, 'volumeConfigurations', position, 'managedEBSVolume', 'kmsKeyId')
    if (isGap(key)) return [unknownKey(volume, key, here)]
    if (isManagedByAws(key)) return []
    const found = findKey(world, place, key)
    if (isGap(found)) return [unknownKey(volume, found, here)]
    return found.isManagedByAws ? [] : callsOf(found, principal, volume, here)
  })
}

const STEP = 'mount-volumes'
const OF_VOLUME = { 'kms:EncryptionContextKeys': ['aws:ebs:id'] }

function callsOf(key: FoundKey, principal: string, volume: string, at: Pointer): readonly Requirement[] {
  const { arn, id, place } = key
  const given = {
    step: STEP,
    at,
    service: 'kms',
    principal,
    resource: arn,
    from: 'aws',
    to: { host: serviceHost('kms', place.region), port: 443 },
    via: 'ec2',
    target: { target: 'key', arn, id, place, usedBy: `volume/${volume}` },
  } as const
  return [
    call({ ...given, action: 'kms:GenerateDataKeyWithoutPlaintext', context: OF_VOLUME }),
    call({ ...given, action: 'kms:CreateGrant', context: { ...OF_VOLUME, 'kms:GrantIsForAWSResource': 'true' } }),
  ]
}

function unknownKey(id: string, gap: Gap, at: Pointer): Requirement {
  return unknownReference({ step: STEP, kind: 'key', id, gap, at })
}

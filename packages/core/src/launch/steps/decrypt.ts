import type { Gap } from '../../model/gap.ts'
import { undecided } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { World } from '../../model/world.ts'
import { serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { condition } from '../condition.ts'
import { findKey, isManagedByAws } from '../key-lookup.ts'
import type { Launch } from '../launch.ts'
import type { SecretSource } from '../reference.ts'
import type { Requirement } from '../requirement.ts'
import { findSecret } from '../target.ts'

/**
 * What is encrypted with a customer managed key is decrypted in the name of the execution role, by the service that
 * keeps it: no packet of the task goes to KMS.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
 */
export function decryptOf(launch: Launch, world: World, source: SecretSource, at: Pointer): readonly Requirement[] {
  const encrypted = encryptionOf(world, source)
  if (encrypted === null || launch.executionRole === null) return []
  const { arn, key, at: keyAt } = encrypted
  if (isGap(key)) return [unknownKey(arn, key, keyAt)]
  if (isManagedByAws(key)) return []
  const found = findKey(world, source.place, key)
  if (isGap(found)) return [unknownKey(arn, found, keyAt)]
  if (found.isManagedByAws) return []
  const service = source.source === 'secret' ? 'secretsmanager' : 'ssm'
  const contextKey = source.source === 'secret' ? 'SecretARN' : 'PARAMETER_ARN'
  return [
    call({
      step: 'read-secrets',
      at,
      service: 'kms',
      principal: launch.executionRole,
      action: 'kms:Decrypt',
      resource: found.arn,
      from: 'aws',
      to: { host: serviceHost('kms', found.place.region), port: 443 },
      target: { target: 'key', arn: found.arn, id: found.id, place: found.place, usedBy: arn },
      via: service,
      context: { [`kms:EncryptionContext:${contextKey}`]: arn },
    }),
  ]
}

interface Encryption {
  /** Of what is encrypted. */
  readonly arn: string
  readonly key: string | Gap
  readonly at: Pointer
}

/** Null: with no key of the customer's, or nobody knows of the thing itself, which its own requirement says. */
function encryptionOf(world: World, source: SecretSource): Encryption | null {
  if (source.source === 'secret') {
    const found = findSecret(world, source.place, source.arn)
    const key = found === null || isGap(found) ? undefined : found.value.kmsKeyId
    if (found === null || isGap(found) || key === undefined) return null
    return { arn: found.id, key, at: pointerTo(found.at, 'kmsKeyId') }
  }
  const found = world.find('parameters', source.place, source.name)
  const key = found === null || isGap(found) ? undefined : found.value.keyId
  if (found === null || isGap(found) || key === undefined) return null
  return { arn: source.arn, key, at: pointerTo(found.at, 'keyId') }
}

function unknownKey(id: string, gap: Gap, at: Pointer): Requirement {
  return condition({
    step: 'read-secrets',
    id: 'reference-known',
    resource: () => id,
    judge: () => undecided({ gap, what: { kind: 'key', id }, at }),
  })
}

import { parseArn } from '../../model/arn.ts'
import { fieldOf } from '../../model/field.ts'
import type { Gap } from '../../model/gap.ts'
import { fails } from '../../model/judgement.ts'
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
import { unknownReference } from '../unknown-reference.ts'

/**
 * What is encrypted with a customer managed key is decrypted in the name of the execution role, by the service that
 * keeps it: no packet of the task goes to KMS.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
 */
export function decryptOf(launch: Launch, world: World, source: SecretSource, at: Pointer): readonly Requirement[] {
  const encrypted = encryptionOf(world, source)
  if (encrypted === null || launch.executionRole === null) return NONE
  const { arn, key } = encrypted
  if (key === null) return ofAws(launch, source, encrypted)
  if (isGap(key)) return [unknownKey(arn, key, encrypted.at())]
  if (isManagedByAws(key)) return ofAws(launch, source, encrypted)
  const found = findKey(world, source.place, key)
  if (isGap(found)) return [unknownKey(arn, found, encrypted.at())]
  if (found.isManagedByAws) return ofAws(launch, source, encrypted)
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

const NONE: readonly Requirement[] = Object.freeze([])

/**
 * AWS's own key lets everybody of its account decrypt through the service, and nobody of another one: its policy cannot be
 * changed.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
function ofAws(
  { executionRole }: Launch,
  source: SecretSource,
  { arn: secretArn, at }: Encryption,
): readonly Requirement[] {
  if (source.source !== 'secret' || executionRole === null || isGap(executionRole)) return NONE
  const { account: owner } = source.place
  // Nearly all: nothing has to be taken apart to see it.
  if (executionRole.startsWith(owner, executionRole.indexOf('::') + 2)) return NONE
  const reader = parseArn(executionRole)?.account
  if (reader === undefined || reader === owner || !isAccount(reader) || !isAccount(owner)) return NONE
  return [
    condition({
      step: 'read-secrets',
      id: 'secret-reference-valid',
      resource: () => secretArn,
      judge: () => fails({ blocker: 'key-of-another-account', secretArn, owner, reader, at: at() }),
    }),
  ]
}

function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text)
}

interface Encryption {
  /** Of what is encrypted. */
  readonly arn: string
  /** Null: AWS's own. */
  readonly key: string | Gap | null
  readonly at: () => Pointer
}

/** Null: not encrypted, or nobody knows of the thing itself, which its own requirement says. */
function encryptionOf(world: World, source: SecretSource): Encryption | null {
  if (source.source === 'secret') {
    const found = findSecret(world, source.place, source.arn)
    if (found === null || isGap(found)) return null
    const key = fieldOf(found.value, 'kmsKeyId') ?? null
    return { arn: found.id, key, at: () => (key === null ? found.at : pointerTo(found.at, 'kmsKeyId')) }
  }
  const found = world.find('parameters', source.place, source.name)
  const key = found === null || isGap(found) ? undefined : fieldOf(found.value, 'keyId')
  if (found === null || isGap(found) || key === undefined) return null
  return { arn: source.arn, key, at: () => pointerTo(found.at, 'keyId') }
}

function unknownKey(id: string, gap: Gap, at: Pointer): Requirement {
  return unknownReference({ step: 'read-secrets', kind: 'key', id, gap, at })
}

import type { Gap } from '../../model/gap.ts'
import { fails } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import { hasPlaceholder } from '../../model/placeholder.ts'
import type { SecretReference } from '../../model/task-definition.ts'
import type { Place, World } from '../../model/world.ts'
import { partitionOf, serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import type { Launch } from '../launch.ts'
import { type SecretSource, secretSourceOf } from '../reference.ts'
import type { Requirement } from '../requirement.ts'
import { loggingContainersOf } from '../service-connect.ts'
import type { Step } from '../step.ts'
import { unknownReference } from '../unknown-reference.ts'
import { decryptOf } from './decrypt.ts'

/**
 * Before any container starts, Fargate reads every secret that the task definition names, as the execution role:
 * `secrets`, `secretOptions` of log drivers, and the credentials of private registries.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
 */
export const readSecrets: Step = {
  id: 'read-secrets',
  requires: (launch, world) => {
    const containers = loggingContainersOf(launch)
    if (containers === null) return []
    if (isGap(containers)) return [unknownSecret(launch.id, containers, launch.at)]
    const reading: Reading = { launch, world, seen: new Set(), requirements: [] }
    for (const container of containers) readFor(reading, container)
    return reading.requirements
  },
}

interface Reading {
  readonly launch: Launch
  readonly world: World
  /** A secret that several containers read is one requirement. */
  readonly seen: Set<string>
  readonly requirements: Requirement[]
}

function readFor(reading: Reading, { definition, at }: LaunchContainer): void {
  const { logConfiguration: log, repositoryCredentials: credentials, secrets } = definition
  if (secrets !== undefined) readAll(reading, secrets, `${at}/secrets`)
  if (log !== undefined && !isGap(log) && log.secretOptions !== undefined) {
    readAll(reading, log.secretOptions, `${at}/logConfiguration/secretOptions`)
  }
  if (credentials !== undefined) {
    const valueFrom = isGap(credentials) ? credentials : credentials.credentialsParameter
    const secret = isGap(valueFrom) ? valueFrom : secretNamed(valueFrom, reading.launch.place)
    readOne(reading, secret, `${at}/repositoryCredentials/credentialsParameter`)
  }
}

/**
 * Credentials of registries are in Secrets Manager, by ARN or by the name of a secret in the Region of the task.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html
 */
function secretNamed(reference: string, { account, region }: Place): string {
  const isArn = reference.startsWith('arn:') || reference.startsWith('«')
  return isArn ? reference : `arn:${partitionOf(region)}:secretsmanager:${region}:${account}:secret:${reference}`
}

function readAll(reading: Reading, references: Known<readonly SecretReference[]>, at: Pointer): void {
  if (isGap(references)) readOne(reading, references, at)
  else
    for (let position = 0; position < references.length; position++) {
      const reference = references[position]
      if (reference !== undefined) readOne(reading, reference.valueFrom, `${at}/${position}/valueFrom`)
    }
}

function readOne(reading: Reading, valueFrom: Known<string>, at: Pointer): void {
  if (!isGap(valueFrom)) {
    if (reading.seen.has(valueFrom)) return
    reading.seen.add(valueFrom)
  }
  addRequirements(reading, valueFrom, at)
}

function addRequirements({ launch, world, requirements }: Reading, valueFrom: Known<string>, at: Pointer): void {
  if (isGap(valueFrom)) {
    requirements.push(unknownSecret('valueFrom', valueFrom, at))
    return
  }
  const source = secretSourceOf(valueFrom, launch.place)
  if (source === null) {
    const isOpen = hasPlaceholder(valueFrom)
    const gap: Gap = { gap: 'unresolved', expression: valueFrom }
    requirements.push(isOpen ? unknownSecret(valueFrom, gap, at) : malformedReference(valueFrom, at))
    return
  }
  const principal = launch.executionRole
  const service = source.source === 'secret' ? 'secretsmanager' : 'ssm'
  const read = call({
    step: 'read-secrets',
    at,
    service,
    principal,
    action: principal === null ? null : ACTION[source.source],
    resource: source.arn,
    from: isGap(launch.platform) ? 'task' : launch.platform.credentialsFrom,
    to: { host: serviceHost(service, source.place.region), port: 443 },
    target: targetOf(source),
  })
  requirements.push(read, ...decryptOf(launch, world, source, at))
}

/** Parameters are read in batches with GetParameters: the right to GetParameter alone is not enough. */
const ACTION = { secret: 'secretsmanager:GetSecretValue', parameter: 'ssm:GetParameters' } as const

function targetOf(source: SecretSource) {
  return source.source === 'secret'
    ? ({ target: 'secret', arn: source.arn, place: source.place, readsPart: source.readsPart } as const)
    : ({ target: 'parameter', name: source.name, place: source.place } as const)
}

function malformedReference(valueFrom: string, at: Pointer): Requirement {
  return condition({
    step: 'read-secrets',
    id: 'secret-reference-valid',
    resource: () => valueFrom,
    judge: () => fails({ blocker: 'secret-reference-malformed', valueFrom, at }),
  })
}

function unknownSecret(id: string, gap: Gap, at: Pointer): Requirement {
  return unknownReference({ step: 'read-secrets', kind: 'secret', id, gap, at })
}

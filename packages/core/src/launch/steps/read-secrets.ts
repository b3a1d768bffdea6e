import type { Gap } from '../../model/gap.ts'
import { undecided } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { SecretReference } from '../../model/task-definition.ts'
import type { World } from '../../model/world.ts'
import { partitionOf, serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import type { Launch } from '../launch.ts'
import { type SecretSource, secretSourceOf } from '../reference.ts'
import type { Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'
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
    const { containers } = launch
    if (containers === null) return []
    if (isGap(containers)) return [unknownReference(launch.id, containers, launch.at)]
    const named = containers.flatMap(secretsOf)
    return distinct(named).flatMap(({ valueFrom, at }) => requirementsOf(launch, world, valueFrom, at))
  },
}

interface Named {
  readonly valueFrom: Known<string>
  readonly at: Pointer
}

function secretsOf({ definition, at }: LaunchContainer): readonly Named[] {
  const { logConfiguration, repositoryCredentials, secrets } = definition
  const log = logConfiguration === undefined || isGap(logConfiguration) ? undefined : logConfiguration.secretOptions
  return [
    ...listed(secrets, pointerTo(at, 'secrets')),
    ...listed(log, pointerTo(at, 'logConfiguration', 'secretOptions')),
    ...credentialsOf(repositoryCredentials, pointerTo(at, 'repositoryCredentials')),
  ]
}

function listed(references: Known<readonly SecretReference[]> | undefined, at: Pointer): readonly Named[] {
  if (references === undefined) return []
  if (isGap(references)) return [{ valueFrom: references, at }]
  return references.map(({ valueFrom }, position) => ({ valueFrom, at: pointerTo(at, position, 'valueFrom') }))
}

function credentialsOf(
  credentials: LaunchContainer['definition']['repositoryCredentials'],
  at: Pointer,
): readonly Named[] {
  if (credentials === undefined) return []
  const valueFrom = isGap(credentials) ? credentials : credentials.credentialsParameter
  return [{ valueFrom, at: pointerTo(at, 'credentialsParameter') }]
}

/** A secret that several containers read is one requirement. */
function distinct(named: readonly Named[]): readonly Named[] {
  const seen = new Set<string>()
  return named.filter(({ valueFrom }) => {
    if (isGap(valueFrom)) return true
    if (seen.has(valueFrom)) return false
    seen.add(valueFrom)
    return true
  })
}

function requirementsOf(launch: Launch, world: World, valueFrom: Known<string>, at: Pointer): readonly Requirement[] {
  if (isGap(valueFrom)) return [unknownReference('valueFrom', valueFrom, at)]
  const source = secretSourceOf(valueFrom, launch.place, partitionOf(launch.place.region))
  if (source === null) return [unknownReference(valueFrom, { gap: 'unresolved', expression: valueFrom }, at)]
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
  return [read, ...decryptOf(launch, world, source, at)]
}

/** Parameters are read in batches with GetParameters: the right to GetParameter alone is not enough. */
const ACTION = { secret: 'secretsmanager:GetSecretValue', parameter: 'ssm:GetParameters' } as const

function targetOf(source: SecretSource) {
  return source.source === 'secret'
    ? ({ target: 'secret', arn: source.arn, place: source.place, readsPart: source.readsPart } as const)
    : ({ target: 'parameter', name: source.name, place: source.place } as const)
}

function unknownReference(id: string, gap: Gap, at: Pointer): Requirement {
  return condition({
    step: 'read-secrets',
    id: 'reference-known',
    resource: () => id,
    judge: () => undecided({ gap, what: { kind: 'secret', id }, at }),
  })
}

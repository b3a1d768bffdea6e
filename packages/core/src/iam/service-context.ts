import { hasPlaceholder } from '../model/placeholder.ts'
import { ABSENT, type Context, type KeyValue, present } from './context.ts'
import type { OrganizationPolicies } from './organization-policies.ts'
import { unknownKey } from './request-context.ts'

export interface ServiceCall {
  readonly service: string
  /** In which the service acts, and whose role it assumes. */
  readonly account: string
  /** Null: not known. */
  readonly region: string | null
  readonly organization: Pick<OrganizationPolicies, 'id' | 'paths'>
  /** The ARN of what it acts for. Absent: any that it may act for. */
  readonly source?: string | undefined
}

/**
 * What is known of an AWS service that assumes a role for a task. ECS says the task's account and an ARN of its own in
 * it; to name a cluster there is not supported, so the ARN is none of a cluster.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function contextOfService(call: ServiceCall): Context {
  const { service, account, region, organization } = call
  return (key) => {
    switch (key) {
      case 'aws:sourceaccount':
      case 'aws:resourceaccount':
        return present(account)
      case 'aws:sourceorgid':
      case 'aws:resourceorgid':
        return organization.id
      case 'aws:sourceorgpaths':
      case 'aws:resourceorgpaths':
        return organization.paths
      case 'aws:sourcearn':
        return sourceArns(call)
      case 'aws:principalisawsservice':
      case 'aws:securetransport':
        return present('true')
      case 'aws:principalservicename':
        return present(service)
      case 'aws:principalservicenameslist':
        return unknownKey(key)
      case 'aws:requestedregion':
        return region === null ? unknownKey(key) : present(region)
      case 'aws:principalorgid':
      case 'aws:principalorgpaths':
      case 'aws:principalaccount':
      case 'aws:principalarn':
      case 'aws:sourcevpc':
      case 'aws:sourcevpce':
        return ABSENT
      default:
        return unknownKey(key)
    }
  }
}

/**
 * What services act for, where nobody says: of the infrastructure role of ECS it is not documented, nor for which of
 * these things ECS assumes the roles of a task.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 */
const SOURCES: { readonly [service: string]: Sources } = {
  'ecs-tasks.amazonaws.com': {
    name: 'ecs',
    kinds: ['task/«task»', 'task-definition/«task-definition»', 'service/«service»', 'container-instance/«instance»'],
  },
  'scheduler.amazonaws.com': { name: 'scheduler', kinds: ['schedule-group/«group»'] },
  'states.amazonaws.com': { name: 'states', kinds: ['stateMachine:«name»'] },
  'events.amazonaws.com': { name: 'events', kinds: ['rule/«rule»'] },
  'pipes.amazonaws.com': { name: 'pipes', kinds: ['pipe/«pipe»'] },
}

/** The beginning and the ends of ARNs. */
interface Sources {
  readonly name: string
  readonly kinds: readonly string[]
}

function sourceArns({ service, account, region, source }: ServiceCall): KeyValue {
  if (source !== undefined) return present(source)
  const sources = Object.hasOwn(SOURCES, service) ? SOURCES[service] : undefined
  if (sources === undefined) return unknownKey('aws:sourcearn')
  const place = `${region === null || hasPlaceholder(region) ? '«region»' : region}:${account}`
  return sources.kinds.map((kind) => [`arn:${partitionIn(region)}:${sources.name}:${place}:${kind}`])
}

function partitionIn(region: string | null): string {
  if (region === null || hasPlaceholder(region)) return '«partition»'
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-')
    ? 'aws-us-gov'
    : region.startsWith('us-iso') || region.startsWith('eusc-')
      ? '«partition»'
      : 'aws'
}

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
}

/**
 * What is known of an AWS service that assumes a role for a task. ECS says the task's account and an ARN of its own in
 * it; to name a cluster there is not supported, so the ARN is none of a cluster.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function contextOfService({ service, account, region, organization }: ServiceCall): Context {
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
        return sourceArns(service, account, region)
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

/** The kinds of thing for which ECS assumes the roles of a task: which of them it says is not documented. */
const KINDS = ['task/«task»', 'task-definition/«task-definition»', 'service/«service»', 'container-instance/«instance»']

/**
 * What those that run tasks say they act for; of the infrastructure role it is not documented.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 */
const SOURCES: { readonly [service: string]: readonly string[] } = {
  'ecs-tasks.amazonaws.com': KINDS.map((kind) => `ecs ${kind}`),
  'scheduler.amazonaws.com': ['scheduler schedule-group/«group»'],
  'states.amazonaws.com': ['states stateMachine:«name»'],
  'events.amazonaws.com': ['events rule/«rule»'],
  'pipes.amazonaws.com': ['pipes pipe/«pipe»'],
}

function sourceArns(service: string, account: string, region: string | null): KeyValue {
  const sources = Object.hasOwn(SOURCES, service) ? SOURCES[service] : undefined
  if (sources === undefined) return unknownKey('aws:sourcearn')
  const place = `${region === null || hasPlaceholder(region) ? '«region»' : region}:${account}`
  return sources.map((source) => {
    const [name = '', kind = ''] = source.split(' ')
    return [`arn:${partitionIn(region)}:${name}:${place}:${kind}`]
  })
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

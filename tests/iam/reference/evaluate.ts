import type { Decision, Policies, Request } from '../policy-case.ts'
import { callerOf, isServiceLinked, type Naming } from './caller.ts'
import type { Knowledge } from './completions.ts'
import { whetherGranted } from './grant.ts'
import { type Document, type Question, says } from './statement.ts'
import { every, not, some, type Truth, truthOf } from './truth.ts'

/**
 * What AWS would decide, as its documentation says it: written to be read, not to be fast.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluate(policies: Policies, request: Request): Decision {
  const layers = layersOf(policies, request)
  const isDenied = some(
    [...layers.limits.flat(), ...layers.own.flat(), ...layers.resource].flatMap(({ document, question }) =>
      says('Deny', document, question),
    ),
  )
  const isAllowed = every([not(isDenied), ...layers.limits.map(allows), whetherAllowed(layers, policies, request)])
  return isAllowed === 'maybe' ? 'undecided' : isAllowed === 'yes' ? 'allowed' : 'denied'
}

/** A policy and the question that it is asked. */
interface Asked {
  readonly document: Document
  readonly question: Question
}

interface Layers {
  /** Each of them has to allow: the levels of organization policies, the endpoints. */
  readonly limits: readonly (readonly Asked[])[]
  /** Identity policies, and what limits them: boundary and session policies. */
  readonly own: readonly (readonly Asked[])[]
  readonly resource: readonly Asked[]
}

function layersOf(policies: Policies, request: Request): Layers {
  const caller = callerOf(request.principal)
  const hasBoundary = policies.permissionsBoundary !== undefined
  const knowledge = knowledgeOf(request)
  const asked = (documents: readonly unknown[], completesArns = false): readonly Asked[] =>
    documents.map((document) => ({
      document: document as Document,
      question: { ...request, knowledge, completesArns, asker: null },
    }))
  const askedOf = (documents: readonly unknown[], atGateway = false): readonly Asked[] =>
    asked(documents).map(({ document, question }) => ({
      document,
      question: { ...question, asker: { caller, hasBoundary, atGateway } },
    }))
  const isOfAccount = 'account' in caller
  const isFree = !isOfAccount || isServiceLinked(caller)
  return {
    limits: [
      ...(isFree ? [] : (policies.serviceControlPolicies ?? []).map((level) => asked(level))),
      ...(isServiceLinked(caller) || !supportsResourceControl(request.action)
        ? []
        : (policies.resourceControlPolicies ?? []).map((level) => askedOf(level))),
      ...(policies.endpoints ?? []).map(({ type, policy }) => askedOf([policy], type === 'Gateway')),
    ],
    own: isOfAccount
      ? [
          asked(policies.identity ?? [], true),
          ...(hasBoundary ? [asked([policies.permissionsBoundary])] : []),
          ...(policies.sessionPolicies === undefined ? [] : [asked(policies.sessionPolicies)]),
        ]
      : [],
    resource: policies.resourcePolicy === undefined ? [] : askedOf([policies.resourcePolicy]),
  }
}

function knowledgeOf({ context = {}, unknownKeys = [] }: Request): Knowledge {
  return {
    facts: new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), [values].flat()])),
    unknown: new Set(unknownKeys.map((key) => key.toLowerCase())),
  }
}

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
function supportsResourceControl(action: string): boolean {
  const services = ['s3', 'sts', 'kms', 'sqs', 'secretsmanager', 'logs', 'dynamodb', 'ecr']
  return services.includes(action.split(':')[0] ?? '')
}

function allows(documents: readonly Asked[]): Truth {
  return some(documents.flatMap(({ document, question }) => says('Allow', document, question)))
}

/** Whether the policies that can grant something do, if nothing denies it. */
function whetherAllowed({ own, resource }: Layers, policies: Policies, request: Request): Truth {
  const caller = callerOf(request.principal)
  const byResource = (naming: Naming | 'any') =>
    some(resource.flatMap(({ document, question }) => says('Allow', document, question, naming)))
  // A URL that AWS signed for us: what its signer may do is not ours to judge.
  if (caller.kind === 'nobody') return resource.length === 0 ? 'yes' : byResource('any')
  if (caller.kind === 'service') return byResource('any')
  const [identity = [], ...limits] = own
  const within = every(limits.map(allows))
  const byIdentity = every([caller.kind === 'root' ? 'yes' : allows(identity), within])
  const granted = whetherGranted(policies.grants ?? [], request)
  if (accountOf(request, caller.account) !== caller.account) {
    return some([every([byIdentity, byResource('any')]), every([granted, byIdentity])])
  }
  const leftToIdentity = leavesNothingToIdentity(request) ? byResource('account') : truthOf(true)
  return some([
    byResource('session'),
    every([byResource('role'), within]),
    every([leftToIdentity, byIdentity]),
    every([granted, within]),
    mountsFreely(request, policies),
  ])
}

function accountOf({ resource, resourceAccount }: Request, account: string): string {
  const [, , , , ofArn = ''] = resource.split(':')
  return resourceAccount ?? (ofArn === '' ? account : ofArn)
}

/**
 * Policies of keys and of roles must allow by themselves.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function leavesNothingToIdentity({ action, resource }: Request): boolean {
  return (action.startsWith('kms:') && resource.includes(':key/')) || action.startsWith('sts:AssumeRole')
}

/** @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function mountsFreely({ action }: Request, { resourcePolicy }: Policies): Truth {
  return truthOf(action.startsWith('elasticfilesystem:Client') && resourcePolicy === undefined)
}

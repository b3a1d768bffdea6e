import { parseArn } from '../model/arn.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { sameText } from '../model/placeholder.ts'
import { actionName } from './action-name.ts'
import type { Caller, Naming } from './caller.ts'
import { callerOf } from './caller-of.ts'
import { ABSENT, type Context, foldKey, type KeyValue } from './context.ts'
import { defaultPolicyOf } from './default-policy.ts'
import { grantedBy } from './key-grants.ts'
import { askSource, bitsOfSource, type Layer, type Source } from './layer.ts'
import type { LayerName } from './layer-name.ts'
import type { PlacedPolicy } from './open-facts.ts'
import { ALLOWS, sharedPolicyOf } from './policy.ts'
import type { PolicyRequest, PolicySet } from './policy-set.ts'
import { type Asked, endpointQuery, ownQuery, resourceQuery, trustQuery } from './readings.ts'
import { isUnderResourceControl } from './resource-control.ts'
import type { ResourceLayer, Stack } from './stack.ts'
import type { PolicyKind, Query } from './statement.ts'
import type { Truth } from './truth.ts'

/** All layers that bear on a request, of policies that are given as such. */
export function stackOfSet(policies: PolicySet, request: PolicyRequest): Stack {
  const caller = callerOf(request.principal)
  const context = contextOf(request)
  const asked: Asked = { action: actionName(request.action), resource: request.resource, context }
  const own = ownQuery(asked.action, asked.resource, context)
  const bounded = policies.permissionsBoundary !== undefined
  const hasOwn = caller.kind === 'role' || caller.kind === 'user' || caller.kind === 'root'
  const { permissionsBoundary, sessionPolicies } = policies
  return {
    gates: gatesOf(policies, request, { caller, asked, own, bounded, hasOwn }),
    identity: hasOwn ? identityOf(policies, caller, own) : null,
    limits: [
      ...(permissionsBoundary === undefined || !hasOwn
        ? []
        : [
            askSource(
              sourceOfOne('permissions-boundary', '/permissionsBoundary', permissionsBoundary, 'identity'),
              own,
            ),
          ]),
      ...(sessionPolicies === undefined || !hasOwn
        ? []
        : [askSource(sourceOf('session-policy', '/sessionPolicies', sessionPolicies, 'session'), own)]),
    ],
    resource: resourceOf(policies, request, { caller, asked, own, bounded, hasOwn }),
  }
}

interface Setting {
  readonly caller: Caller
  readonly asked: Asked
  readonly own: Query
  readonly bounded: boolean
  /** Whether the caller is one that has policies of its own. */
  readonly hasOwn: boolean
}

/** The root user of an account may do all that no policy keeps it from. */
function identityOf({ identity = [] }: PolicySet, caller: Caller, query: Query): Layer {
  const asked = askSource(sourceOf('identity-policy', '/identity', identity, 'identity'), query)
  return caller.kind === 'root' ? { ...asked, bits: asked.bits | ALLOWS } : asked
}

function gatesOf(policies: PolicySet, { principal, action }: PolicyRequest, setting: Setting): readonly Layer[] {
  const { caller, asked, own, bounded, hasOwn } = setting
  const { serviceControlPolicies = [], resourceControlPolicies = [], endpoints = [] } = policies
  const isServiceLinked = principal?.includes(':role/aws-service-role/') === true
  const scps = hasOwn && !isServiceLinked ? serviceControlPolicies : []
  const rcps = isUnderResourceControl(action) && !isServiceLinked ? resourceControlPolicies : []
  const forResource = resourceQuery(asked, caller, bounded)
  return [
    ...scps.map((level, i) =>
      askSource(sourceOf('service-control-policy', `/serviceControlPolicies/${i}`, level, 'service-control', i), own),
    ),
    ...rcps.map((level, i) =>
      askSource(
        sourceOf('resource-control-policy', `/resourceControlPolicies/${i}`, level, 'resource-control', i),
        forResource,
      ),
    ),
    ...endpoints.map(({ type, policy }, i) =>
      askSource(
        sourceOfOne('endpoint-policy', `/endpoints/${i}/policy`, policy, 'endpoint'),
        endpointQuery(asked, caller, bounded, type === 'Gateway'),
      ),
    ),
  ]
}

function resourceOf(policies: PolicySet, request: PolicyRequest, setting: Setting): ResourceLayer | null {
  const { caller, asked, bounded } = setting
  const { grants } = policies
  const resourcePolicy = policies.resourcePolicy ?? defaultPolicyOf(request.resource) ?? undefined
  const isAssumed = asked.action.folded.startsWith('sts:assumerole')
  const mustAllow = isAssumed || asked.action.folded.startsWith('kms:')
  const isForeign = isForeignTo(caller, request)
  const hasNone = resourcePolicy === undefined && !mustAllow && isForeign === false
  if (request.resource === '*' || hasNone || (resourcePolicy === undefined && caller.kind === 'nobody')) return null
  const queryFor = (naming?: Naming): Query =>
    isAssumed && caller.kind === 'service'
      ? trustQuery(asked, caller.name)
      : resourceQuery(asked, caller, bounded, naming)
  const kind = isAssumed ? 'trust' : 'resource'
  const source =
    resourcePolicy === undefined
      ? sourceOf('resource-policy', '/resourcePolicy', NO_DOCUMENTS, kind)
      : sourceOfOne('resource-policy', '/resourcePolicy', resourcePolicy, kind)
  const granted = grants === undefined ? false : grantedBy(grants, caller, asked)
  const query = queryFor()
  return { source, query, bits: bitsOfSource(source, query), isForeign, mustAllow, granted, queryFor }
}

function isForeignTo(caller: Caller, { resource, resourceAccount }: PolicyRequest): Truth {
  if (caller.kind === 'service' || caller.kind === 'nobody') return true
  const account = resourceAccount ?? (parseArn(resource)?.account || caller.account)
  const same = sameText(account, caller.account)
  return same === undefined ? undefined : !same
}

const NO_DOCUMENTS: readonly unknown[] = Object.freeze([])

// INVARIANT: a memo of a pure function of what is asked again and again with the same documents.
const sources = new WeakMap<object, Source>()

function sourceOf(layer: LayerName, at: Pointer, documents: readonly unknown[], kind: PolicyKind, level = 0): Source {
  const known = remembered(documents, at, kind)
  if (known !== null) return known
  const policies = documents.map((document, i) => placed(document, kind, pointerTo(at, i)))
  return remember(documents, { layer, owner: '', level, policies, unknown: [], at })
}

/** Of a layer that is one policy. */
function sourceOfOne(layer: LayerName, at: Pointer, document: unknown, kind: PolicyKind): Source {
  // In spite of its type, a document that a person wrote may be no object: then it is another one each time.
  const key: object = Object(document)
  const known = remembered(key, at, kind)
  if (known !== null) return known
  return remember(key, { layer, owner: '', level: 0, policies: [placed(document, kind, at)], unknown: [], at })
}

function remembered(key: object, at: Pointer, kind: PolicyKind): Source | null {
  const known = sources.get(key)
  return known !== undefined && known.at === at && known.policies.every(({ policy }) => policy.kind === kind)
    ? known
    : null
}

function remember(key: object, source: Source): Source {
  sources.set(key, source)
  return source
}

function placed(document: unknown, kind: PolicyKind, at: Pointer): PlacedPolicy {
  return { policy: sharedPolicyOf(document, kind), name: at, kind: 'policy', at }
}

/** An encryption context is in the request pair by pair, and by the list of its keys. */
const PAIR = 'kms:encryptioncontext:'
const PAIRS = 'kms:encryptioncontextkeys'

function contextOf({ context = {}, unknownKeys = [] }: PolicyRequest): Context {
  const values = new Map<string, KeyValue>()
  const pairs: string[] = []
  for (const [key, value] of Object.entries(context)) {
    const folded = foldKey(key)
    values.set(folded, [typeof value === 'string' ? [value] : value])
    if (folded.startsWith(PAIR)) pairs.push(key.slice(PAIR.length))
  }
  if (pairs.length > 0 && !values.has(PAIRS)) values.set(PAIRS, [pairs])
  for (const key of unknownKeys) values.set(foldKey(key), { gap: 'not-modeled', what: 'condition-keys', of: key })
  return (key) => values.get(key) ?? ABSENT
}

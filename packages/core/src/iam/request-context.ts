import { parseArn } from '../model/arn.ts'
import type { Gap } from '../model/gap.ts'
import { isGap } from '../model/known.ts'
import type { AccessRequest } from './access-request.ts'
import { ABSENT, type Context, foldKey, type KeyValue, present } from './context.ts'
import type { PrincipalFacts } from './principal-facts.ts'
import { organizationOf } from './principal-facts.ts'

/** The account of a thing; null: nobody knows. */
type AccountOf = (facts: PrincipalFacts, resource: string) => string | null

/**
 * What is known of the request of a role, key by key. What is not known is a gap: no key is taken as absent unless AWS
 * says so.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextOf(facts: PrincipalFacts, request: AccessRequest, resourceAccount: AccountOf): Context {
  return (key) => {
    const given = request.context === undefined ? undefined : givenValue(request.context, key)
    if (given !== undefined) return given
    const slash = key.indexOf('/')
    if (slash >= 0) return tagValue(facts, key.slice(0, slash), key.slice(slash + 1))
    return (
      ofPrincipal(facts, key) ??
      ofResource(facts, request, resourceAccount, key) ??
      ofCall(request, key) ??
      ofService(facts, request, key) ??
      unknownKey(key)
    )
  }
}

export function givenValue(given: NonNullable<AccessRequest['context']>, folded: string): KeyValue | undefined {
  for (const [key, value] of Object.entries(given)) {
    if (foldKey(key) === folded) return typeof value === 'string' ? present(value) : [value]
  }
  return undefined
}

export function unknownKey(key: string): Gap {
  return { gap: 'not-modeled', what: 'condition-keys', of: key }
}

const TRUE = present('true')
const FALSE = present('false')
const ASSUMED_ROLE = present('AssumedRole')

/** Of a session of a role, which an AWS service made for the task. */
function ofPrincipal({ arn, account, organization }: PrincipalFacts, key: string): KeyValue | undefined {
  switch (key) {
    case 'aws:principalarn':
      return present(arn)
    case 'aws:principalaccount':
      return present(account)
    case 'aws:principaltype':
      return ASSUMED_ROLE
    case 'aws:principalorgid':
      return organization.id
    case 'aws:principalorgpaths':
      return organization.paths
    case 'aws:principalisawsservice':
      return FALSE
    case 'aws:username':
    case 'aws:principalservicename':
    case 'aws:principalservicenameslist':
    case 'aws:federatedprovider':
    case 'aws:sourceidentity':
      return ABSENT
    default:
      return undefined
  }
}

function ofResource(
  facts: PrincipalFacts,
  { resource }: AccessRequest,
  accountOf: AccountOf,
  key: string,
): KeyValue | undefined {
  if (key !== 'aws:resourceaccount' && key !== 'aws:resourceorgid' && key !== 'aws:resourceorgpaths') return undefined
  const owner = accountOf(facts, resource)
  if (owner === null) return unknownKey(key)
  if (key === 'aws:resourceaccount') return present(owner)
  const organization = organizationOf(facts.world, owner)
  return key === 'aws:resourceorgid' ? organization.id : organization.paths
}

/** How the call comes to the service. */
function ofCall(request: AccessRequest, key: string): KeyValue | undefined {
  const { via } = request
  switch (key) {
    case 'aws:securetransport':
      return TRUE
    case 'aws:viaawsservice':
      return via === undefined ? FALSE : TRUE
    case 'aws:calledvia':
    case 'aws:calledviafirst':
    case 'aws:calledvialast':
      return via === undefined ? ABSENT : present(`${via}.amazonaws.com`)
    case 'aws:requestedregion':
      return regionOf(request) ?? unknownKey(key)
    case 'aws:sourcearn':
    case 'aws:sourceaccount':
    case 'aws:sourceorgid':
    case 'aws:sourceorgpaths':
      return via === undefined ? ABSENT : undefined
    default:
      return via === undefined ? ofWay(request, key) : undefined
  }
}

/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html */
export function ofWay({ endpoints, isWayKnown }: AccessRequest, key: string): KeyValue | undefined {
  const [endpoint, ...others] = endpoints
  const isPublic = endpoint === undefined && isWayKnown === true
  const isThrough = endpoint !== undefined && others.length === 0 && isWayKnown !== false
  switch (key) {
    case 'aws:sourcevpce':
      return isPublic ? ABSENT : isThrough ? present(endpoint.id) : undefined
    case 'aws:sourcevpc':
      return isPublic ? ABSENT : isThrough ? vpcOf(endpoint.at) : undefined
    case 'aws:vpcsourceip':
      return isPublic ? ABSENT : undefined
    // An endpoint hides the address.
    case 'aws:sourceip':
      return isThrough ? ABSENT : undefined
    default:
      return undefined
  }
}

/** An endpoint stands in the table of its VPC. */
function vpcOf(at: string): KeyValue | undefined {
  const id = /\/vpcs\/([^/]+)\/endpoints\//.exec(at)?.[1]
  return id === undefined ? undefined : present(id.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function regionOf(request: AccessRequest): KeyValue | undefined {
  const region = regionNameOf(request)
  return region === null ? undefined : present(region)
}

/** Null: what has no Region in its ARN may be in any. */
function regionNameOf({ region, resource }: AccessRequest): string | null {
  return (region ?? parseArn(resource)?.region) || null
}

function ofService({ account }: PrincipalFacts, request: AccessRequest, key: string): KeyValue | undefined {
  const { via } = request
  if (key === 'kms:calleraccount') return present(account)
  if (key !== 'kms:viaservice') return undefined
  if (via === undefined) return ABSENT
  const region = regionNameOf(request)
  return region === null ? undefined : present(`${via}.${region}.amazonaws.com`)
}

function tagValue({ tags }: PrincipalFacts, prefix: string, tag: string): KeyValue {
  if (prefix !== 'aws:principaltag') return unknownKey(`${prefix}/${tag}`)
  if (tags === undefined) return { gap: 'not-read', permission: 'iam:ListRoleTags' }
  if (isGap(tags)) return tags
  const name = Object.keys(tags).find((key) => foldKey(key) === tag)
  return name === undefined ? ABSENT : present(tags[name] ?? '')
}

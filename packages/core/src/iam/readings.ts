import type { Caller, Naming } from './caller.ts'
import { matchPrincipal, type Reading } from './match-principal.ts'
import type { Query } from './statement.ts'
import type { Truth } from './truth.ts'

export type Asked = Pick<Query, 'action' | 'resource' | 'context'>

const ALL: readonly Naming[] = ['caller', 'role', 'account']

/** What the policies of the caller are asked: they have no `Principal`. */
export function ownQuery(action: Query['action'], resource: string, context: Query['context']): Query {
  return { action, resource, context, matchPrincipal: nobody }
}

const nobody = (): Truth => undefined

function queryOf({ action, resource, context }: Asked, reading: Reading): Query {
  return { action, resource, context, matchPrincipal: (element, isDeny) => matchPrincipal(element, isDeny, reading) }
}

/** What the policy of a resource is asked. @param naming only so named, the caller is allowed */
export function resourceQuery(asked: Asked, caller: Caller, bounded: Truth, naming?: Naming): Query {
  return queryOf(asked, { caller, bounded, namings: naming === undefined ? ALL : [naming], everyone: true })
}

/**
 * What the trust policy of a role is asked about a service. `"Principal": "*"` takes in services where it denies, as AWS
 * shows; whether it lets one assume a role is not documented, nor what `{"AWS": "*"}` says of one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function trustQuery(asked: Asked, service: string): Query {
  const caller: Caller = { kind: 'service', name: service }
  return queryOf(asked, { caller, bounded: false, namings: ALL, everyone: undefined })
}

/**
 * The policy of a gateway endpoint must say `*` and name principals by `aws:PrincipalArn`. What it allows to an account
 * it allows to the account's root user alone; of roles and users the documentation does not say.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#vpc-endpoint-policies-gateway
 * @param isGateway undefined: not known
 */
export function endpointQuery(asked: Asked, caller: Caller, bounded: Truth, isGateway: Truth): Query {
  if (isGateway === false) return queryOf(asked, { caller, bounded, namings: ALL, everyone: true })
  const ofGateway = (isDeny: boolean): Reading => ({
    caller,
    bounded,
    namings: ALL,
    everyone: true,
    adjust: (named, naming) => {
      if (isGateway !== true || isDeny || naming !== 'account') return undefined
      return caller.kind === 'root' ? named : false
    },
  })
  const readings = { deny: ofGateway(true), allow: ofGateway(false) }
  const { action, resource, context } = asked
  return {
    action,
    resource,
    context,
    matchPrincipal: (element, isDeny) => matchPrincipal(element, isDeny, isDeny ? readings.deny : readings.allow),
  }
}

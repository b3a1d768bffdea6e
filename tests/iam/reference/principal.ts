import { type Caller, type Entry, entriesOf, type Naming, nameOf } from './caller.ts'
import { every, not, some, type Truth, truthOf } from './truth.ts'

/** How the policy reads its principals. */
export interface Asker {
  readonly caller: Caller
  readonly hasBoundary: boolean
  /** At a gateway endpoint an account is its root user alone. */
  readonly atGateway: boolean
}

/** The ways in which a policy names who asks; of an identity policy, the asker is whom it is attached to. */
export function whetherNamed(statement: Statement, asker: Asker, naming: Naming | 'any'): Truth {
  const { Principal: principal, NotPrincipal: notPrincipal } = statement
  if (notPrincipal !== undefined) return whetherNotSpared(entriesOf(notPrincipal), asker)
  const named = entriesOf(principal).map((entry) => ({ ...nameOf(entry, asker.caller), entry }))
  return some(
    named
      .filter((each) => naming === 'any' || naming === each.naming)
      .map(({ entry, naming: found, truth }) =>
        asker.atGateway ? atGateway(entry, found, truth, asker.caller, statement.Effect) : truth,
      ),
  )
}

/**
 * The star is the principal of a gateway endpoint. What an account is granted there, its root user alone is; what other
 * principals are, and whom a denied account takes in, is not documented.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#vpc-endpoint-policies-gateway
 */
function atGateway({ text }: Entry, naming: Naming, truth: Truth, caller: Caller, effect: Statement['Effect']): Truth {
  if (text === '*' || truth === 'no') return truth
  if (naming === 'account' && effect === 'Allow') return truthOf(caller.kind === 'root')
  return 'maybe'
}

interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: unknown
  readonly NotPrincipal?: unknown
}

/**
 * Whom a `NotPrincipal` does not deny stands in it with the account; with a role, the role has to stand in it, too. Where
 * only some of them stand there, it depends on the service. A permissions boundary makes the listing worthless.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function whetherNotSpared(entries: readonly Entry[], { caller, hasBoundary }: Asker): Truth {
  if (hasBoundary) return 'yes'
  const named = entries.map((entry) => nameOf(entry, caller))
  if (caller.kind === 'service' || caller.kind === 'nobody') return not(some(named.map(({ truth }) => truth)))
  const isNamed = (naming: Naming) => some(named.filter((each) => each.naming === naming).map(({ truth }) => truth))
  if (entries.some(({ text }) => text === '*')) return 'no'
  const account = isNamed('account')
  const itself = caller.kind === 'root' ? account : some([isNamed('session'), isNamed('role')])
  const surely = caller.kind === 'role' ? isNamed('role') : itself
  if (every([account, surely]) === 'yes') return 'no'
  return some([account, itself]) === 'no' ? 'yes' : 'maybe'
}

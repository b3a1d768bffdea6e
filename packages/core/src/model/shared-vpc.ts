import { isGap, type Known } from './known.ts'
import type { Listing } from './table.ts'
import type { Vpc } from './vpc.ts'

/**
 * A VPC as an account sees it with which its subnets are shared: what the owner alone can list may hold more than the
 * answer, which is an empty list and not "access denied".
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing-service-behavior.html
 */
export function asRead(vpc: Vpc, account: string): Vpc {
  const { ownerAccount = account } = vpc
  if (ownerAccount === account) return vpc
  return {
    ...vpc,
    ...rest('endpoints', vpc.endpoints, ownerAccount),
    ...rest('natGateways', vpc.natGateways, ownerAccount),
    ...rest('egressOnlyInternetGateways', vpc.egressOnlyInternetGateways, ownerAccount),
    ...rest('peeringConnections', vpc.peeringConnections, ownerAccount),
    ...rest('transitGatewayAttachments', vpc.transitGatewayAttachments, ownerAccount),
  }
}

/** What the snapshot says of the rest itself counts. */
function rest(name: keyof Vpc, listing: Known<Listing<unknown>> | undefined, account: string): object {
  if (listing === undefined || isGap(listing) || Object.hasOwn(listing, '*')) return {}
  return { [name]: { ...listing, '*': { gap: 'other-owner', account } } }
}

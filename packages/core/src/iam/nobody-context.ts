import type { AccessRequest } from './access-request.ts'
import { type Context, type KeyValue, present } from './context.ts'
import { givenValue, ofWay, regionOf, unknownKey } from './request-context.ts'

/**
 * What is known of the request with a URL that a service signed before: it is made by a principal of AWS's own, on a
 * bucket of AWS's own. Both are of other accounts and organizations than any that a policy of ours could name, if they
 * are of one at all.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export function contextOfNobody(request: AccessRequest): Context {
  return (key) => {
    const given = request.context === undefined ? undefined : givenValue(request.context, key)
    return given ?? ofAws(key) ?? ofCall(request, key) ?? unknownKey(key)
  }
}

/** A character that no policy has: the text is equal to none of a policy's, and like those that leave its place open. */
const OTHER = '\uE000'

const OTHER_ACCOUNT: KeyValue = [null, [OTHER]]
const OTHER_ORGANIZATION: KeyValue = [null, [`o-${OTHER}`]]
const OTHER_PATH: KeyValue = [null, [`o-${OTHER}/r-${OTHER}/`]]

function ofAws(key: string): KeyValue | undefined {
  switch (key) {
    case 'aws:principalaccount':
    case 'aws:resourceaccount':
      return OTHER_ACCOUNT
    case 'aws:principalorgid':
    case 'aws:resourceorgid':
      return OTHER_ORGANIZATION
    case 'aws:principalorgpaths':
    case 'aws:resourceorgpaths':
      return OTHER_PATH
    default:
      return undefined
  }
}

function ofCall(request: AccessRequest, key: string): KeyValue | undefined {
  if (key === 'aws:securetransport') return present('true')
  return key === 'aws:requestedregion' ? regionOf(request) : ofWay(request, key)
}

import { actionName } from './action-name.ts'
import type { NearMiss } from './blocker.ts'
import { matchGlob } from './glob.ts'
import type { Layer } from './layer.ts'
import { contentOf } from './policy.ts'
import { actionOf, matchStatement, type Query, type Statement, termsOf } from './statement.ts'

/**
 * The statement of a silent layer that means this request and misses it in one of the ways in which people do: a secret
 * without the six characters that Secrets Manager puts behind its name, a log group without `:*`, `GetParameter` for
 * `GetParameters`.
 */
export function nearMissOf({ source, query }: Layer): NearMiss | null {
  for (const { policy, name } of source.policies) {
    for (const statement of contentOf(policy).statements) {
      if (termsOf(statement).effect !== 'Allow') continue
      const miss = missOfResource(statement, query) ?? missOfAction(statement, query)
      if (miss !== null) return { ...miss, policy: name, statement: termsOf(statement).name }
    }
  }
  return null
}

type Miss = Pick<NearMiss, 'miss' | 'written' | 'wanted'>

/** `-` and six characters. */
const SUFFIX = /-[^-:/*?]{6}$/
const STREAM = /:log-stream:.*/

function missOfResource(statement: Statement, query: Query): Miss | null {
  const { resource } = query
  if (resource.includes(':secret:') && SUFFIX.test(resource)) {
    return missed(statement, query, 'secret-suffix', resource.replace(SUFFIX, ''), '-??????')
  }
  if (!resource.includes(':log-group:')) return null
  return missed(statement, query, 'log-group-suffix', resource.replace(STREAM, ''), ':*')
}

function missed(statement: Statement, query: Query, miss: Miss['miss'], bare: string, ending: string): Miss | null {
  if (matchStatement(statement, { ...query, resource: bare }) !== true) return null
  const glob = termsOf(statement).resource?.globs.find((each) => matchGlob(each, bare) === true)
  return glob === undefined ? null : { miss, written: glob.pattern, wanted: `${glob.pattern}${ending}` }
}

/** One letter more or less at the end. */
function missOfAction(statement: Statement, query: Query): Miss | null {
  const asked = query.action.folded
  for (const { pattern } of actionOf(statement).globs) {
    const folded = pattern.toLowerCase()
    const isLonger = folded === `${asked}s`
    if (!isLonger && asked !== `${folded}s`) continue
    if (matchStatement(statement, { ...query, action: actionName(pattern) }) !== true) continue
    return { miss: 'action', written: pattern, wanted: isLonger ? pattern.slice(0, -1) : `${pattern}s` }
  }
  return null
}

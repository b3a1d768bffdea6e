import { type Arn, parseArn } from '../model/arn.ts'
import { hasPlaceholder, splitText } from '../model/placeholder.ts'
import type { Place } from '../model/world.ts'
import { partitionOf } from '../network/aws-host.ts'
import { oncePer } from '../network/once.ts'

/** What the `valueFrom` of a secret points at. */
export type SecretSource =
  | {
      readonly source: 'secret'
      /** Without key, stage and version. */
      readonly arn: string
      readonly place: Place
      /** Whether a JSON key, a stage or a version is asked for. */
      readonly readsPart: boolean
    }
  | { readonly source: 'parameter'; readonly name: string; readonly arn: string; readonly place: Place }

/**
 * Secrets Manager wants an ARN, `…:secret:name-AbCdEf[:json-key:stage:version]`, with none of the three or all; everything
 * else is a parameter of SSM, by name in the Region of the task, or by ARN. Null: it is neither.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html (the colons)
 */
export function secretSourceOf(valueFrom: string, launchPlace: Place): SecretSource | null {
  if (!valueFrom.startsWith('arn:')) return parameterByName(valueFrom, launchPlace)
  // Most are whole secrets in the Region of the task.
  const here = prefixesOf(launchPlace).secret
  if (valueFrom.length > here.length && valueFrom.startsWith(here) && valueFrom.indexOf(':', here.length) < 0) {
    return { source: 'secret', arn: valueFrom, place: launchPlace, readsPart: false }
  }
  const arn = parseArn(valueFrom)
  if (arn === null) return null
  const { account, region, resource } = arn
  const place = account === launchPlace.account && region === launchPlace.region ? launchPlace : { account, region }
  if (arn.service === 'secretsmanager' && resource.startsWith(SECRET)) return secretOf(valueFrom, arn, place)
  if (arn.service === 'ssm' && resource.startsWith(PARAMETER)) {
    return { source: 'parameter', name: parameterName(resource.slice(PARAMETER.length)), arn: valueFrom, place }
  }
  return null
}

/** What the ARNs of an account's secrets and parameters begin with in a Region. */
const prefixesOf = oncePer(({ account, region }: Place) => {
  const partition = partitionOf(region)
  return {
    secret: `arn:${partition}:secretsmanager:${region}:${account}:${SECRET}`,
    parameter: `arn:${partition}:ssm:${region}:${account}:${PARAMETER}`,
  }
})

const SECRET = 'secret:'
/** JSON key, version stage and version id. */
const PARTS = 3
const PARAMETER = 'parameter/'

function secretOf(valueFrom: string, { resource }: Arn, place: Place): SecretSource | null {
  const [name = '', ...parts] = splitText(resource.slice(SECRET.length), ':')
  if (name === '') return null
  if (parts.length === 0) return { source: 'secret', arn: valueFrom, place, readsPart: false }
  if (parts.length !== PARTS && !hasPlaceholder(resource)) return null
  const arn = valueFrom.slice(0, valueFrom.length - resource.length + SECRET.length + name.length)
  return { source: 'secret', arn, place, readsPart: parts.some((part) => part !== '') }
}

function parameterByName(name: string, place: Place): SecretSource | null {
  if (name === '') return null
  const path = name.startsWith('/') ? name.slice(1) : name
  return { source: 'parameter', name, arn: prefixesOf(place).parameter + path, place }
}

/** The ARN of `/a/b` is `parameter/a/b`, that of `a` is `parameter/a`: only paths begin with a slash. */
function parameterName(path: string): string {
  return path.includes('/') && !path.startsWith('/') ? `/${path}` : path
}

import { splitText } from '../model/placeholder.ts'

/** An image reference, taken apart as container runtimes do. */
export interface ImageReference {
  readonly registry: Registry
  /** Without the registry: `library/nginx`, `team/app`. */
  readonly repository: string
  readonly tag: string | null
  readonly digest: string | null
}

export type Registry =
  | { readonly kind: 'ecr'; readonly host: string; readonly account: string; readonly region: string }
  | { readonly kind: 'ecr-public'; readonly host: 'public.ecr.aws' }
  | { readonly kind: 'docker-hub'; readonly host: 'registry-1.docker.io' }
  | { readonly kind: 'other'; readonly host: string; readonly port: number }

/**
 * A first part with a dot or a colon, or `localhost`, is a registry; without one the image is on Docker Hub, in
 * `library/` where it has no namespace. `repository:tag@digest` is legal, and then the digest decides.
 *
 * @see https://github.com/distribution/reference
 */
export function parseImageReference(text: string): ImageReference | null {
  const image = text.trim()
  if (image === '' || image.length > MAX_LENGTH || /[\s"'\\]/.test(image)) return null
  const plain = PRIVATE_ECR.exec(image)
  if (plain !== null) return privateEcr(plain)
  const [named = '', digest = null, ...more] = splitText(image, '@')
  if (more.length > 0) return null
  const [first = '', ...rest] = splitText(named, '/')
  const hasRegistry =
    rest.length > 0 && (splitText(first, '.').length > 1 || splitText(first, ':').length > 1 || first === 'localhost')
  const path = hasRegistry ? rest : [first, ...rest]
  const [last = '', tag = null] = splitText(path.at(-1) ?? '', ':')
  const name = [...path.slice(0, -1), last].join('/')
  const registry = hasRegistry ? registryOf(first) : DOCKER_HUB
  if (registry === null || last === '') return null
  const repository = registry.kind === 'docker-hub' && path.length === 1 ? `library/${name}` : name
  return { registry, repository, tag, digest }
}

/** An image of private ECR without placeholders, which most are; what does not fit is taken apart step by step. */
const PRIVATE_ECR =
  /^(([\w-]+)\.(?:dkr\.ecr(?:-fips)?\.([\w-]+)\.amazonaws\.com(?:\.cn)?|dkr-ecr(?:-fips)?\.([\w-]+)\.on\.aws))\/([^:@«»]*[^:@«»/])(?::([^:@/«»]+))?(?:@([^@«»]+))?$/

function privateEcr([
  ,
  host = '',
  account = '',
  region,
  ofDualStack = '',
  repository = '',
  tag,
  digest,
]: RegExpExecArray): ImageReference {
  return {
    registry: { kind: 'ecr', host, account, region: region ?? ofDualStack },
    repository,
    tag: tag ?? null,
    digest: digest ?? null,
  }
}

/** Far above what registries accept (repository names end at 256 characters, tags at 128). */
const MAX_LENGTH = 2048

const DOCKER_HUB: Registry = { kind: 'docker-hub', host: 'registry-1.docker.io' }

function registryOf(text: string): Registry | null {
  if (text === 'public.ecr.aws') return { kind: 'ecr-public', host: text }
  if (text === 'docker.io' || text === 'index.docker.io' || text === 'registry-1.docker.io') return DOCKER_HUB
  const [host = '', portText = '443'] = splitText(text, ':')
  const port = Number(portText)
  if (!Number.isInteger(port) || port < 1 || port > 65535) return null
  return ecrOf(host) ?? { kind: 'other', host, port }
}

/**
 * `<account>.dkr.ecr[-fips].<region>.amazonaws.com[.cn]`, or `<account>.dkr-ecr[-fips].<region>.on.aws` for dual stack; any
 * part may be a placeholder.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html (dual stack)
 */
function ecrOf(host: string): Registry | null {
  const labels = splitText(host, '.')
  const [owner, name, place, ...domainOfPlace] = labels
  if (owner !== undefined && place !== undefined && (name === 'dkr-ecr' || name === 'dkr-ecr-fips')) {
    return domainOfPlace.join('.') === 'on.aws' ? { kind: 'ecr', host, account: owner, region: place } : null
  }
  const [account, dkr, ecr, region, ...suffix] = labels
  if (account === undefined || region === undefined || dkr !== 'dkr') return null
  if (ecr !== 'ecr' && ecr !== 'ecr-fips') return null
  const domain = suffix.join('.')
  if (domain !== 'amazonaws.com' && domain !== 'amazonaws.com.cn' && !domain.startsWith('«')) return null
  return { kind: 'ecr', host, account, region }
}

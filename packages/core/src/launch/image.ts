import { isGap, type Known } from '../model/known.ts'
import { hasPlaceholder, sameText, splitText } from '../model/placeholder.ts'
import type { ContainerDefinition } from '../model/task-definition.ts'
import { type ImageReference, parseImageReference } from './image-reference.ts'

/** The image of a container; null where the text is no image reference. */
export function imageOf({ image }: ContainerDefinition): Known<ImageReference> | null {
  if (isGap(image)) return image
  const reference = parseImageReference(image)
  if (!hasPlaceholder(image)) return reference
  return isOfUnknownRegistry(image, reference) ? { gap: 'unresolved', expression: image } : reference
}

/** Whether a placeholder leaves open at which registry the image is, which decides everything else. */
function isOfUnknownRegistry(image: string, reference: ImageReference | null): boolean {
  if (reference === null) return parseImageReference(image.replace(/«[^»]*»/g, '1')) !== null
  const { registry } = reference
  if (registry.kind === 'ecr') return false
  if (image.startsWith('«')) return true
  if (registry.kind === 'other') return REGISTRIES.some((host) => sameText(registry.host, host) !== false)
  const [first = '', ...rest] = splitText(splitText(image, '@')[0] ?? '', '/')
  return hasPlaceholder(rest.length > 0 ? first : (splitText(first, ':')[0] ?? ''))
}

/** Hosts of which images are judged in ways of their own. */
const REGISTRIES = [
  '«account».dkr.ecr«fips».«region».amazonaws.com',
  '«account».dkr.ecr«fips».«region».amazonaws.com.cn',
  '«account».dkr-ecr«fips».«region».on.aws',
  'public.ecr.aws',
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
]

import { isGap, type Known } from '../model/known.ts'
import type { ContainerDefinition } from '../model/task-definition.ts'
import { type ImageReference, parseImageReference } from './image-reference.ts'

/** The image of a container; null where the text is no image reference. */
export function imageOf({ image }: ContainerDefinition): Known<ImageReference> | null {
  if (isGap(image)) return image
  // A placeholder at the front may stand for a registry, which decides everything else.
  if (image.startsWith('«') && !image.includes('.dkr.')) return { gap: 'unresolved', expression: image }
  return parseImageReference(image)
}

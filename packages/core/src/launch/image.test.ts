import { expect, test } from 'vitest'
import { isGap } from '../model/known.ts'
import { imageOf } from './image.ts'

/** At which registry the image is, and how far that is known. */
function registryOf(image: string): string {
  const reference = imageOf({ name: 'app', image })
  if (reference === null) return 'none'
  return isGap(reference) ? reference.gap : reference.registry.kind
}

test.each([
  ['unresolved', '«Image»'],
  ['unresolved', '«Registry»/app:1'],
  ['unresolved', 'reg«P»/app:1'],
  ['unresolved', 'reg«P»'],
  ['unresolved', 'reg.«P»/app:1'],
  ['unresolved', '111122223333.dkr.ecr.ap«P»'],
  ['unresolved', '111122223333.dkr.ecr.ap«P»/app:1'],
  ['unresolved', 'public.ecr.«P»/nginx/nginx:1'],
  ['unresolved', 'registry.example.com:«Port»/app:1'],
  ['docker-hub', 'nginx:«Tag»'],
  ['docker-hub', 'nginx@«Digest»'],
  ['docker-hub', 'team/app-«Stage»:«Tag»'],
  ['docker-hub', 'docker.io/«Team»/app'],
  ['ecr-public', 'public.ecr.aws/nginx/«Name»:1'],
  ['other', 'reg-«Stage».example.com/app:1'],
  ['ecr', '«AWS::AccountId».dkr.ecr.«AWS::Region».amazonaws.com/app:«Tag»'],
  ['ecr', '«AWS::AccountId».dkr-ecr.«AWS::Region».on.aws/app:«Tag»'],
  ['none', 'a b/«Name»'],
])('%s: %s', (expected, image) => {
  expect(registryOf(image)).toBe(expected)
})

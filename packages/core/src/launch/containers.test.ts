import { expect, test } from 'vitest'
import type { ContainerDefinition } from '../model/task-definition.ts'
import { containersOf } from './containers.ts'

function required(...containerDefinitions: ContainerDefinition[]) {
  const containers = containersOf(
    {
      id: 'web:1',
      at: '/d',
      place: { account: '', region: '' },
      value: { containerDefinitions },
    },
    false,
  )
  return 'gap' in containers
    ? containers
    : containers.map((container) => [container.name, container.required, container.onlyIf !== null])
}

const APP = { name: 'app', image: 'nginx' }

test('a container is essential unless it says that it is not', () => {
  expect(required(APP, { ...APP, name: 'aside', essential: false })).toEqual([
    ['app', true, false],
    ['aside', false, false],
  ])
})

test('a container for which another waits is required although it is not essential', () => {
  const waiting = { ...APP, dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] }
  expect(required(waiting, { ...APP, name: 'init', essential: false })).toEqual([
    ['app', true, false],
    ['init', true, false],
  ])
})

test('an unknown dependency leaves open whether a container is required', () => {
  const waiting: ContainerDefinition = { ...APP, dependsOn: { gap: 'parameter', name: 'Sidecars' } }
  expect(required(waiting, { ...APP, name: 'aside', essential: false })).toEqual([
    ['app', true, false],
    ['aside', true, true],
  ])
})

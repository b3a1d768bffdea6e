import { expect, test } from 'vitest'
import { platformOf } from './platform.ts'

const DEFINITION = { containerDefinitions: [] }

test.each([
  ['LATEST is 1.4.0 on Linux', undefined, undefined, { version: '1.4.0', credentialsFrom: 'task', retiredOn: null }],
  [
    '1.3.0 is retired and fetched credentials through an interface of Fargate',
    '1.3.0',
    undefined,
    { version: '1.3.0', credentialsFrom: 'fargate', retiredOn: '2026-03-16' },
  ],
  [
    'LATEST is 1.0.0 on Windows',
    'LATEST',
    'WINDOWS_SERVER_2022_CORE',
    { version: '1.0.0', credentialsFrom: 'task', retiredOn: null },
  ],
])('%s', (_, platformVersion, operatingSystemFamily, expected) => {
  const request = { taskDefinition: 'web:1', ...(platformVersion === undefined ? {} : { platformVersion }) }
  const definition =
    operatingSystemFamily === undefined ? DEFINITION : { ...DEFINITION, runtimePlatform: { operatingSystemFamily } }
  expect(platformOf(request, definition)).toMatchObject(expected)
})

test.each(['9.9.9', 'constructor'])('a platform that nobody knows is a gap that names it: %s', (platformVersion) => {
  expect(platformOf({ taskDefinition: 'web:1', platformVersion }, DEFINITION)).toEqual({
    gap: 'not-modeled',
    what: 'platform',
    of: `LINUX ${platformVersion}`,
  })
})

import { expect, test } from 'vitest'
import { oneOf } from './one-of.ts'

const open = (expression: string) => ({ gap: 'unresolved', expression })

test.each<[text: string, values: readonly string[], expected: unknown]>([
  ['awslogs', ['awslogs', 'splunk'], true],
  ['syslog', ['awslogs', 'splunk'], false],
  ['sys«P»', ['awslogs', 'splunk'], false],
  ['aws«P»', ['awslogs', 'splunk'], open('aws«P»')],
  ['«Name»', ['web', '«Name»'], true],
  ['web-proxy', ['web', '«Name»-proxy'], open('«Name»-proxy')],
  ['web', [], false],
])('%s of %j', (text, values, expected) => {
  expect(oneOf(text, values)).toEqual(expected)
})

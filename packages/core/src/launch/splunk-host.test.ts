import { expect, test } from 'vitest'
import { mayBeSplunkUrl, splunkHostOf } from './splunk-host.ts'

test.each([
  ['https://splunk.example.com:8088', { host: 'splunk.example.com', port: 8088 }],
  ['https://splunk.example.com', { host: 'splunk.example.com', port: 443 }],
  ['http://10.0.3.7/', { host: '10.0.3.7', port: 80 }],
  ['splunk.example.com:8088', null],
  ['https://splunk.example.com:8088/services/collector', null],
  ['https://splunk.example.com:80880', null],
  ['https://user@splunk.example.com', null],
])('%s leads to %j', (url, expected) => {
  expect(splunkHostOf(url)).toEqual(expected)
})

test('an address of IPv6 is a URL whose host is not judged', () => {
  expect([splunkHostOf('https://[2001:db8::1]:8088'), mayBeSplunkUrl('https://[2001:db8::1]:8088')]).toEqual([
    null,
    true,
  ])
})

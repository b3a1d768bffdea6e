import { expect, test } from 'vitest'
import { matchPort, type ProtocolAndPorts } from './port-match.ts'
import { DENIED } from './test-world.ts'

test.each<[string, ProtocolAndPorts, unknown]>([
  ['all protocols, as the API writes them', { protocol: '-1' }, true],
  ['all protocols, as code may write them', { protocol: 'ALL', fromPort: 80, toPort: 80 }, true],
  ['TCP by its name', { protocol: 'TCP', fromPort: 400, toPort: 443 }, true],
  ['TCP by its number', { protocol: '6', fromPort: 443, toPort: 500 }, true],
  ['TCP with other ports', { protocol: 'tcp', fromPort: 444, toPort: 500 }, false],
  ['TCP with no ports', { protocol: 'tcp', fromPort: 443, toPort: 80 }, false],
  ['another protocol', { protocol: 'udp', fromPort: 443, toPort: 443 }, false],
  ['a protocol that is not known', { protocol: DENIED }, DENIED],
  ['a protocol that is not fully known', { protocol: '«Protocol»' }, { gap: 'unresolved', expression: '«Protocol»' }],
  ['a first port that is not known', { protocol: 'tcp', fromPort: DENIED, toPort: 443 }, DENIED],
  ['a last port that is not known', { protocol: 'tcp', fromPort: 443, toPort: DENIED }, DENIED],
])('of %s, a rule is asked about port 443', (_, rule, matches) => {
  expect(matchPort(rule, 443)).toEqual(matches)
})

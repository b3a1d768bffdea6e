import { expect, test } from 'vitest'
import { nearestKey } from './nearest-key.ts'

const KNOWN = ['cidr', 'groupId', 'securityGroupIds', 'routeTableId', 'cidrBlock', 'enableDnsSupport', 'main']

test.each([
  ['securityGroupID', 'securityGroupIds'],
  ['SecurityGroupIds', 'securityGroupIds'],
  ['routeTable', 'routeTableId'],
  ['cidrIp', 'cidr'],
  ['cidrblock', 'cidrBlock'],
  ['enableDNSSupport', 'enableDnsSupport'],
  ['mian', 'main'],
  ['group', 'groupId'],
  ['state', null],
  ['id', null],
  ['', null],
])('%j is near to %j', (key, nearest) => {
  expect(nearestKey(key, KNOWN)).toBe(nearest)
})

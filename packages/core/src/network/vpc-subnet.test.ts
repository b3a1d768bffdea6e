import { expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { anywhere } from './address-set.ts'
import { DENIED, taskIn, VPC_AT, worldOf } from './test-world.ts'
import { addressesIn } from './vpc-subnet.ts'

const SUBNET_AT = `${VPC_AT}/subnets/subnet-a`

test.each<[string, Partial<Vpc>, 4 | 6, unknown]>([
  ['somewhere in the VPC', { cidrBlocks: ['10.0.0.0/31'] }, 4, [{ from: 0x0a000000, to: 0x0a000001 }]],
  ['anywhere, where that is not known either', { cidrBlocks: DENIED }, 4, anywhere(4)],
  ['anywhere, where the VPC tells of no block of the family', { cidrBlocks: ['10.0.0.0/16'] }, 6, anywhere(6)],
])('a task is %s while the block of its subnet is not known', (_, vpc, family, within) => {
  const world = worldOf({ ...vpc, subnets: { 'subnet-a': { cidrBlock: DENIED, ipv6CidrBlock: DENIED } } })
  const at = `${SUBNET_AT}/${family === 4 ? 'cidrBlock' : 'ipv6CidrBlock'}`
  expect(addressesIn(taskIn(world).subnet, family)).toEqual({
    within,
    open: { gap: DENIED, what: { kind: 'subnet', id: 'subnet-a' }, at },
  })
})

import { describe, expect, test } from 'vitest'
import type { Vpc } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, routes, TO_NAT, taskIn, worldOf } from './test-world.ts'

/** A VPC whose addresses are of the public space, as those of companies that own some may be. */
const PUBLIC: Partial<Vpc> = {
  cidrBlocks: ['11.0.0.0/16'],
  subnets: {
    'subnet-a': { cidrBlock: '11.0.1.0/24', routeTableId: 'rtb-private' },
    'subnet-public': { cidrBlock: '11.0.3.0/24', routeTableId: 'rtb-public' },
  },
  ...routes(TO_NAT),
  natGateways: { 'nat-1': { subnetId: 'subnet-public' } },
}

function call(host: string, vpc: Partial<Vpc> = {}) {
  const world = worldOf({ ...PUBLIC, ...vpc })
  return reach(world, taskIn(world), { host, port: 443 })
}

describe('a host that is given by an address', () => {
  const beside = { verdict: 'undecided', blockers: [], gaps: [{ gap: { what: 'host-in-vpc' } }] }

  test('of the subnet of the task is in it, though the address is of the public space', () => {
    expect(call('11.0.1.9')).toMatchObject(beside)
    expect(call('11.0.1.9', { cidrBlocks: DENIED })).toMatchObject(beside)
  })

  test('of other public space is outside', () => {
    expect(call('52.1.2.3').verdict).toBe('works')
  })
})

import { expect, test } from 'vitest'
import { DENIED, routes, TO_IGW, taskIn, to, VPC_AT, worldOf } from './test-world.ts'
import { trace } from './trace.ts'

test('a trace points at the ACL that is not known, there and back', () => {
  const world = worldOf({ ...routes(TO_IGW), networkAcls: DENIED })
  const [only] = trace(world, taskIn(world, { publicIp: true }), to('logs'))
  const open = { kind: 'network-acl', id: 'vpc-1', at: `${VPC_AT}/networkAcls`, hop: { verdict: 'undecided' } }
  expect(only?.out.filter(({ kind }) => kind === 'network-acl')).toMatchObject([open])
  expect(only?.back.filter(({ kind }) => kind === 'network-acl')).toMatchObject([open])
})

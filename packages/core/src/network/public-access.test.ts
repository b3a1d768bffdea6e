import { expect, test } from 'vitest'
import type { BlockPublicAccess } from '../model/vpc.ts'
import { reach } from './reach.ts'
import { DENIED, routes, TO_IGW, taskIn, to, WITH_NAT, worldOf } from './test-world.ts'

type Mode = BlockPublicAccess['mode']
type Exclusion = readonly [resourceId: string, mode: 'allow-bidirectional' | 'allow-egress']

const DIRECT = 'a public address'
const NAT = 'a NAT gateway'

function verdict(by: string, mode: Mode, exclusions: readonly Exclusion[]): string {
  const blockPublicAccess = {
    mode,
    exclusions: exclusions.map(([resourceId, excluded]) => ({ resourceId, mode: excluded })),
  }
  const world = worldOf({ ...(by === NAT ? WITH_NAT : routes(TO_IGW)), blockPublicAccess })
  const { verdict: found, blockers } = reach(world, taskIn(world, { publicIp: by === DIRECT }), to('logs'))
  return found === 'fails' ? blockers.map(({ blocker }) => blocker).join(' ') : found
}

const BLOCKED = 'public-access-blocked'
const BOTH = 'block-bidirectional'
const IN = 'block-ingress'

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html */
test.each<readonly [string, Mode, readonly Exclusion[], string]>([
  [DIRECT, 'off', [], 'works'],
  [NAT, 'off', [], 'works'],
  [DIRECT, BOTH, [], BLOCKED],
  [NAT, BOTH, [], BLOCKED],
  [DIRECT, IN, [], BLOCKED],
  [NAT, IN, [], 'works'],
  [DIRECT, BOTH, [['vpc-1', 'allow-bidirectional']], 'works'],
  [DIRECT, IN, [['vpc-1', 'allow-bidirectional']], 'works'],
  [DIRECT, BOTH, [['subnet-a', 'allow-bidirectional']], 'works'],
  [DIRECT, BOTH, [['subnet-other', 'allow-bidirectional']], BLOCKED],
  [NAT, BOTH, [['vpc-1', 'allow-egress']], 'works'],
  [NAT, BOTH, [['subnet-public', 'allow-egress']], 'works'],
  [NAT, BOTH, [['subnet-public', 'allow-bidirectional']], 'works'],
  [NAT, BOTH, [['subnet-a', 'allow-bidirectional']], 'undecided'],
  [DIRECT, BOTH, [['vpc-1', 'allow-egress']], 'undecided'],
  [DIRECT, IN, [['vpc-1', 'allow-egress']], BLOCKED],
  [DIRECT, DENIED, [], 'undecided'],
])('through %s, mode %j with exclusions %j: %s', (by, mode, exclusions, expected) => {
  expect(verdict(by, mode, exclusions)).toBe(expected)
})

import type { Snapshot } from '@farsight/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersTo } from './packets/farsight.ts'
import { FEATURES } from './packets/generate/features.ts'
import { generate } from './packets/generate/generate.ts'
import type { PacketWorld } from './packets/packet-world.ts'

/** Worlds as the kernel judges them; no packets here. `FARSIGHT_RUNS` makes more of them, `FARSIGHT_SEED` others. */
const RUNS = { numRuns: Number(process.env.FARSIGHT_RUNS ?? 150), seed: Number(process.env.FARSIGHT_SEED ?? 1) }
const worlds = fc.nat({ max: 1_000_000 }).map((seed) => generate(seed, new Set(FEATURES)))

/** What a reader may fail to read; not the subnets, from which the questions are asked. */
const READ =
  /\/vpcs\/[^/]+\/(routeTables|networkAcls|securityGroups|endpoints|natGateways|internetGateways|egressOnlyInternetGateways|hostedZones|transitGatewayAttachments|peeringConnections|blockPublicAccess|enableDnsSupport|enableDnsHostnames)(\/[^/]+)?$|\/(routes|entries|state|subnetIds|securityGroupIds|routeTableIds|privateIpAddresses|vpcEndpointType|serviceName|connectivityType|main|cidrBlock|ipv6CidrBlock|cidrBlocks|cidrs|transitGatewayId|transitGatewayAttachmentId|peerVpcId|target|destination|cidr|groupId|prefixListId|privateDnsEnabled|mode|exclusions|records|transitGatewayRouteTableId|destinationCidrBlock|availabilityZone|networkAclId|routeTableId)$|\/securityGroups\/[^/]+\/(ingress|egress)$|\/(prefixLists|transitGateways)(\/[^/]+)?$/

function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const own = READ.test(`/${path.join('/')}`) && value !== null ? [path] : []
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, inside]) => pathsOf(inside, [...path, key]))]
}

function changed({ snapshot }: PacketWorld, path: readonly string[], to: (value: unknown) => unknown): Snapshot {
  const copy = structuredClone(snapshot)
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy)
  const last = path.at(-1) ?? ''
  const table = holder as Record<string, unknown>
  table[last] = to(table[last])
  return copy
}

function verdicts(world: PacketWorld, snapshot: Snapshot = world.snapshot): readonly string[] {
  return answersTo({ snapshot, probes: world.probes }).map(({ verdict }) => verdict)
}

describe('what is read besides never changes an answer that was given without it', () => {
  test('whatever was not read', () => {
    fc.assert(
      fc.property(worlds, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (world, picks) => {
        const paths = pathsOf(world.snapshot)
        const whole = verdicts(world)
        for (const pick of picks) {
          const path = paths[pick % paths.length] ?? []
          const without = verdicts(
            world,
            changed(world, path, () => ({ gap: 'not-read' })),
          )
          without.forEach((verdict, place) => {
            if (verdict !== 'undecided')
              expect(`${path.join('/')} ${verdict}`).toBe(`${path.join('/')} ${whole[place]}`)
          })
        }
      }),
      RUNS,
    )
  })
})

/** Not the routes: a longer prefix may lead what works into a black hole. */
const openings: readonly (readonly [string, RegExp, (value: unknown) => unknown])[] = [
  [
    'a rule of a security group that allows everything',
    /\/securityGroups\/[^/]+\/(ingress|egress)$/,
    (rules) => [...(rules as object[]), { protocol: '-1', cidr: '0.0.0.0/0' }, { protocol: '-1', cidr: '::/0' }],
  ],
  [
    'an entry of a network ACL that allows everything first',
    /\/networkAcls\/[^/]+\/entries$/,
    (entries) =>
      [true, false]
        .flatMap((egress) => [
          { ruleNumber: 1, egress, ruleAction: 'allow', protocol: '-1', cidrBlock: '0.0.0.0/0' },
          { ruleNumber: 2, egress, ruleAction: 'allow', protocol: '-1', cidrBlock: '::/0' },
        ])
        .concat(entries as never),
  ],
  ['a NAT gateway that is brought back', /\/natGateways\/[^/]+\/state$/, () => 'available'],
  ['Block Public Access that is turned off', /\/blockPublicAccess\/mode$/, () => 'off'],
]

describe('what works goes on working with', () => {
  test.each(openings)('%s', (_, where, open) => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, pick) => {
        const paths = pathsOf(world.snapshot).filter((path) => where.test(`/${path.join('/')}`))
        const path = paths[pick % Math.max(1, paths.length)]
        if (path === undefined) return
        const before = verdicts(world)
        const after = verdicts(world, changed(world, path, open))
        before.forEach((verdict, place) => {
          if (verdict === 'works') expect(after[place]).toBe('works')
        })
      }),
      RUNS,
    )
  })
})

import type { NetworkAclEntry } from '@farsight/core'
import { blockAround, lengthOf, subBlock } from '../address.ts'
import type { Random } from '../random.ts'
import type { Blueprint, VpcBlueprint } from './blueprint.ts'

type Range = readonly [from: number, to: number] | null

const RANGES: readonly [Range, ...Range[]] = [
  [443, 443],
  [400, 500],
  [1024, 65_535],
  [32_768, 60_999],
  [32_768, 49_151],
  [49_152, 65_535],
  [40_000, 45_000],
  [0, 65_535],
  null,
]

/** An ACL or two: tight ones as hardening guides have them, open ones with a deny in front, and hasty ones. */
export function addAcls(random: Random, blueprint: Blueprint, vpc: VpcBlueprint, prefix: string): void {
  for (const number of [1, 2]) {
    if (random.chance(0.45)) continue
    const id = `acl-${prefix}${number}`
    vpc.networkAcls[id] = { entries: entriesOf(random, blueprint, vpc) }
    for (const subnet of Object.values(vpc.subnets)) if (random.chance(0.35)) subnet.networkAclId = id
  }
}

function entriesOf(random: Random, blueprint: Blueprint, vpc: VpcBlueprint): NetworkAclEntry[] {
  const base = random.chance(0.5) ? OPEN : TIGHT
  const extras = Array.from({ length: random.between(0, 3) }, () => anEntry(random, blueprint, vpc))
  const kept = base.filter(() => random.chance(0.97))
  const numbers = new Set<string>()
  // A number stands once in each direction
  return [...kept, ...extras].filter(({ ruleNumber, egress }) => {
    const key = `${ruleNumber} ${egress}`
    return !numbers.has(key) && numbers.add(key)
  })
}

function allow(ruleNumber: number, egress: boolean, range: Range, cidrBlock: string): NetworkAclEntry {
  return { ruleNumber, egress, ruleAction: 'allow', cidrBlock, ...portsOf(range) }
}

function portsOf(range: Range): Pick<NetworkAclEntry, 'protocol' | 'fromPort' | 'toPort'> {
  return range === null ? { protocol: '-1' } : { protocol: 'tcp', fromPort: range[0], toPort: range[1] }
}

const OPEN = [false, true].flatMap((egress) => [
  allow(100, egress, null, '0.0.0.0/0'),
  allow(101, egress, null, '::/0'),
])

const TIGHT = ['0.0.0.0/0', '::/0'].flatMap((all, place) => [
  allow(100 + place, true, [443, 443], all),
  allow(110 + place, true, [1024, 65_535], all),
  allow(100 + place, false, [1024, 65_535], all),
  allow(110 + place, false, [443, 443], all),
])

function anEntry(random: Random, blueprint: Blueprint, vpc: VpcBlueprint): NetworkAclEntry {
  return {
    ruleNumber: random.pick([10, 50, 90, 105, 120, 200]),
    egress: random.chance(0.5),
    ruleAction: random.chance(0.6) ? 'deny' : 'allow',
    cidrBlock: aBlock(random, blueprint, vpc),
    ...(random.chance(0.1) ? { protocol: 'udp', fromPort: 0, toPort: 65_535 } : portsOf(random.pick(RANGES))),
  }
}

function aBlock(random: Random, { hosts }: Blueprint, vpc: VpcBlueprint): string {
  const subnet = random.anyOf(Object.values(vpc.subnets))?.cidrBlock
  const some = typeof subnet === 'string' ? subnet : '10.0.0.0/24'
  switch (random.between(0, 5)) {
    case 0:
      return random.anyOf(vpc.cidrBlocks) ?? some
    case 1:
      return some
    case 2:
      return subBlock(some, lengthOf(some) + 1, random.between(0, 1))
    case 3: {
      const address = random.anyOf(Object.values(hosts).flat()) ?? '1.1.1.1'
      return blockAround(address, address.includes(':') ? 48 : random.pick([8, 20, 24]))
    }
    default:
      return random.chance(0.8) ? '0.0.0.0/0' : '::/0'
  }
}

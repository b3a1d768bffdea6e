import type { SecurityGroupRule } from '@farsight/core'
import { lengthOf, subBlock } from '../address.ts'
import type { Random } from '../random.ts'
import type { VpcBlueprint } from './blueprint.ts'

const HTTPS = { protocol: 'tcp', fromPort: 443, toPort: 443 } as const
const ANYWHERE = '0.0.0.0/0'

/** Groups of tasks and endpoints: mostly ones that let the traffic pass, in the ways in which people write that. */
export function addGroups(random: Random, vpc: VpcBlueprint, prefix: string): void {
  const [block = ANYWHERE] = vpc.cidrBlocks
  const names = {
    a: `sg-${prefix}task-a`,
    b: `sg-${prefix}task-b`,
    endpoint: `sg-${prefix}endpoint`,
    other: `sg-${prefix}endpoint-2`,
  }
  vpc.securityGroups[`sg-${prefix}default`] = {
    groupName: 'default',
    ingress: [{ protocol: '-1', groupId: `sg-${prefix}default` }],
    egress: [
      { protocol: '-1', cidr: ANYWHERE },
      { protocol: '-1', cidr: '::/0' },
    ],
  }
  vpc.securityGroups[names.a] = { ingress: [], egress: egressOf(random, block, names.endpoint) }
  vpc.securityGroups[names.b] = { ingress: [], egress: egressOf(random, block, names.endpoint) }
  vpc.securityGroups[names.endpoint] = { ingress: ingressOf(random, vpc, block, names.a, names.endpoint), egress: [] }
  vpc.securityGroups[names.other] = { ingress: ingressOf(random, vpc, block, names.b, names.other), egress: [] }
}

function egressOf(random: Random, block: string, endpointGroup: string): SecurityGroupRule[] {
  const everything = [
    { protocol: '-1', cidr: ANYWHERE },
    { protocol: '-1', cidr: '::/0' },
  ]
  switch (random.between(0, 11)) {
    case 0:
      return [{ ...HTTPS, cidr: block }]
    case 1:
      return [
        { ...HTTPS, cidr: block },
        { ...HTTPS, prefixListId: 'pl-s3' },
      ]
    case 2:
      return [
        { ...HTTPS, groupId: endpointGroup },
        { ...HTTPS, prefixListId: 'pl-s3' },
      ]
    case 3:
      return [
        { protocol: 'tcp', fromPort: 80, toPort: 80, cidr: ANYWHERE },
        { ...HTTPS, prefixListId: 'pl-partners' },
      ]
    case 4:
      return [
        { protocol: 'tcp', fromPort: 0, toPort: 65_535, cidr: '0.0.0.0/1' },
        { ...HTTPS, cidr: '128.0.0.0/1' },
      ]
    case 5:
      return [
        { protocol: '6', fromPort: 400, toPort: 500, cidr: ANYWHERE },
        { protocol: 'udp', fromPort: 53, toPort: 53, cidr: ANYWHERE },
      ]
    case 6:
    case 7:
      return [
        { ...HTTPS, cidr: ANYWHERE },
        { ...HTTPS, cidr: '::/0' },
      ]
    default:
      return everything
  }
}

function ingressOf(
  random: Random,
  vpc: VpcBlueprint,
  block: string,
  taskGroup: string,
  own: string,
): SecurityGroupRule[] {
  const subnet = random.anyOf(Object.values(vpc.subnets))?.cidrBlock
  const some = typeof subnet === 'string' ? subnet : block
  switch (random.between(0, 9)) {
    case 0:
      return [{ protocol: '-1', groupId: own }]
    case 1:
      return [{ ...HTTPS, groupId: taskGroup }]
    case 2:
      return [{ ...HTTPS, cidr: some }]
    case 3:
      // Half of a subnet: some of its tasks come in
      return [
        { ...HTTPS, cidr: subBlock(some, lengthOf(some) + 1, random.between(0, 1)) },
        { ...HTTPS, groupId: taskGroup },
      ]
    case 4:
      return [{ protocol: 'tcp', fromPort: 80, toPort: 80, cidr: block }]
    default:
      return [{ ...HTTPS, cidr: ANYWHERE }]
  }
}

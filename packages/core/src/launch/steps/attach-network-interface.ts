import { assuming, fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { PlacedSubnet, World } from '../../model/world.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import { ipv6Assigned } from '../conditions/ipv6-assigned.ts'
import { storageKeyUsable } from '../conditions/storage-key-usable.ts'
import { isInCode } from '../in-code.ts'
import type { LaunchSubnet } from '../launch.ts'
import type { Step } from '../step.ts'

/**
 * ECS makes one network interface for the task in one of its subnets, which takes a free address there.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
export const attachNetworkInterface: Step = { id: 'attach-network-interface', requires: () => CONDITIONS }

const CONDITIONS = [
  condition({
    step: 'attach-network-interface',
    id: 'free-address',
    scope: 'subnet',
    judge: (_, world, subnet) => freeAddress(subnet, world),
  }),
  ipv6Assigned,
  storageKeyUsable,
]

const NEW_SUBNET = assuming('new-subnet-addresses')

/** What holds for a subnet holds for all launches in it. INVARIANT: a subnet is of one world, which never changes. */
const FREE = new WeakMap<PlacedSubnet, Judgement<Blocker>>()

function freeAddress(place: Known<LaunchSubnet>, world: World): Judgement<Blocker> {
  // What is not known about the subnet itself is said by accept-request.
  if (isGap(place) || place.subnet === null || isGap(place.subnet)) return WORKS
  const known = FREE.get(place.subnet)
  if (known !== undefined) return known
  const judged = addressesOf(place.subnet, world)
  FREE.set(place.subnet, judged)
  return judged
}

/**
 * The count is of IPv4 addresses, of which an IPv6-only subnet has none and needs none.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html
 */
function addressesOf({ id, value, at }: PlacedSubnet, world: World): Judgement<Blocker> {
  const { ipv6Native = false } = value
  if (value.cidrBlock === undefined && ipv6Native !== false) {
    return isGap(ipv6Native) ? undecided({ gap: ipv6Native, what: { kind: 'subnet', id }, at }) : WORKS
  }
  const free = value.availableIpAddressCount ?? { gap: 'not-read', permission: 'ec2:DescribeSubnets' }
  const here = pointerTo(at, 'availableIpAddressCount')
  if (isGap(free)) return undecided({ gap: free, what: { kind: 'free-addresses', id }, at: here })
  const { cidrBlock } = value
  if (free < 1) {
    return fails({
      blocker: 'no-free-address',
      subnetId: id,
      cidrBlock: typeof cidrBlock === 'string' ? cidrBlock : null,
      at: here,
    })
  }
  return isInCode(world, here) ? NEW_SUBNET : WORKS
}

import { parseArn } from '../model/arn.ts'
import type { HostPort } from '../model/host-port.ts'
import { all, fails, type Judgement, undecided, WORKS } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import { pointerTo } from '../model/origin.ts'
import type { Vpc } from '../model/vpc.ts'
import type { Placed, World } from '../model/world.ts'
import type { NetworkBlocker } from '../network/blocker.ts'
import { interfaceName } from '../network/interface-name.ts'
import type { TaskInterface } from '../network/reach.ts'
import { reachInterface } from '../network/reach-interface.ts'
import type { Blocker } from './blocker.ts'
import type { CallPath } from './call-path.ts'
import type { FileSystemTarget } from './call-target.ts'
import { type LocatedMountTarget, mountTargetFor } from './mount-target.ts'
import type { MountTargetMissing } from './volume-blocker.ts'

const NO_ENDPOINTS: CallPath['endpoints'] = []

/** From a task to the mount target that the name of the file system means there. */
export function mountPathFrom(world: World, from: TaskInterface, target: FileSystemTarget, to: HostPort): CallPath {
  const fileSystem = world.find('fileSystems', target.place, target.id)
  // That it is not there, or was not read, the target says.
  if (fileSystem === null || isGap(fileSystem)) return NOTHING_ELSE
  const found = mountTargetFor(world, fileSystem, from.subnet)
  switch (found.found) {
    case 'none':
      return { ...withoutTarget(world, from.subnet.vpc, to.host, found.blocker), endpoints: NO_ENDPOINTS }
    case 'open':
      return { ...undecided(found.fact), endpoints: NO_ENDPOINTS }
    case 'target': {
      const path = reachInterface(world, from, interfaceOf(found.target), to)
      const mounted =
        path.blockers.length === 0
          ? path
          : { ...path, blockers: path.blockers.map((blocker) => asMount(blocker, target.id, found.target)) }
      const named = hasNames(from.subnet.vpc, target.arn)
      return named === WORKS ? mounted : { ...all([named, mounted]), endpoints: path.endpoints }
    }
  }
}

/** A zone of the account may give the name addresses of mount targets in another VPC. */
function withoutTarget(world: World, vpc: Placed<Vpc>, host: string, blocker: MountTargetMissing): Judgement<Blocker> {
  const { blockers, gaps } = interfaceName(world, vpc, host)
  const [first, ...more] = blocker.state === null && blockers.length === 0 ? gaps : []
  return first === undefined ? fails<Blocker>(blocker) : undecided(first, ...more)
}

/**
 * Names of EFS resolve in VPCs that have DNS hostnames on.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-ip-addr.html
 */
function hasNames(vpc: Placed<Vpc>, arn: string): Judgement<Blocker> {
  const { enableDnsHostnames } = vpc.value
  if (enableDnsHostnames === true || parseArn(arn)?.service !== 'elasticfilesystem') return WORKS
  const at = pointerTo(vpc.at, 'enableDnsHostnames')
  if (isGap(enableDnsHostnames)) return undecided({ gap: enableDnsHostnames, what: { kind: 'vpc', id: vpc.id }, at })
  return fails<Blocker>({ blocker: 'vpc-dns-off', vpcId: vpc.id, attribute: 'enableDnsHostnames', at })
}

const NOTHING_ELSE: CallPath = Object.freeze({
  verdict: 'works',
  blockers: [],
  gaps: [],
  assumptions: [],
  endpoints: NO_ENDPOINTS,
})

/** By mount target, so that the network finds what it knows of it again. */
const INTERFACES = new WeakMap<object, ReturnType<typeof makeInterface>>()

function interfaceOf(target: LocatedMountTarget) {
  const known = INTERFACES.get(target.value)
  if (known !== undefined) return known
  const made = makeInterface(target)
  INTERFACES.set(target.value, made)
  return made
}

function makeInterface({ id, at, subnet, value }: LocatedMountTarget) {
  const { securityGroupIds, ipAddress } = value
  return { id, at, subnet, securityGroupIds, ...(ipAddress === undefined ? {} : { ipAddress }) }
}

function asMount(blocker: NetworkBlocker, fileSystemId: string, { id }: LocatedMountTarget): Blocker {
  if (blocker.blocker !== 'endpoint-security-group' || blocker.endpointId !== id) return blocker
  const { groupIds, port, subnetId, source, at } = blocker
  return {
    blocker: 'mount-target-security-group',
    fileSystemId,
    mountTargetId: id,
    groupIds,
    port,
    subnetId,
    source,
    at,
  }
}

import type { HostPort } from '../model/host-port.ts'
import { fails, undecided } from '../model/judgement.ts'
import { isGap } from '../model/known.ts'
import type { World } from '../model/world.ts'
import type { NetworkBlocker } from '../network/blocker.ts'
import type { TaskInterface } from '../network/reach.ts'
import { reachInterface } from '../network/reach-interface.ts'
import type { Blocker } from './blocker.ts'
import type { CallPath } from './call-path.ts'
import type { FileSystemTarget } from './call-target.ts'
import { type LocatedMountTarget, mountTargetFor } from './mount-target.ts'

const NO_ENDPOINTS: CallPath['endpoints'] = []

/** From a task to the mount target that the name of the file system means there. */
export function mountPathFrom(world: World, from: TaskInterface, target: FileSystemTarget, to: HostPort): CallPath {
  const fileSystem = world.find('fileSystems', target.place, target.id)
  // That it is not there, or was not read, the target says.
  if (fileSystem === null || isGap(fileSystem)) return NOTHING_ELSE
  const found = mountTargetFor(world, fileSystem, from.subnet)
  switch (found.found) {
    case 'none':
      return { ...fails<Blocker>(found.blocker), endpoints: NO_ENDPOINTS }
    case 'open':
      return { ...undecided(found.fact), endpoints: NO_ENDPOINTS }
    case 'target': {
      const path = reachInterface(world, from, interfaceOf(found.target), to)
      if (path.blockers.length === 0) return path
      return { ...path, blockers: path.blockers.map((blocker) => asMount(blocker, target.id, found.target)) }
    }
  }
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

import { index, isGap, type Snapshot } from '@farsight/core'
import { layerBucketHost, serviceHost } from '../packages/core/src/network/aws-host.ts'
import { LINUX_CLIENT_PORTS } from '../packages/core/src/network/client-ports.ts'
import { reach, type TaskInterface } from '../packages/core/src/network/reach.ts'
import { calibrate } from './calibrate.ts'
import { ACCOUNT, REGION, VPCS } from './fleet-names.ts'
import { fleetSnapshot } from './fleet-snapshot.ts'
import { median, rounded } from './statistics.ts'

/** Path judgements a second: from a subnet, with groups, to a host and port. */
export interface ReachFigures {
  /** Asked before in the same world. */
  readonly memoizedPerSecond: number
  /** In a world that has just been indexed: each VPC, subnet and host for the first time. */
  readonly coldPerSecond: number
  /** What one costs in units of `calibrate`, times a million. */
  readonly memoizedRatio: number
  readonly coldRatio: number
  readonly questions: number
}

/** Enough VPCs' worth of questions, few services: a cold world consists of its networks. */
const SERVICES = 100
const HOSTS = [
  ...['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'ssm', 'kms', 'sts', 's3'].map((name) =>
    serviceHost(name, REGION),
  ),
  layerBucketHost(REGION),
  'registry-1.docker.io',
  'public.ecr.aws',
  'registry.example.com',
]
const ROUNDS = 15
const REPEATS = 40

export function reachFigures(progress: (text: string) => void): ReachFigures {
  const text = JSON.stringify(fleetSnapshot(SERVICES))
  progress(`${ROUNDS} rounds over ${VPCS} VPCs`)
  const cold: number[] = []
  const memoized: number[] = []
  const calibrations: number[] = []
  let questions = 0
  for (let round = 0; round < ROUNDS; round++) {
    const asked = askedIn(JSON.parse(text) as Snapshot)
    questions = asked.count
    cold.push(asked.run())
    let seconds = 0
    for (let repeat = 0; repeat < REPEATS; repeat++) seconds += asked.run()
    memoized.push(seconds / REPEATS)
    if (round % 5 === 0) calibrations.push(calibrate())
  }
  const unit = median(calibrations)
  const perSecond = (times: readonly number[]) => rounded(questions / median(times), 0)
  const ratio = (times: readonly number[]) => rounded((median(times) / questions / unit) * 1e6, 2)
  return {
    memoizedPerSecond: perSecond(memoized),
    coldPerSecond: perSecond(cold),
    memoizedRatio: ratio(memoized),
    coldRatio: ratio(cold),
    questions,
  }
}

/** Every subnet of the fleet, with one group of its VPC, to every host. Indexing counts as part of the first run. */
function askedIn(snapshot: Snapshot): { readonly count: number; readonly run: () => number } {
  const start = performance.now()
  const world = index(snapshot)
  let indexing = (performance.now() - start) / 1000
  const place = { account: ACCOUNT, region: REGION }
  const interfaces = world.vpcs.flatMap((vpc): readonly TaskInterface[] => {
    const { subnets = {}, securityGroups = {} } = vpc.value
    if (isGap(subnets) || isGap(securityGroups)) return []
    const [group] = Object.keys(securityGroups)
    return Object.keys(subnets).flatMap((id) => {
      const subnet = world.subnet(id, place)
      if (subnet === null || isGap(subnet) || group === undefined) return []
      return [{ subnet, securityGroupIds: [group], publicIp: false, clientPorts: LINUX_CLIENT_PORTS }]
    })
  })
  const targets = HOSTS.map((host) => ({ host, port: 443 }))
  const run = () => {
    const begun = performance.now()
    let works = 0
    for (const from of interfaces) for (const to of targets) if (reach(world, from, to).verdict === 'works') works++
    if (works === 0) throw new Error('no path of the fleet works: nothing was measured')
    const seconds = (performance.now() - begun) / 1000 + indexing
    indexing = 0
    return seconds
  }
  return { count: interfaces.length * targets.length, run }
}

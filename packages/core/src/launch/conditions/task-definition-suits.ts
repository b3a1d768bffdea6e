import { WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { oneOf } from '../../model/one-of.ts'
import type { World } from '../../model/world.ts'
import { alsoAsWritten } from '../as-written.ts'
import { condition } from '../condition.ts'
import systems from '../data/operating-systems.json' with { type: 'json' }
import { isExistingService, isInCode } from '../in-code.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import type { Platform } from '../platform.ts'
import { Suit } from '../suit.ts'
import { osFamilyOf } from '../task-size.ts'
import { judgeVolumes } from '../volumes-suit.ts'

/**
 * What Fargate takes of the fields that hold for the task as a whole.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export const taskDefinitionSuits = condition({
  step: 'accept-request',
  id: 'task-definition-suits',
  resource: nameOfDefinition,
  judge: alsoAsWritten((launch, world) => {
    const { taskDefinition, platform } = launch
    if (taskDefinition === null || isGap(taskDefinition) || isGap(platform)) return WORKS
    const suit = new Suit(taskDefinition, launch)
    judgeNetworkMode(suit, world)
    judgeCompatibilities(suit)
    judgeArchitecture(suit, platform)
    judgeStorage(suit)
    const isAccepted = isExistingService(launch, world)
    judgeVolumes(suit, platform, isAccepted)
    if (!isAccepted) judgeOptions(suit, platform)
    return suit.judgement()
  }),
})

function judgeNetworkMode(suit: Suit, world: World): void {
  const { networkMode } = suit.definition
  // Absent means bridge; a definition that is there and does not show it was not shown whole.
  if (networkMode !== undefined) suit.oneOf('networkMode', networkMode, 'awsvpc')
  else if (isInCode(world, suit.at)) suit.unsuitable('networkMode', 'bridge', 'awsvpc')
}

/** Without FARGATE in the list, ECS decides by the other fields; how is not documented. */
function judgeCompatibilities(suit: Suit): void {
  const { requiresCompatibilities } = suit.definition
  if (requiresCompatibilities === undefined) return
  if (isGap(requiresCompatibilities)) suit.open('requiresCompatibilities', requiresCompatibilities)
  else if (requiresCompatibilities.length > 0) {
    const named = oneOf('FARGATE', requiresCompatibilities)
    if (isGap(named)) suit.open('requiresCompatibilities', named)
    else if (!named) suit.open('requiresCompatibilities', { gap: 'not-modeled', what: 'requires-compatibilities' })
  }
}

function judgeArchitecture(suit: Suit, { family }: Platform): void {
  const runtime = suit.definition.runtimePlatform
  if (runtime === undefined || isGap(runtime)) return
  const { cpuArchitecture: architecture } = runtime
  if (architecture === undefined) return
  const isArm = architecture === 'ARM64'
  const offered = osFamilyOf(family) === 'WINDOWS' && isArm ? ['X86_64'] : ['X86_64', 'ARM64']
  suit.oneOf('runtimePlatform.cpuArchitecture', architecture, ...offered)
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html */
function judgeStorage(suit: Suit): void {
  const { ephemeralStorage } = suit.definition
  if (ephemeralStorage === undefined) return
  const size = isGap(ephemeralStorage) ? ephemeralStorage : ephemeralStorage.sizeInGiB
  if (isGap(size)) suit.open('ephemeralStorage', size)
  else if (!(size >= SMALLEST_GIB && size <= LARGEST_GIB)) {
    suit.unsuitable('ephemeralStorage', `${size} GiB`, `${SMALLEST_GIB}–${LARGEST_GIB} GiB`)
  }
}

/** 20 is what tasks have without asking, and ECS refuses it: https://github.com/guardian/cdk/pull/1101. */
const SMALLEST_GIB = 21
const LARGEST_GIB = 200

/** What ECS refuses when a definition is made for Fargate, or run there. */
function judgeOptions(suit: Suit, platform: Platform): void {
  judgeFamily(suit, platform)
  judgePidMode(suit, platform)
  for (const field of NOT_ON_FARGATE) {
    const value = suit.definition[field]
    if (isGap(value)) suit.open(field, value)
    else if (typeof value === 'string') suit.refused(field, value, null)
    else if (value !== undefined && value.length > 0) suit.refused(field, null, null)
  }
  const { proxyConfiguration } = suit.definition
  if (proxyConfiguration === undefined || osFamilyOf(platform.family) !== 'WINDOWS') return
  if (isGap(proxyConfiguration)) suit.open('proxyConfiguration', proxyConfiguration)
  else {
    suit.refused('proxyConfiguration', null, platform.family)
  }
}

const NOT_ON_FARGATE = ['ipcMode', 'placementConstraints', 'inferenceAccelerators'] as const

/** Of a family that AWS names in one page and not in another, and of one that is newer than these pages, nobody knows. */
function judgeFamily(suit: Suit, { family }: Platform): void {
  const offered = oneOf(family, systems.onFargate)
  if (offered === true) return
  if (isGap(offered)) suit.open('runtimePlatform', offered)
  else if (systems.notOnFargate.includes(family)) {
    const alike = systems.onFargate.filter((each) => osFamilyOf(each) === osFamilyOf(family))
    suit.unsuitable('runtimePlatform.operatingSystemFamily', family, ...alike)
  } else suit.open('runtimePlatform', { gap: 'not-modeled', what: 'platform', of: family })
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
function judgePidMode(suit: Suit, { family }: Platform): void {
  const { pidMode } = suit.definition
  if (pidMode === undefined) return
  if (osFamilyOf(family) === 'WINDOWS' && !isGap(pidMode)) suit.refused('pidMode', pidMode, family)
  else suit.oneOf('pidMode', pidMode, 'task')
}

import { all, fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import type { Pointer } from '../../model/origin.ts'
import type { TaskDefinition, Volume } from '../../model/task-definition.ts'
import type { Placed, World } from '../../model/world.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import { isInCode } from '../in-code.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import type { Platform } from '../platform.ts'
import { osFamilyOf } from '../task-size.ts'

/**
 * What Fargate takes of the fields that hold for the task as a whole.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export const taskDefinitionSuits = condition({
  step: 'accept-request',
  id: 'task-definition-suits',
  resource: nameOfDefinition,
  judge: ({ taskDefinition, platform }, world) => {
    if (taskDefinition === null || isGap(taskDefinition) || isGap(platform)) return WORKS
    const suit = new Suit(taskDefinition)
    judgeNetworkMode(suit, world)
    judgeCompatibilities(suit)
    judgeArchitecture(suit, platform)
    judgeStorage(suit)
    judgeVolumes(suit, platform)
    return suit.judgement()
  },
})

/** Collects what does not suit; most definitions have nothing of it. */
class Suit {
  readonly definition: TaskDefinition
  readonly at: Pointer
  readonly #id: string
  #judgements: Judgement<Blocker>[] | null = null

  constructor({ id, value, at }: Placed<TaskDefinition>) {
    this.#id = id
    this.definition = value
    this.at = at
  }

  unsuitable(field: string, value: string, wanted: string): void {
    const at = `${this.at}/${field}`
    this.#add(fails({ blocker: 'task-definition-unsuitable', taskDefinition: this.#id, field, value, wanted, at }))
  }

  open(field: string, gap: Known<never>): void {
    const what = { kind: 'task-definition', id: this.#id } as const
    this.#add(undecided({ gap, what, at: `${this.at}/${field}` }))
  }

  judgement(): Judgement<Blocker> {
    return this.#judgements === null ? WORKS : all(this.#judgements)
  }

  #add(judgement: Judgement<Blocker>): void {
    this.#judgements ??= []
    this.#judgements.push(judgement)
  }
}

function judgeNetworkMode(suit: Suit, world: World): void {
  const { networkMode } = suit.definition
  if (isGap(networkMode)) suit.open('networkMode', networkMode)
  else if (networkMode === undefined) {
    // Absent means bridge; a definition that is there and does not show it was not shown whole.
    if (isInCode(world, suit.at)) suit.unsuitable('networkMode', 'bridge', 'awsvpc')
  } else if (networkMode !== 'awsvpc') suit.unsuitable('networkMode', networkMode, 'awsvpc')
}

/** Without FARGATE in the list, ECS decides by the other fields; how is not documented. */
function judgeCompatibilities(suit: Suit): void {
  const { requiresCompatibilities } = suit.definition
  if (requiresCompatibilities === undefined) return
  if (isGap(requiresCompatibilities)) suit.open('requiresCompatibilities', requiresCompatibilities)
  else if (requiresCompatibilities.length > 0 && !requiresCompatibilities.includes('FARGATE')) {
    suit.open('requiresCompatibilities', { gap: 'not-modeled', what: 'requires-compatibilities' })
  }
}

function judgeArchitecture(suit: Suit, { family }: Platform): void {
  const runtime = suit.definition.runtimePlatform
  if (runtime === undefined || isGap(runtime)) return
  const { cpuArchitecture: architecture } = runtime
  if (architecture === undefined) return
  if (isGap(architecture)) suit.open('runtimePlatform', architecture)
  else if (architecture === 'ARM64' && osFamilyOf(family) === 'WINDOWS') {
    suit.unsuitable('runtimePlatform', 'ARM64', 'X86_64')
  } else if (architecture !== 'ARM64' && architecture !== 'X86_64') {
    suit.unsuitable('runtimePlatform', architecture, 'X86_64, ARM64')
  }
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

/**
 * Docker volumes, FSx for Windows and paths of the host are for instances; EFS, S3 Files and EBS are for Linux.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
 */
function judgeVolumes(suit: Suit, { family }: Platform): void {
  const { volumes } = suit.definition
  if (volumes === undefined) return
  if (isGap(volumes)) {
    suit.open('volumes', volumes)
    return
  }
  for (const volume of volumes) {
    if (volume.dockerVolumeConfiguration !== undefined) suit.unsuitable('volumes', 'dockerVolumeConfiguration', STORAGE)
    if (volume.fsxWindowsFileServerVolumeConfiguration !== undefined) {
      suit.unsuitable('volumes', 'fsxWindowsFileServerVolumeConfiguration', STORAGE)
    }
    const { host } = volume
    if (host !== undefined && !isGap(host) && host.sourcePath !== undefined) {
      suit.unsuitable('volumes', 'host.sourcePath', STORAGE)
    }
    const ofLinux = osFamilyOf(family) === 'WINDOWS' ? LINUX_ALONE.filter((kind) => isOfKind(volume, kind)) : []
    for (const kind of ofLinux)
      suit.unsuitable('runtimePlatform.operatingSystemFamily', `${family} + volumes.${kind}`, 'LINUX')
  }
}

const LINUX_ALONE = ['efsVolumeConfiguration', 's3filesVolumeConfiguration', 'configuredAtLaunch'] as const

function isOfKind(volume: Volume, kind: (typeof LINUX_ALONE)[number]): boolean {
  const value = volume[kind]
  return value !== undefined && value !== false && !isGap(value)
}

const STORAGE = 'efsVolumeConfiguration, s3filesVolumeConfiguration, configuredAtLaunch, host {}'

import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder } from '../model/placeholder.ts'
import type { ManagedEbsVolume } from '../model/service.ts'
import data from './data/ebs-volumes.json' with { type: 'json' }
import type { Faults } from './faults.ts'

/** Of ECS's own page, and of EC2's, which has taken more since. */
interface Bounds {
  readonly least: number
  readonly most: number
  readonly mostOfEc2?: number
}

interface Type {
  readonly sizeInGiB: Bounds
  readonly iops?: Bounds
  readonly throughput?: Bounds
}

const TYPES: ReadonlyMap<string, Type> = new Map(Object.entries<Type>(data.types))

/**
 * The options with which ECS makes an EBS volume; it hands them to EC2 as they are. What EC2 takes by its own page and ECS
 * does not by its, is open.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
 */
export function judgeManagedVolume(faults: Faults, volume: string, managed: ManagedEbsVolume, at: Pointer): void {
  const judged = new JudgedVolume(faults, volume, at)
  const { volumeType, sizeInGiB, snapshotId, filesystemType, volumeInitializationRate: rate } = managed
  if (sizeInGiB === undefined && snapshotId === undefined) judged.missing(['sizeInGiB', 'snapshotId'], null)
  if (rate !== undefined && snapshotId === undefined) judged.missing(['snapshotId'], 'volumeInitializationRate')
  judged.oneOf('filesystemType', filesystemType, data.filesystems, 'LINUX')
  if (volumeType === undefined) judged.within('sizeInGiB', sizeInGiB, data.size, 'managedEBSVolume')
  else if (isGap(volumeType)) judged.open('volumeType', volumeType)
  else judgeType(judged, volumeType, managed)
}

function judgeType(judged: JudgedVolume, volumeType: string, { sizeInGiB, iops, throughput }: ManagedEbsVolume): void {
  const type = TYPES.get(volumeType)
  if (type === undefined) {
    if (data.notOnFargate.includes(volumeType)) {
      judged.invalid('volumeType', volumeType, [...TYPES.keys()], 'FARGATE')
    } else judged.open('volumeType', { gap: 'not-modeled', what: 'ebs-volume-options', of: volumeType })
    return
  }
  const beside = `volumeType ${volumeType}`
  judged.within('sizeInGiB', sizeInGiB, type.sizeInGiB, beside)
  if (iops === undefined) {
    if (data.iopsRequired.includes(volumeType)) judged.missing(['iops'], beside)
  } else if (type.iops !== undefined) judged.within('iops', iops, type.iops, beside)
  else if (data.withoutIops.includes(volumeType)) judged.refused('iops', iops, beside)
  if (throughput === undefined) return
  if (type.throughput !== undefined) judged.within('throughput', throughput, type.throughput, beside)
  else judged.refused('throughput', throughput, beside)
}

class JudgedVolume {
  readonly #faults: Faults
  readonly #volume: string
  readonly #at: Pointer

  constructor(faults: Faults, volume: string, at: Pointer) {
    this.#faults = faults
    this.#volume = volume
    this.#at = at
  }

  open(option: string, gap: Gap): void {
    this.#faults.open({ gap, what: { kind: 'volume', id: this.#volume }, at: pointerTo(this.#at, option) })
  }

  missing(options: readonly string[], beside: string | null): void {
    this.#faults.fail({ blocker: 'volume-option-missing', volume: this.#volume, options, beside, at: this.#at })
  }

  invalid(option: string, value: string, wanted: readonly string[], beside: string): void {
    const at = pointerTo(this.#at, option)
    this.#faults.fail({ blocker: 'volume-option-invalid', volume: this.#volume, option, value, wanted, beside, at })
  }

  refused(option: string, value: Known<number>, beside: string): void {
    if (isGap(value)) this.open(option, value)
    else this.invalid(option, String(value), [], beside)
  }

  oneOf(option: string, value: Known<string> | undefined, wanted: readonly string[], beside: string): void {
    if (value === undefined) return
    if (isGap(value)) this.open(option, value)
    else if (!wanted.includes(value) && !hasPlaceholder(value)) this.invalid(option, value, wanted, beside)
  }

  within(option: string, value: Known<number> | undefined, bounds: Bounds, beside: string): void {
    if (value === undefined) return
    if (isGap(value)) {
      this.open(option, value)
      return
    }
    const { least, most, mostOfEc2 = most } = bounds
    if (value < least || value > mostOfEc2) this.invalid(option, String(value), [`${least}–${mostOfEc2}`], beside)
    else if (value > most)
      this.open(option, { gap: 'not-modeled', what: 'ebs-volume-options', of: `${option} ${value}` })
  }
}

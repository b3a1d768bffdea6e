import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import type { ManagedEbsVolume } from '../model/launch-request.ts'
import { type Pointer, pointerTo } from '../model/origin.ts'
import { hasPlaceholder, sameText } from '../model/placeholder.ts'
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
  readonly mostIopsPerGiB?: number
  readonly defaultIops?: number
  readonly throughput?: Bounds
  readonly mostThroughputPerIops?: number
}

const TYPES: ReadonlyMap<string, Type> = new Map(Object.entries<Type>(data.types))

/**
 * The options with which ECS makes an EBS volume; it hands them to EC2 as they are. What EC2 takes by its own page and ECS
 * does not by its, is open.
 *
 * @param sizeOfSnapshot - in GiB; null: there is no snapshot, or nobody read it
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
 */
export function judgeManagedVolume(
  faults: Faults,
  volume: string,
  managed: ManagedEbsVolume,
  at: Pointer,
  sizeOfSnapshot: Known<number> | null,
): void {
  const judged = new JudgedVolume(faults, volume, at)
  const { volumeType, sizeInGiB, snapshotId, filesystemType, volumeInitializationRate: rate } = managed
  if (sizeInGiB === undefined && snapshotId === undefined) judged.missing(['sizeInGiB', 'snapshotId'], null)
  if (rate !== undefined && snapshotId === undefined) {
    if (isGap(rate)) judged.open('volumeInitializationRate', rate)
    else judged.missing(['snapshotId'], 'volumeInitializationRate')
  }
  judged.oneOf('filesystemType', filesystemType, data.filesystems, 'LINUX')
  if (isGap(volumeType)) judged.open('volumeType', volumeType)
  else if (volumeType === undefined) judgeWithoutType(judged, managed)
  else judgeType(judged, volumeType, managed, sizeOfSnapshot)
}

/** ECS does not say which type it takes; EC2 takes gp2, which has neither IOPS nor throughput. */
function judgeWithoutType(judged: JudgedVolume, { sizeInGiB, iops, throughput }: ManagedEbsVolume): void {
  const { sizeInGiB: sizes, iops: ofIops, throughput: throughputs } = data.anyType
  judged.within('sizeInGiB', sizeInGiB, sizes, 'managedEBSVolume')
  judged.ofNoDocumentedType('iops', iops, ofIops)
  judged.ofNoDocumentedType('throughput', throughput, throughputs)
}

function judgeType(
  judged: JudgedVolume,
  volumeType: string,
  managed: ManagedEbsVolume,
  sizeOfSnapshot: Known<number> | null,
): void {
  const { sizeInGiB, iops, throughput } = managed
  const type = TYPES.get(volumeType)
  if (type === undefined) {
    judged.unknownType(volumeType)
    return
  }
  const beside = `volumeType ${volumeType}`
  judged.within('sizeInGiB', sizeInGiB, type.sizeInGiB, beside)
  if (iops === undefined) {
    if (data.iopsRequired.includes(volumeType)) judged.missing(['iops'], beside)
  } else if (type.iops !== undefined) judgeIops(judged, type, managed, sizeOfSnapshot, beside)
  else if (data.withoutIops.includes(volumeType)) judged.refused('iops', iops, beside)
  if (throughput === undefined) return
  if (type.throughput !== undefined) judgeThroughput(judged, type, throughput, iops, beside)
  else judged.refused('throughput', throughput, beside)
}

/**
 * The least IOPS of a type are those of volumes of any size. A snapshot that nobody read is taken to be of a size that
 * suits.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html
 */
function judgeIops(
  judged: JudgedVolume,
  { sizeInGiB: ofSize, iops: bounds, mostIopsPerGiB: perGiB }: Type,
  { iops, sizeInGiB }: ManagedEbsVolume,
  sizeOfSnapshot: Known<number> | null,
  beside: string,
): void {
  if (bounds === undefined || iops === undefined) return
  const size = sizeInGiB ?? sizeOfSnapshot
  const most = (gib: number) => Math.max(bounds.least, gib * (perGiB ?? Number.POSITIVE_INFINITY))
  if (size !== null && !isGap(size)) {
    const sized = sizeInGiB === undefined ? `snapshotId (${size} GiB)` : `sizeInGiB ${size}`
    judged.capped('iops', iops, bounds, most(size), `${beside}, ${sized}`)
    return
  }
  judged.within('iops', iops, bounds, beside)
  // A size that is written and not known is open itself.
  if (sizeInGiB === undefined && size !== null && !isGap(iops) && iops > most(ofSize.least)) judged.open('iops', size)
}

/** @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
function judgeThroughput(
  judged: JudgedVolume,
  { iops: ofIops, defaultIops, throughput: bounds, mostThroughputPerIops: perIops }: Type,
  throughput: Known<number>,
  written: Known<number> | undefined,
  beside: string,
): void {
  if (bounds === undefined) return
  const iops = written ?? defaultIops
  // IOPS that are not known are open themselves.
  if (perIops === undefined || iops === undefined || isGap(iops))
    judged.within('throughput', throughput, bounds, beside)
  else {
    const most = Math.floor(perIops * Math.max(iops, ofIops?.least ?? 0))
    judged.capped('throughput', throughput, bounds, most, `${beside}, iops ${iops}`)
  }
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

  unknownType(volumeType: string): void {
    if (hasPlaceholder(volumeType)) this.open('volumeType', unresolved(volumeType))
    else if (data.notOnFargate.includes(volumeType)) {
      this.invalid('volumeType', volumeType, [...TYPES.keys()], 'FARGATE')
    } else this.open('volumeType', { gap: 'not-modeled', what: 'ebs-volume-options', of: volumeType })
  }

  oneOf(option: string, value: Known<string> | undefined, wanted: readonly string[], beside: string): void {
    if (value === undefined) return
    if (isGap(value)) this.open(option, value)
    else if (wanted.includes(value)) return
    else if (wanted.some((each) => sameText(each, value) === undefined)) this.open(option, unresolved(value))
    else this.invalid(option, value, wanted, beside)
  }

  /** Within bounds of which another option lowers the highest. */
  capped(option: string, value: Known<number>, bounds: Bounds, cap: number, beside: string): void {
    const { least, most, mostOfEc2 = most } = bounds
    this.within(option, value, { least, most: Math.min(most, cap), mostOfEc2: Math.min(mostOfEc2, cap) }, beside)
  }

  /** Without a type: what no type takes is wrong, and of the rest nobody knows whether the type takes it. */
  ofNoDocumentedType(option: string, value: Known<number> | undefined, bounds: Bounds): void {
    if (value === undefined) return
    if (isGap(value)) this.open(option, value)
    else if (value < bounds.least || value > bounds.most) this.within(option, value, bounds, 'managedEBSVolume')
    else this.open(option, { gap: 'not-modeled', what: 'ebs-volume-options', of: `${option} ${value}` })
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

function unresolved(expression: string): Gap {
  return { gap: 'unresolved', expression }
}

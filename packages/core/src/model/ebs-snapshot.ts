import type { Known } from './known.ts'

/** A snapshot of an EBS volume, of which other volumes are made. */
export interface EbsSnapshot {
  readonly state: Known<'pending' | 'completed' | 'error' | 'recoverable' | 'recovering'>
  /** GiB, of the volume that it was made of. */
  readonly volumeSize: Known<number>
}

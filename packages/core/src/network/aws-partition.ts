import data from './aws-names.json' with { type: 'json' }

/** A group of Regions with its own names: found by the prefix of the Region, the standard one where none fits. */
interface Partition {
  readonly id: string
  readonly regionPrefix: string
  readonly dnsSuffix: string
  readonly dualStackDnsSuffix: string
  /** What the names of some of its endpoint services begin with. */
  readonly endpointPrefix: string
}

export const PARTITIONS: readonly Partition[] = data.partitions

export function partitionWith(region: string): Partition {
  for (const partition of PARTITIONS) if (region.startsWith(partition.regionPrefix)) return partition
  // INVARIANT: the standard partition stands last, and every Region begins with its empty prefix.
  throw new Error('no partition has an empty prefix')
}

/** `aws`, `aws-cn`, …; a Region that is a placeholder counts as one of the standard partition. */
export function partitionOf(region: string): string {
  return partitionWith(region).id
}

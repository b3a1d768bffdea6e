import type { Known, RegionState, Snapshot, Subnet, Vpc } from '@farsight/core'
import { isGap } from '../../packages/core/src/model/known.ts'
import { PLACE } from './packet-world.ts'

/** The worlds of the oracle hold no gaps: the kernel cannot build what is not known. */
export function given<T>(value: Known<T> | null | undefined, what: string): T {
  if (value === undefined || value === null || isGap(value)) throw new Error(`The world does not say: ${what}`)
  return value as T
}

export function entries<T>(table: Known<{ readonly [key: string]: Known<T> | null }> | undefined): [string, T][] {
  if (table === undefined) return []
  return Object.entries(given(table, 'a table')).flatMap(([key, value]): [string, T][] =>
    key === '*' || value === null ? [] : [[key, given(value, key) as T]],
  )
}

export function regionOf(snapshot: Snapshot): RegionState {
  return given(snapshot.accounts[PLACE.account]?.regions[PLACE.region], 'the Region')
}

export function vpcsOf(snapshot: Snapshot): [string, Vpc][] {
  return entries<Vpc>(regionOf(snapshot).vpcs)
}

export function vpcOfSubnet(snapshot: Snapshot, subnetId: string): { id: string; vpc: Vpc; subnet: Subnet } {
  for (const [id, vpc] of vpcsOf(snapshot)) {
    const found = entries<Subnet>(vpc.subnets).find(([key]) => key === subnetId)
    if (found !== undefined) return { id, vpc, subnet: found[1] }
  }
  throw new Error(`The world has no subnet ${subnetId}`)
}

/** The blocks of a prefix list. */
export function listed(snapshot: Snapshot, prefixListId: string): readonly string[] {
  const found = entries(regionOf(snapshot).prefixLists).find(([id]) => id === prefixListId)
  return given(given(found, prefixListId)[1].cidrs, prefixListId)
}

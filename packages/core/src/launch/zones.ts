import data from './data/zones.json' with { type: 'json' }
import type { OsFamily } from './task-size.ts'

type ZoneIds = ReadonlyMap<string, readonly string[]>

const ONLY: { readonly [family in OsFamily]: ZoneIds } = {
  LINUX: new Map(Object.entries(data.only.LINUX)),
  WINDOWS: new Map(Object.entries(data.only.WINDOWS)),
}

const WITHOUT_EBS: ZoneIds = new Map(Object.entries(data.withoutEbs))

/** Whether Fargate serves a zone, by its id (`apne1-az1`); a zone's name is another in each account. */
export function isServed(family: OsFamily, region: string, zoneId: string): boolean {
  return ONLY[family].get(region)?.includes(zoneId) ?? true
}

/** Whether Fargate attaches EBS volumes in a zone that it serves. */
export function hasVolumes(region: string, zoneId: string): boolean {
  return WITHOUT_EBS.get(region)?.includes(zoneId) !== true
}

export function servesAllZones(family: OsFamily, region: string, withVolumes: boolean): boolean {
  return !ONLY[family].has(region) && !(withVolumes && WITHOUT_EBS.has(region))
}

/** The zones that Fargate serves where it does not serve all; empty: all but some. */
export function zonesServed(family: OsFamily, region: string): readonly string[] {
  return ONLY[family].get(region) ?? []
}

/**
 * Whether a zone is a Local Zone or a Wavelength Zone, where there is no Fargate: their names go on behind the Region
 * (`us-west-2-lax-1a`), their ids behind what stands for it (`usw2-lax1-az1`, `use1-wl1-bos-wlz1`).
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-regions-zones.html
 */
export function isAtEdge(region: string, zone: string): boolean {
  return zone.startsWith(`${region}-`) || /^[a-z]{2,8}\d{1,2}-[a-z]{2,8}\d{0,2}-[a-z0-9-]{2,30}$/.test(zone)
}

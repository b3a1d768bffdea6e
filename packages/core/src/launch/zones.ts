import data from './data/zones.json' with { type: 'json' }
import type { OsFamily } from './task-size.ts'

type ZoneIds = { readonly [region: string]: readonly string[] | undefined }

/** Whether Fargate serves a zone, by its id (`apne1-az1`); a zone's name is another in each account. */
export function isServed(family: OsFamily, region: string, zoneId: string): boolean {
  const only: ZoneIds = data.only[family]
  return only[region]?.includes(zoneId) ?? true
}

/** Whether Fargate attaches EBS volumes in a zone that it serves. */
export function hasVolumes(region: string, zoneId: string): boolean {
  const without: ZoneIds = data.withoutEbs
  return without[region]?.includes(zoneId) !== true
}

export function servesAllZones(family: OsFamily, region: string, withVolumes: boolean): boolean {
  const only: ZoneIds = data.only[family]
  const without: ZoneIds = data.withoutEbs
  return only[region] === undefined && (!withVolumes || without[region] === undefined)
}

/** The zones that Fargate serves where it does not serve all; empty: all but some. */
export function zonesServed(family: OsFamily, region: string): readonly string[] {
  const only: ZoneIds = data.only[family]
  return only[region] ?? []
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

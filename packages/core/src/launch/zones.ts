import data from './data/zones.json' with { type: 'json' }
import type { OsFamily } from './task-size.ts'

type ZoneIds = { readonly [region: string]: readonly string[] | undefined }

/** Whether Fargate serves a zone, by its id (`apne1-az1`); a zone's name is another in each account. */
export function isServed(family: OsFamily, region: string, zoneId: string): boolean {
  const only: ZoneIds = data.only[family]
  const except: ZoneIds = data.except[family]
  if (except[region]?.includes(zoneId) === true) return false
  return only[region]?.includes(zoneId) ?? true
}

export function servesAllZones(family: OsFamily, region: string): boolean {
  const only: ZoneIds = data.only[family]
  const except: ZoneIds = data.except[family]
  return only[region] === undefined && except[region] === undefined
}

/** The zones that Fargate serves where it does not serve all; empty: all but some. */
export function zonesServed(family: OsFamily, region: string): readonly string[] {
  const only: ZoneIds = data.only[family]
  return only[region] ?? []
}

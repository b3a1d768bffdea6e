import { expect, test } from 'vitest'
import { hasVolumes, isServed, servesAllZones, zonesServed } from './zones.ts'

test.each(['constructor', '__proto__', 'eu-north-1'])(
  'a Region of which nothing is written is served wholly: %s',
  (region) => {
    expect(isServed('LINUX', region, 'az1')).toBe(true)
    expect(hasVolumes(region, 'az1')).toBe(true)
    expect(servesAllZones('WINDOWS', region, true)).toBe(true)
    expect(zonesServed('LINUX', region)).toEqual([])
  },
)

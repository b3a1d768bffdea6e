import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { index, isGap, type Known, preflight, type RegionState, type Table } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { parseCommand, UsageError } from '../bench/command.ts'
import { ACCOUNT, REGION, VPCS } from '../bench/fleet-names.ts'
import { fleetSnapshot } from '../bench/fleet-snapshot.ts'
import { broken, FLOORS, LIMITS, missed } from '../bench/limits.ts'
import { median } from '../bench/statistics.ts'
import { requirementsOf } from '../packages/core/src/launch/judge.ts'
import { ROOT, readPage, rowsOf, sectionOf } from './docs/markdown.ts'

describe('docs/performance.md', () => {
  test('states the limits that the benchmarks check', () => {
    const limits = sectionOf(readPage('docs/performance.md'), 'Limits')
    const { services, ...fleet } = LIMITS.fleet
    const stated = rowsOf(limits).map(([benchmark, figure, limit]) => [benchmark, figure, Number(limit)])
    const checked = Object.entries({ fleet, cli: LIMITS.cli }).flatMap(([benchmark, figures]) =>
      Object.entries(figures).map(([name, limit]) => [`\`${benchmark}\``, `\`${name}\``, limit]),
    )
    expect(stated).toEqual(checked)
    expect(limits).toContain(`${services.toLocaleString('en')} services`)
  })

  test('states the floors that the benchmarks check', () => {
    const stated = rowsOf(sectionOf(readPage('docs/performance.md'), 'Floors'))
    const checked = Object.entries(FLOORS).flatMap(([benchmark, figures]) =>
      Object.entries(figures).map(([name, floor]) => [`\`${benchmark}\``, `\`${name}\``, floor]),
    )
    expect(stated.map(([benchmark, figure, floor]) => [benchmark, figure, Number(floor)])).toEqual(checked)
  })
})

describe('limits', () => {
  test('a figure at its limit is within it', () => {
    expect(broken({ seconds: 1 }, { seconds: 1 })).toEqual([])
  })

  test('a figure above its limit is named with both', () => {
    const figures = { seconds: 1.01, peakMb: 2, other: 99 }
    expect(broken({ seconds: 1, peakMb: 300 }, figures)).toEqual(['seconds is 1.01; the limit is 1'])
  })

  test('a figure at its floor reaches it; one below is named with both', () => {
    expect(missed({ perSecond: 5 }, { perSecond: 5 })).toEqual([])
    expect(missed({ perSecond: 5 }, { perSecond: 4.9 })).toEqual(['perSecond is 4.9; at least 5 must be reached'])
    expect(missed({ perSecond: 5 }, { perSecond: Number.NaN })).toHaveLength(1)
  })

  test('a figure that is no number is above every limit', () => {
    expect(broken({ seconds: 1 }, { seconds: Number.NaN })).toHaveLength(1)
  })
})

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

describe('npm run bench', () => {
  test('without options, fleet judges as many services as the limits are about', () => {
    expect(parseCommand(['fleet'])).toEqual({
      name: 'fleet',
      services: 10_000,
      json: false,
      check: false,
    })
  })

  test.each([
    [[], 'Name a benchmark.'],
    [['flet'], 'There is no benchmark `flet`.'],
    [['toString'], 'There is no benchmark `toString`.'],
    [['fleet', 'cli'], '`cli` is one argument too many.'],
    [['fleet', '--jsn'], "Unknown option '--jsn'"],
    [['cli', '--services', '1000'], '`cli` has no option `--services`.'],
    [['calibrate', '--check'], '`calibrate` has no option `--check`.'],
    [['fleet', '--services', '1e3'], '`--services 1e3`: write a whole number from 100 on.'],
    [['fleet', '--services', '99'], '`--services 99`: write a whole number from 100 on.'],
    [['fleet', '--services', '1000', '--check'], '`--check` is about 10000 services: leave out `--services`.'],
  ])('%j is refused with a reason', (args, message) => {
    expect(() => parseCommand(args)).toThrow(new UsageError(message))
  })

  test('a name that there is not says on stderr what there is, and exits 2', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'scripts/bench.mjs'), 'flet', '--json'],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^There is no benchmark `flet`\.\n\nusage: npm run bench -- /)
  })
})

describe('the fleet', () => {
  const snapshot = fleetSnapshot(500)
  const region = snapshot.accounts[ACCOUNT]?.regions[REGION] ?? {}
  const world = index(snapshot)
  const { launches, skipped } = preflight(world)

  test('is the same each time', () => {
    expect(JSON.stringify(fleetSnapshot(500))).toBe(JSON.stringify(snapshot))
  })

  test('is a snapshot as one that was read from a file', () => {
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
  })

  test('gives the services of one thousand the variety of those of another', () => {
    const large = fleetSnapshot(2000).accounts[ACCOUNT]?.regions[REGION] ?? {}
    const first = serviceShapes(large).slice(0, 1000)
    expect(serviceShapes(large).slice(1000)).toEqual(first)
    expect(new Set(first).size).toBeGreaterThan(50)
  })

  test('has 50 VPCs with 3 subnets for tasks and 3 interface endpoints each', () => {
    const vpcs = entries(region.vpcs)
    expect(vpcs).toHaveLength(VPCS)
    for (const [, { endpoints, subnets }] of vpcs) {
      expect(entries(endpoints).filter(([, endpoint]) => endpoint.vpcEndpointType === 'Interface')).toHaveLength(3)
      expect([3, 4]).toContain(entries(subnets).length)
    }
  })

  test('gives each service its own security group, role and definition, and 3 subnets', () => {
    const groups = launches.map(({ launch }) => (isGap(launch.securityGroupIds) ? null : launch.securityGroupIds[0]))
    const definitions = launches.flatMap(({ launch: { taskDefinition } }) =>
      taskDefinition === null || isGap(taskDefinition) ? [] : [taskDefinition.value],
    )
    const roles = definitions.map(({ executionRoleArn }) => executionRoleArn)
    const owned: readonly (readonly unknown[])[] = [groups, definitions, roles]
    for (const own of owned) expect(new Set(own).size).toBe(500)
    for (const { subnets } of launches) expect(subnets).toHaveLength(3)
    expect(skipped).toEqual([])
  })

  test('has launches of at least 10 calls', () => {
    const calls = launches.map(
      (launch) => requirementsOf(world, launch).filter(({ requirement }) => requirement.kind === 'call').length,
    )
    expect(Math.min(...calls)).toBeGreaterThanOrEqual(10)
  })

  test('mostly starts; a few fail for different reasons, and a few are undecided', () => {
    const count = (wanted: string) => launches.filter(({ verdict }) => verdict === wanted).length
    expect(count('works')).toBeGreaterThan(420)
    expect(count('undecided')).toBeGreaterThan(0)
    const blockers = launches.flatMap(({ outcomes }) =>
      outcomes.flat().flatMap((outcome) => outcome.blockers.map(({ blocker }) => blocker)),
    )
    expect(new Set(blockers).size).toBeGreaterThanOrEqual(10)
  })
})

/** A service and its definition without what is its own by name. */
function serviceShapes({ services, taskDefinitions }: RegionState): readonly string[] {
  const definitions = new Map(entries(taskDefinitions).map(([, definition]) => [definition.family, definition]))
  return entries(services).map(([name, service]) => {
    const { networkConfiguration: _, ...shape } = service
    return JSON.stringify([shape, definitions.get(name)])
      .replaceAll(name, 'NAME')
      .replace(/-[\w]{6}(?=[":])/g, '-SUFFIX')
  })
}

function entries<T>(table: Known<Table<T>> | undefined): readonly (readonly [string, T])[] {
  if (table === undefined || isGap(table)) throw new Error('the table is not there')
  return Object.entries(table).flatMap(([key, value]) =>
    value === null || isGap(value) ? [] : [[key, value as T] as const],
  )
}

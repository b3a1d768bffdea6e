import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from './docs/markdown.ts'
import { parseCommand, UsageError } from './packets/command.ts'
import { FEATURES } from './packets/generate/features.ts'
import { generate } from './packets/generate/generate.ts'
import { hubWorld } from './packets/hub-worlds.ts'
import { FAULTS } from './packets/kernel/faults.ts'
import { tryWorld } from './packets/kernel/trial.ts'
import { Lab } from './packets/lab/lab.ts'
import { judge } from './packets/run.ts'
import { shown } from './packets/show.ts'
import { shrink } from './packets/shrink.ts'
import { SITUATIONS } from './packets/situations.ts'
import { runWorlds, type Tally } from './packets/tally.ts'

const IS_CI = process.env.CI === 'true'
const FIXED_SEED = 20_261_121
const features = new Set(FEATURES)

/** Null: packets cannot be sent here. With CI=true that fails, so that a machine without the means is not green. */
const lab = await Lab.open().catch((error: Error) => {
  if (IS_CI) throw error
  process.stderr.write(`tests/packets.test.ts sends no packets: ${error.message}\n`)
  return null
})

describe.runIf(lab !== null)('packets of the kernel', () => {
  let open: Lab
  beforeAll(() => {
    if (lab !== null) open = lab
  })
  afterAll(() => lab?.close())

  async function agreesIn(worlds: number, seed: number): Promise<Tally> {
    const { tally, mismatches } = await runWorlds(open, { worlds, seed, features })
    const [first] = mismatches
    if (first !== undefined) {
      const { world, judged } = await shrink(open, first)
      expect.fail(shown(first.seed, world, judged))
    }
    expect(tally.worlds).toBe(worlds)
    return tally
  }

  test('agree with Farsight in the worlds of a fixed seed', async () => {
    const { works, fails, agreed, probes } = await agreesIn(IS_CI ? 150 : 20, FIXED_SEED)
    // Worlds in which everything works, or nothing, would prove little, and so would an answer that says nothing
    expect(Math.min(works, fails) / probes).toBeGreaterThan(0.2)
    expect(agreed / probes).toBeGreaterThan(0.7)
  }, 600_000)

  const fresh = Date.now() % 1_000_000_000
  test(`agree with Farsight in the worlds of a fresh seed, ${fresh}`, () => agreesIn(IS_CI ? 50 : 5, fresh), 600_000)

  test.each(FAULTS)(
    'show that %s is wrong',
    async (fault) => {
      const faults = { [fault]: true }
      const { tally } = await runWorlds(open, { worlds: 60, seed: FIXED_SEED, features, faults, untilOne: true })
      expect(tally.mismatches).toBeGreaterThan(0)
    },
    300_000,
  )

  describe.each(SITUATIONS)('$name', ({ world, verdict, by }) => {
    test(`${verdict}${by === null ? '' : `, stopped by ${by}`}`, async () => {
      const [judged] = await judge(open, world)
      expect(judged?.comparison).toEqual({ outcome: 'agreed', verdict })
      expect(judged?.path.blockers[0]?.blocker ?? null).toBe(by)
    })
  })

  test.each([
    ['peering', {}, 'open'],
    ['peering', { toSpoke: [] }, 'answer dropped by route'],
    ['peering', { toHub: [] }, 'request dropped by route'],
    ['transit-gateway', {}, 'open'],
    ['transit-gateway', { gatewayRoutes: [] }, 'request dropped by transit-gateway'],
    ['transit-gateway', { toSpoke: [] }, 'answer dropped by route'],
  ] as const)('go from VPC to VPC by %s with %j: %s', async (by, changes, expected) => {
    const [answer] = await tryWorld(open, hubWorld(by, changes))
    const said = answer?.tried.map(({ open: isOpen, fate }) =>
      isOpen ? 'open' : `${fate?.reply ? 'answer' : 'request'} dropped by ${fate?.drop.by}`,
    )
    expect(new Set(said)).toEqual(new Set([expected]))
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leave nothing behind after %s',
    async (signal) => {
      const before = namespaces()
      const child = spawn(process.execPath, [join(ROOT, 'scripts/packets.mjs'), '--worlds', '1000', '--seed', '1'])
      await expect.poll(() => namespaces().size, { timeout: 20_000, interval: 50 }).toBeGreaterThan(before.size)
      child.kill(signal)
      await once(child, 'exit')
      await expect.poll(() => [...namespaces()].filter((each) => !before.has(each)), { timeout: 20_000 }).toEqual([])
    },
    60_000,
  )
})

/** The network namespaces in which there are processes. */
function namespaces(): ReadonlySet<string> {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return new Set(
    processes.flatMap((id) => {
      try {
        return [readlinkSync(`/proc/${id}/ns/net`)]
      } catch {
        return []
      }
    }),
  )
}

describe('random worlds', () => {
  test('are the same for the same seed, and others for another', () => {
    const all = new Set(FEATURES)
    expect(generate(7, all)).toEqual(generate(7, all))
    expect(generate(7, all)).not.toEqual(generate(8, all))
  })

  test('are snapshots as ones that were read from a file', () => {
    const { snapshot } = generate(7, new Set(FEATURES))
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
  })
})

describe('npm run packets', () => {
  test.each([
    [['--worlds', '0'], '`--worlds 0`: write a whole number from 1 on.'],
    [['--worlds', '1e3'], '`--worlds 1e3`: write a whole number from 1 on.'],
    [['--seed', '-1'], "Option '--seed' argument is ambiguous"],
    [['--seed', 'x'], '`--seed x`: write a whole number from 0 on.'],
    [['--features', 'ipv5'], `There is no feature \`ipv5\`; there are ${FEATURES.join(', ')}.`],
    [['--wrlds', '3'], "Unknown option '--wrlds'"],
  ])('%j is refused with a reason', (args, message) => {
    expect(() => parseCommand(args, 0)).toThrow(UsageError)
    expect(() => parseCommand(args, 0)).toThrow(message)
  })

  test('arguments that it does not know make it exit 2', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'scripts/packets.mjs'), '--wrlds', '3'],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('usage: npm run packets -- ')
  })
})

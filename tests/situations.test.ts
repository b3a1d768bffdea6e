import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answersTo } from './packets/farsight.ts'
import { SITUATIONS } from './packets/situations.ts'

// What AWS's documentation answers, asked without a kernel; packets.test.ts asks the kernel the same
describe.each(SITUATIONS)('$name', ({ world, verdict, by }) => {
  test(`${verdict}${by === null ? '' : `, stopped by ${by}`}`, () => {
    const [path] = answersTo(world)
    expect(path?.verdict).toBe(verdict === 'partial' ? 'undecided' : verdict)
    expect(path?.partial !== undefined).toBe(verdict === 'partial')
    expect(path?.blockers[0]?.blocker ?? null).toBe(by)
    expect(path?.gaps).toEqual([])
  })
})

/** What docs/correctness.md says of each: `| situation | stopped by | case |`. */
const ROWS = new Map(
  readFileSync('docs/correctness.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name = '', by = '', shown = '']) => [name, { by, shown }]),
)

describe.each(SITUATIONS)('of $name, docs/correctness.md', ({ name, by }) => {
  const row = ROWS.get(name)

  test('says what stops it', () => {
    expect(row?.by).toBe(by === null ? '' : `\`${by}\``)
  })

  test('names the case, which has that blocker, or else none or a twin without', () => {
    const [, twin, folder = ''] = /^(the twin of )?`([^`]+)`$/.exec(row?.shown ?? '') ?? []
    const report = readFileSync(join('cases', folder, 'expected.json'), 'utf8')
    if (by !== null) expect(report).toContain(`"blocker": "${by}"`)
    else if (twin === undefined) expect(report).not.toContain('"blocker"')
    else expect(existsSync(join('cases', folder, 'twin.patch.json'))).toBe(true)
  })
})

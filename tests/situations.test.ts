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

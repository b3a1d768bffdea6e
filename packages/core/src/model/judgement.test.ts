import { expect, test } from 'vitest'
import { all, assuming, fails, undecided, WORKS } from './judgement.ts'

const OPEN = undecided({ gap: { gap: 'not-read' }, what: { kind: 'subnet', id: 's' }, at: '' })

test('all hold when each holds; a failure outweighs what is open', () => {
  expect(all([])).toBe(WORKS)
  expect(all([WORKS, WORKS])).toBe(WORKS)
  expect(all([WORKS, OPEN]).verdict).toBe('undecided')
  expect(all([OPEN, fails('a'), fails('b')])).toMatchObject({ verdict: 'fails', blockers: ['a', 'b'], gaps: OPEN.gaps })
})

test('an assumption is named once', () => {
  const assumed = assuming('images-pushed')
  expect(all([assumed, assumed, WORKS])).toMatchObject({ verdict: 'works', assumptions: ['images-pushed'] })
})

import { expect, test } from 'vitest'
import type { ReportGap } from '../report.ts'
import { gapBlock } from './text-report.ts'

const plain = (text: string) => text
const palette = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain }

function block(whats: readonly string[], language: 'en' | 'ja' = 'en'): readonly string[] {
  const gaps = whats.map((what, i) => ({
    what,
    why: 'not read',
    settledBy: { text: null },
    origin: { file: 'a.yaml', line: what === 'elsewhere' ? 9 : 1, column: 1 },
    requirements: [`q${i}`],
  }))
  return gapBlock(gaps as unknown as readonly ReportGap[], { language, width: 80, palette })
}

test('what is open for the same reason at the same place is said once', () => {
  expect(block(['role a', 'role b', 'role a', 'elsewhere'])).toEqual([
    '  Not known',
    '  - role a and role b: not read (a.yaml:1:1)',
    '  - elsewhere: not read (a.yaml:9:1)',
  ])
  expect(block(['a', 'b', 'c', 'd']).slice(1)).toEqual(['  - a, b and 2 more: not read (a.yaml:1:1)'])
  expect(block(['a', 'b', 'c', 'd'], 'ja').slice(1)).toEqual(['  - a、b ほか 2 件: not read (a.yaml:1:1)'])
})

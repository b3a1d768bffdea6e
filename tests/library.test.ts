import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildReport, index, preflight, type Snapshot } from '@farsight/core'
import { expect, test } from 'vitest'

const FILE = 'snapshot.json'

/** The cases that one snapshot shows, asked about without options. */
const FOLDERS = readdirSync('cases', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join('cases', name)).map((variant) => join('cases', name, variant)))
  .filter((folder) => existsSync(join(folder, FILE)))
  .filter((folder) => readFileSync(join(folder, 'command'), 'utf8').startsWith(`farsight preflight ${FILE} #`))

test('there are cases', () => {
  expect(FOLDERS.length).toBeGreaterThan(100)
})

test.each(FOLDERS)('of %s a program that calls the library learns what the command says', (folder) => {
  const world = index(JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Snapshot)
  const source = { type: 'snapshot', files: [FILE] } as const
  const report = buildReport(world, preflight(world), { source, language: 'en' })
  expect(`${JSON.stringify(report, null, 2)}\n`).toBe(readFileSync(join(folder, 'expected.json'), 'utf8'))
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { codeIn, linksOf, ROOT, readPage, rowsOf, sectionOf } from './docs/markdown.ts'

/** A requirement by its step, and its action or condition: `read-secrets ssm:GetParameters`. */
type Key = string

const NEEDED = ['required', 'advisory', 'required, or advisory', 'as its container'] as const
type Needed = (typeof NEEDED)[number]

interface Row {
  readonly keys: readonly Key[]
  readonly needed: string
  /** Folders below cases/. */
  readonly cases: readonly string[]
  readonly source: string
}

const NO_ACTION = 'no action'
const page = readPage('docs/model.md')
const section = sectionOf(page, 'Steps and requirements')
const rows = tableRows()
const reports = judgedCases()
const requirements = [...reports.values()].flatMap(({ launches }) => launches.flatMap((launch) => launch.requirements))

function tableRows(): readonly Row[] {
  let current = ''
  return rowsOf(section).flatMap((cells): readonly Row[] => {
    const [step = '', requirement = '', needed = '', , , shown = '', source = ''] = cells
    current = codeIn(step)[0] ?? current
    if (cells.length < 7 || requirement === '') return []
    const ids = requirement === NO_ACTION ? [NO_ACTION] : codeIn(requirement)
    const cases = linksOf({ path: page.path, text: shown }).map((link) => link.replace(/^\.\.\/|\/origin\.md$/g, ''))
    return [{ keys: ids.map((id) => `${current} ${id}`), needed, cases, source }]
  })
}

/** The expected answer of each case that rests on facts. */
function judgedCases(): ReadonlyMap<string, Report> {
  const files = readdirSync(join(ROOT, 'cases'), { recursive: true, encoding: 'utf8' })
  const folders = files.filter((file) => file.endsWith('expected.json')).map((file) => file.replaceAll('\\', '/'))
  return new Map(
    folders.flatMap((file) => {
      const report = JSON.parse(readFileSync(join(ROOT, 'cases', file), 'utf8')) as Report
      return report.launches.length === 0 ? [] : [[`cases/${file.replace('/expected.json', '')}`, report] as const]
    }),
  )
}

function keyOf({ step, action, condition }: Report['launches'][number]['requirements'][number]): Key {
  return `${step} ${condition ?? action ?? NO_ACTION}`
}

/** The requirements that a case has a finding about. */
function foundIn(folder: string): readonly Key[] {
  return (reports.get(folder)?.launches ?? []).flatMap((launch) => {
    const found = new Set(launch.findings.flatMap((finding) => finding.requirements))
    return launch.requirements.filter(({ id }) => found.has(id)).map(keyOf)
  })
}

describe('the table of requirements in docs/model.md', () => {
  test('holds what launches require, and nothing else', () => {
    const required = new Set(requirements.map(keyOf))
    const documented = new Set(rows.flatMap(({ keys }) => keys))
    expect([...documented].sort()).toEqual([...required].sort())
  })

  test('says of each whether it is required', () => {
    expect(rows.filter(({ needed }) => !NEEDED.includes(needed as Needed))).toEqual([])
    const said = new Map<Key, readonly string[]>()
    for (const { keys, needed } of rows) for (const key of keys) said.set(key, [...(said.get(key) ?? []), needed])
    for (const [key, needed] of said) {
      const occurs = new Set(requirements.filter((each) => keyOf(each) === key).map(({ required }) => required))
      const isEither = needed.some((each) => each === 'as its container' || each === 'required, or advisory')
      if (!isEither) expect([...occurs], key).toEqual(needed.map((each) => each === 'required'))
      else expect(occurs, `${key}, which is not always advisory`).toContain(true)
    }
  })

  test('names the page that each was written from', () => {
    expect(rows.filter(({ source, keys }) => !/\[.+\]\[.+\]/.test(source) && !neverFails(keys))).toEqual([])
  })

  test.each(rows.map((row) => [row.keys.join(', '), row] as const))('%s: its case shows it to fail', (_, row) => {
    if (row.cases.length === 0) {
      for (const key of row.keys) expect(withoutCase(), 'with the reason below the table').toContain(key)
    }
    for (const folder of row.cases) {
      expect(existsSync(join(ROOT, folder)), folder).toBe(true)
      const found = foundIn(folder)
      for (const key of row.keys) expect(found, folder).toContain(key)
    }
  })

  test('gives no reason for a case that there is', () => {
    const shown = new Set(rows.flatMap(({ keys, cases }) => (cases.length > 0 ? keys : [])))
    expect(withoutCase().filter((key) => shown.has(key))).toEqual([])
  })
})

/** What the table below says to have no case: a condition at any step, or what has no action at one. */
function withoutCase(): readonly Key[] {
  return rowsOf(section)
    .filter((cells) => cells.length === 2)
    .flatMap(([what = '']) => {
      const codes = codeIn(what)
      if (what.startsWith(NO_ACTION)) return codes.map((step) => `${step} ${NO_ACTION}`)
      return rows.flatMap(({ keys }) => keys.filter((key) => codes.includes(key.split(' ')[1] ?? '')))
    })
}

function neverFails(keys: readonly Key[]): boolean {
  return keys.every((key) => key.endsWith(' reference-known'))
}

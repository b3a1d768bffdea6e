import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DiagnosisReport, Report } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { CAUSES } from '../packages/core/src/causes/cause.ts'
import { type Change, patched } from './cases/patch.ts'
import { runFarsight } from './cases/run-farsight.ts'

const ROOT = fileURLToPath(new URL('../cases', import.meta.url))
const UPDATE = process.env['FARSIGHT_UPDATE_GOLDEN'] === '1'
const EXPECTED = ['expected.json', 'expected.en.txt', 'expected.ja.txt']
/** Options that name a file of the case. */
const BESIDE = ['--over']
/** Folders of cases that end well, or without an answer. */
const WITHOUT_CAUSE = ['starts', 'undecided']

interface Case {
  readonly name: string
  readonly group: string
  readonly folder: string
  readonly args: readonly string[]
  readonly input: string
  readonly exitCode: number
  /** A stop that no fact explains: there is nothing to change about it. */
  readonly isTold: boolean
}

/** `command` holds one line: `farsight preflight snapshot.json # exits 1`. */
function readCase(group: string, variant: string): Case {
  const folder = join(ROOT, group, variant)
  const command = readFileSync(join(folder, 'command'), 'utf8').trim()
  const [, words = '', exit = ''] = /^farsight (.*) # exits (\d+)$/.exec(command) ?? []
  const args = words.split(' ')
  return {
    name: `${group}/${variant}`,
    group,
    folder,
    args,
    input: args[1] ?? '',
    exitCode: Number(exit),
    isTold: args[0] === 'diagnose' && !existsSync(join(folder, 'twin.patch.json')),
  }
}

const CASES = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: group }) => readdirSync(join(ROOT, group)).map((variant) => readCase(group, variant)))

async function reportOf(
  { args, folder }: Case,
  stdin?: string,
): Promise<Report & Partial<Pick<DiagnosisReport, 'stops'>>> {
  const asked = stdin === undefined ? args : args.map((arg, position) => (position === 1 ? '-' : arg))
  const { stdout } = await runFarsight([...asked, '--format', 'json', '--quiet'], folder, stdin)
  return JSON.parse(stdout) as Report & Partial<Pick<DiagnosisReport, 'stops'>>
}

/** Of a CDK app, the template of its one stack is changed; everything else comes from stdin. */
async function reportOfTwin(example: Case, changes: readonly Change[]): Promise<Report> {
  const input = join(example.folder, example.input)
  if (!statSync(input).isDirectory()) return reportOf(example, patched(readFileSync(input, 'utf8'), changes))
  const folder = mkdtempSync(join(tmpdir(), 'farsight-twin-'))
  try {
    cpSync(example.folder, folder, { recursive: true })
    const template = join(folder, example.input, 'App.template.json')
    writeFileSync(template, patched(readFileSync(template, 'utf8'), changes))
    return await reportOf({ ...example, folder })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function golden(folder: string, file: string, actual: string): void {
  if (UPDATE) writeFileSync(join(folder, file), actual)
  expect(actual).toBe(readFileSync(join(folder, file), 'utf8'))
}

describe.each(CASES)('$name', (example) => {
  const { folder, args, exitCode, group, input, isTold } = example

  test('says what is expected, in both languages and as JSON', async () => {
    const json = await runFarsight([...args, '--format', 'json', '--quiet'], folder)
    const english = await runFarsight([...args, '--lang', 'en', '--quiet'], folder)
    const japanese = await runFarsight([...args, '--lang', 'ja', '--quiet'], folder)
    golden(folder, 'expected.json', json.stdout)
    golden(folder, 'expected.en.txt', english.stdout)
    golden(folder, 'expected.ja.txt', japanese.stdout)
    expect([json.exitCode, english.exitCode, japanese.exitCode]).toEqual([exitCode, exitCode, exitCode])
    expect([json.stderr, english.stderr, japanese.stderr]).toEqual(['', '', ''])
  })

  test('is filed under what it shows', async () => {
    const { launches, summary, stops } = await reportOf(example)
    const found = launches.flatMap(({ findings }) => findings.map(({ cause }) => cause as string))
    const causes = stops === undefined ? found : (stops[0]?.causes ?? []).map(({ cause }) => cause as string)
    if (group === 'starts') expect(summary).toMatchObject({ fails: 0, undecided: 0 })
    else if (group === 'undecided') expect(summary.undecided).toBeGreaterThan(0)
    else expect(causes[0]).toBe(group)
    if (isTold) expect(launches.flatMap(({ findings }) => findings)).toEqual([])
  })

  test('has the files of a case and no other', () => {
    const beside = args.filter((_, position) => BESIDE.includes(args[position - 1] ?? ''))
    const own = [
      'command',
      'origin.md',
      input,
      ...beside,
      ...EXPECTED,
      // What a plan was made of
      ...(input === 'plan.json' && existsSync(join(folder, 'main.tf')) ? ['main.tf'] : []),
      ...(WITHOUT_CAUSE.includes(group) || isTold ? [] : ['twin.patch.json']),
    ]
    expect(readdirSync(folder).sort()).toEqual(own.sort())
  })
})

describe('the twin, with the smallest difference,', () => {
  test.each(CASES.filter(({ group, isTold }) => !WITHOUT_CAUSE.includes(group) && !isTold))(
    'of $name is silent',
    async (example) => {
      const changes = JSON.parse(readFileSync(join(example.folder, 'twin.patch.json'), 'utf8')) as Change[]
      const { summary, launches } = await reportOfTwin(example, changes)
      expect(launches.flatMap(({ findings }) => findings)).toEqual([])
      expect(summary).toMatchObject({ fails: 0, undecided: 0 })
    },
  )
})

test('cases stand under the ids of causes', () => {
  const groups = new Set(CASES.map(({ group }) => group))
  expect([...groups].filter((group) => !WITHOUT_CAUSE.includes(group) && !Object.hasOwn(CAUSES, group))).toEqual([])
})

test('the origin of each case says whether it was recorded or constructed', () => {
  for (const { folder, name } of CASES) {
    expect(readFileSync(join(folder, 'origin.md'), 'utf8'), name).toMatch(/^# .+\n\n(Recorded|Constructed)[ .:]/)
  }
})

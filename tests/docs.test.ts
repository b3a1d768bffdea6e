import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CAUSES, type CauseId } from '../packages/core/src/causes/cause.ts'
import type { NotJudged } from '../packages/core/src/launch/not-judged.ts'
import type { ConditionId } from '../packages/core/src/launch/requirement.ts'
import { STEP_IDS } from '../packages/core/src/launch/step-id.ts'
import { ASSUMPTIONS } from '../packages/core/src/model/assumption.ts'
import type { Gap } from '../packages/core/src/model/gap.ts'
import { displayWidth } from '../packages/core/src/report/text/display-width.ts'
import { causeTitles } from '../packages/core/src/words/cause-titles.ts'
import { cliErrors } from '../packages/core/src/words/cli.ts'
import { notJudgedNouns } from '../packages/core/src/words/not-judged.ts'
import { runFarsight } from './cases/run-farsight.ts'
import { commandsOf, handwritten, regenerated, save } from './docs/generated.ts'
import {
  anchorOf,
  blocksOf,
  codeIn,
  headingsOf,
  linksOf,
  pagesBelow,
  proseOf,
  ROOT,
  readPage,
  rowsOf,
  sectionOf,
} from './docs/markdown.ts'
import { allPhrases, unfilledTexts } from './docs/phrases.ts'

const UPDATE = process.env.FARSIGHT_UPDATE_GOLDEN === '1' && process.env.CI !== 'true'
const PAGES = pagesBelow()

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
}

describe.each(PAGES)('$path', (page) => {
  test('nothing is left of two versions that were made one', () => {
    expect(page.text).not.toMatch(/^(?:<{7}|>{7}) /m)
  })

  test('every link inside the repository leads somewhere', () => {
    const broken = linksOf(page).filter((link) => !leadsSomewhere(page.path, link))
    expect(broken).toEqual([])
  })

  test('what it shows of Farsight is what Farsight prints', async () => {
    const fresh = await regenerated(page)
    if (UPDATE && fresh.text !== page.text) save(fresh)
    else expect(page.text).toBe(fresh.text)
  })

  test('every snapshot that it shows is one that Farsight reads without complaint', async () => {
    const snapshots = blocksOf(page).filter(({ content }) => content.includes('"schema": "farsight.snapshot/1"'))
    for (const { content } of snapshots) {
      const { stderr } = await runFarsight(['preflight', '-'], ROOT, content)
      expect(stderr).toBe('')
    }
  })
})

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const path = file === '' ? from : join(dirname(from), file)
  if (!existsSync(join(ROOT, path))) return false
  return anchor === undefined || headingsOf(readPage(path)).map(anchorOf).includes(anchor)
}

describe('README.md and README.ja.md', () => {
  const english = readPage('README.md')
  const japanese = readPage('README.ja.md')

  test('show the same commands and files', () => {
    expect(blocksOf(handwritten(japanese))).toEqual(blocksOf(handwritten(english)))
    expect(commandsOf(japanese)).toEqual(commandsOf(english))
  })

  test('have the same sections and lead to the same pages', () => {
    const levels = (text: string) => [...text.matchAll(/^#+(?= )/gm)].map(([level]) => level)
    expect(levels(proseOf(japanese))).toEqual(levels(proseOf(english)))
    const inBoth = (links: readonly string[]) => links.filter((link) => !link.startsWith('README'))
    expect(inBoth(linksOf(japanese))).toEqual(inBoth(linksOf(english)))
  })
})

describe('ARCHITECTURE.md', () => {
  const page = readPage('ARCHITECTURE.md')

  test('can be read in one go', () => {
    expect(page.text.split('\n').length).toBeLessThanOrEqual(150)
  })

  test('its code map names every folder that there is, and no other', () => {
    const items = sectionOf(page, 'Code map').matchAll(/^ *- `([^`]+)\/`/gm)
    const named = [...items].map(([, folder = '']) => folder)
    expect([...named].sort()).toEqual([...mappedFolders()].sort())
  })
})

function mappedFolders(): readonly string[] {
  const unmapped = ['node_modules', 'packages', 'coverage']
  const workbench = foldersIn('').filter((name) => !name.startsWith('.') && !unmapped.includes(name))
  const sources = foldersIn('packages').flatMap((name) => [
    `packages/${name}/src`,
    ...foldersIn(`packages/${name}/src`).map((folder) => `packages/${name}/src/${folder}`),
  ])
  return [...workbench, ...sources, 'packages/cli/bin', 'packages/core/src/launch/steps']
}

describe('docs/decisions', () => {
  const files = readdirSync(join(ROOT, 'docs/decisions')).sort()

  test('are numbered one by one', () => {
    expect(files.map((file) => file.slice(0, 5))).toEqual(files.map((_, at) => `${String(at + 1).padStart(4, '0')}-`))
  })

  test.each(files)('%s has its four parts on one page', (file) => {
    const page = readPage(`docs/decisions/${file}`)
    const [title, ...parts] = headingsOf(page)
    expect(title).toMatch(new RegExp(`^${file.slice(0, 4)} `))
    expect(parts).toEqual(['Context', 'Decision', 'Rejected options', 'Consequences'])
    expect(page.text.split('\n').length).toBeLessThanOrEqual(60)
  })
})

/** INVARIANT: total, so that one that is new and has no place in the documentation does not compile. */
const GAPS: { readonly [Kind in Gap['gap']]: true } = {
  'not-read': true,
  denied: true,
  'other-owner': true,
  parameter: true,
  option: true,
  unresolved: true,
  refused: true,
  'after-deploy': true,
  'not-modeled': true,
  assumed: true,
}

/** INVARIANT: total, as the gaps are. */
const CONDITIONS: { readonly [Id in ConditionId]: true } = {
  'subnet-exists': true,
  'security-group-exists': true,
  'one-vpc': true,
  'task-definition-active': true,
  'execution-role-set': true,
  'platform-supported': true,
  'task-size-offered': true,
  'task-definition-suits': true,
  'task-role-set': true,
  'cluster-active': true,
  'namespace-exists': true,
  'service-connect-suits': true,
  'request-suits': true,
  'within-request-limits': true,
  'zone-served': true,
  'within-vcpu-quota': true,
  'deployment-has-room': true,
  'ipv6-assigned': true,
  'storage-key-usable': true,
  'launch-known': true,
  'free-address': true,
  'role-trusts-ecs-tasks': true,
  'role-trusts-caller': true,
  'environment-files-valid': true,
  'log-options-set': true,
  'target-groups-suit': true,
  'target-groups-of-vpc': true,
  'listeners-awaited': true,
  'service-registries-suit': true,
  'load-balancer-serves-zone': true,
  'load-balancer-reaches-task': true,
  'grace-period-suits': true,
  'injected-containers-known': true,
  'mounts-known': true,
  'volume-options-valid': true,
  'volumes-configured': true,
  'volume-snapshots-usable': true,
  'infrastructure-role-trusts-ecs': true,
  'image-reference-valid': true,
  'secret-reference-valid': true,
  'container-settings-supported': true,
  'containers-fit-task': true,
  'dependencies-reachable': true,
  'root-filesystem-writable': true,
  'exec-supported': true,
  'task-role-not-overridden': true,
  'reference-known': true,
}

describe('docs/model.md', () => {
  const page = readPage('docs/model.md')
  const named = new Set(codeIn(page.text))
  const unnamed = (ids: readonly string[]) => ids.filter((id) => !named.has(id))

  test.each([
    ['step', STEP_IDS],
    ['condition', Object.keys(CONDITIONS)],
    ['assumption', ASSUMPTIONS],
    ['thing that is not judged', Object.keys(notJudgedNouns) as NotJudged[]],
    ['kind of gap', Object.keys(GAPS)],
  ])('names every %s', (_, ids) => {
    expect(unnamed(ids)).toEqual([])
  })

  test('names no assumption and nothing that is not judged that there is not', () => {
    const listed = (heading: string) => rowsOf(sectionOf(page, heading)).flatMap(([id = '']) => codeIn(id))
    expect([...listed('Assumptions')].sort()).toEqual([...ASSUMPTIONS].sort())
    expect([...listed('Not judged yet')].sort()).toEqual(Object.keys(notJudgedNouns).sort())
  })

  test('says why of each cause that no preflight of a case finds, and of no other', () => {
    const listed = rowsOf(sectionOf(page, 'Known from stops alone')).flatMap(([ids = '']) => codeIn(ids))
    const found = new Set(cases().flatMap(causesFoundIn))
    expect([...listed].sort()).toEqual(
      Object.keys(CAUSES)
        .filter((cause) => !found.has(cause))
        .sort(),
    )
  })

  test('links every AWS page that a step is written from', () => {
    const sources = filesBelow('packages/core/src/launch/steps').map((file) => readFileSync(join(ROOT, file), 'utf8'))
    const pages = sources.flatMap((source) => source.match(/https:\/\/docs\.aws\.amazon\.com\/[^\s)#]+/g) ?? [])
    expect(pages.length).toBeGreaterThan(0)
    expect([...new Set(pages)].filter((url) => !page.text.includes(url))).toEqual([])
  })
})

/** By a preflight, and not by what a stop says. */
function causesFoundIn(folder: string): readonly string[] {
  const report = readFileSync(join(ROOT, folder, 'expected.json'), 'utf8')
  const { command, launches = [] } = JSON.parse(report) as {
    readonly command: string
    readonly launches?: readonly { readonly findings: readonly { readonly cause: string }[] }[]
  }
  return command === 'preflight' ? launches.flatMap(({ findings }) => findings.map(({ cause }) => cause)) : []
}

function cases(): readonly string[] {
  return foldersIn('cases').flatMap((group) =>
    foldersIn(`cases/${group}`).map((variant) => `cases/${group}/${variant}`),
  )
}

describe('docs/errors', () => {
  const ids = [
    ...new Set(readdirSync(join(ROOT, 'docs/errors')).map((file) => file.replace(/(\.ja)?\.md$/, ''))),
  ].filter((id) => id !== 'README')
  const parts = {
    en: ['What ECS says', 'What happened', 'Example', 'Repair', 'How we know', 'Limits'],
    ja: ['ECS の表示', '何が起きたか', '例', '対処', '根拠', '限界'],
  }

  test('are at least ten, and listed', () => {
    expect(ids.length).toBeGreaterThanOrEqual(10)
    const listed = rowsOf(readPage('docs/errors/README.md').text).map(([id = '']) => codeIn(id)[0])
    expect(listed.filter((id) => id !== undefined).sort()).toEqual([...ids].sort())
  })

  test.each(ids.flatMap((id) => [[id, 'en'] as const, [id, 'ja'] as const]))(
    '%s in %s has its parts',
    (id, language) => {
      const page = readPage(`docs/errors/${id}${language === 'ja' ? '.ja' : ''}.md`)
      const [title, ...headings] = headingsOf(page)
      expect(title).toBe(causeTitles[id as CauseId][language]())
      expect(headings).toEqual(parts[language])
      expect(commandsOf(page).length).toBeGreaterThan(0)
    },
  )

  test.each(ids)('what ECS says of %s is read as such', async (id) => {
    const page = readPage(`docs/errors/${id}.md`)
    const messages = [...sectionOf(page, 'What ECS says').matchAll(/```text\n([\s\S]*?)\n```/g)].map(
      ([, text = '']) => text,
    )
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) {
      const { stdout } = await runFarsight(['explain', '--message', message, '--format', 'json'], ROOT)
      const { stop } = JSON.parse(stdout) as { readonly stop: { readonly causes: readonly string[] } }
      expect(stop.causes, message).toContain(id)
    }
  })
})

describe('docs/usage.md', () => {
  const page = readPage('docs/usage.md')
  const rowsWith = (heading: string) => rowsOf(sectionOf(page, heading))

  test('names every verb', async () => {
    expect(rowsWith('Verbs').flatMap(([verb = '']) => codeIn(verb))).toEqual(await verbs())
  })

  test('says of every option which verb has it, as --help does', async () => {
    const documented = rowsWith('Options').flatMap(([option = '', ...cells]) => {
      const flags = codeIn(option).flatMap(flagsIn)
      return flags.map((flag) => [flag, cells.slice(0, -1).map((cell) => cell !== '')] as const)
    })
    const all = await verbs()
    const helps = await Promise.all([[], ...all.map((verb) => [verb])].map(optionsOf))
    const known = [...new Set(helps.flat())].map(
      (flag) => [flag, helps.map((options) => options.includes(flag))] as const,
    )
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(known))
  })

  test('says which verb prints which format', async () => {
    for (const [verb = '', ...cells] of rowsWith('Formats')) {
      const [name = ''] = codeIn(verb)
      const help = await helpOf([name])
      const [, choices = ''] = /--format <format> (.*?) --fail-on/.exec(help.replace(/\s+/g, ' ')) ?? []
      expect(cells.filter((cell) => cell !== '').length).toBe(choices.split(/, | or /).length)
    }
    expect(rowsWith('Formats').flatMap(([verb = '']) => codeIn(verb))).toEqual(await verbs())
  })

  test('names every error of use and input', () => {
    const documented = rowsWith('Errors').flatMap(([code = '']) => codeIn(code))
    expect([...documented].sort()).toEqual(Object.keys(cliErrors).sort())
  })

  test('names every environment variable that the program reads', () => {
    const sources = filesBelow('packages/cli/src').map((file) => readFileSync(join(ROOT, file), 'utf8'))
    const read = sources.flatMap((source) =>
      [...source.matchAll(/\benv(?:\.|\[')([A-Z_]+)/g)].map(([, name = '']) => name),
    )
    const documented = rowsWith('Environment variables').flatMap(([names = '']) => codeIn(names))
    expect([...documented].sort()).toEqual([...new Set(read)].sort())
  })
})

async function helpOf(verb: readonly string[]): Promise<string> {
  const { stdout } = await runFarsight([...verb, '--help'], ROOT)
  return stdout
}

async function verbs(): Promise<readonly string[]> {
  const [, commands = ''] = /\nCommands:\n((?: .*\n)+)/.exec(await helpOf([])) ?? []
  return [...commands.matchAll(/^ {2}(\w[\w-]*)/gm)].map(([, verb = '']) => verb)
}

async function optionsOf(verb: readonly string[]): Promise<readonly string[]> {
  const lines = (await helpOf(verb)).match(/^ {2}-.*$/gm) ?? []
  return lines.flatMap((line) => flagsIn(line.trim().split(/ {2,}/)[0] ?? ''))
}

function flagsIn(text: string): readonly string[] {
  return text.match(/(?<=^|[\s,])--?[a-zA-Z][\w-]*/g) ?? []
}

describe('words', () => {
  test('every cause has a title in both languages, without a full stop', () => {
    expect(Object.keys(causeTitles).sort()).toEqual(Object.keys(CAUSES).sort())
    for (const id of Object.keys(CAUSES) as CauseId[]) {
      expect(causeTitles[id].en(), id).toMatch(/^[A-Za-z].*[^.]$/)
      expect(causeTitles[id].ja(), id).toMatch(/[^。]$/)
    }
  })

  test('nothing is left to fill in', () => {
    expect(unfilledTexts()).toEqual([])
  })

  test('every sentence without parameters is there in both languages', async () => {
    const plain = (await allPhrases()).filter(({ phrase }) => phrase.en.length === 0 && phrase.ja.length === 0)
    expect(plain.length).toBeGreaterThan(100)
    for (const { name, phrase } of plain) {
      const [en, ja] = [phrase.en(undefined), phrase.ja(undefined)]
      expect(en, name).not.toMatch(/^$|\p{Script=Hiragana}/u)
      expect(ja, name).not.toBe('')
      if (/[a-z]{3} [a-z]/.test(en)) {
        expect(ja, name).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
      }
    }
  })

  test('no line of an answer is wider than 80 columns, but for a word that is too long for one', () => {
    for (const folder of cases()) {
      for (const file of ['expected.en.txt', 'expected.ja.txt']) {
        const wide = readFileSync(join(ROOT, folder, file), 'utf8')
          .split('\n')
          .filter((line) => displayWidth(line) > 80 && longestWord(line) <= 60)
        expect(wide, `${folder}/${file}`).toEqual([])
      }
    }
  })

  test('no answer of a case has a hole', () => {
    for (const folder of cases()) {
      for (const file of ['expected.en.txt', 'expected.ja.txt']) {
        const answer = readFileSync(join(ROOT, folder, file), 'utf8')
        expect(answer, `${folder}/${file}`).not.toMatch(/undefined|\[object |NaN|\(\)|\$\{/)
      }
    }
  })
})

/** What may not be broken: neither at a space nor between wide characters. */
function longestWord(line: string): number {
  return Math.max(...line.split(/[ \u3000-\u9fff\uff00-\uffef]+/).map(displayWidth))
}

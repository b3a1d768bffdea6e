import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runFarsight } from './cases/run-farsight.ts'

const FAILING = new URL('../cases/no-route-to-secretsmanager/private-subnets/', import.meta.url).pathname
const UNDECIDED = new URL('../cases/undecided/acls-not-read/', import.meta.url).pathname
const STARTING = new URL('../cases/starts/private-subnet-with-nat/', import.meta.url).pathname
const ASSUMING = new URL('../cases/starts/docker-hub-through-nat/', import.meta.url).pathname
const PLAN = new URL('../cases/no-route-to-s3/plan-no-gateway-endpoint/plan.json', import.meta.url).pathname
const WEB = readFileSync(new URL('../docs/examples/web.yaml', import.meta.url), 'utf8')
const EMPTY_ACCOUNT = '{ "schema": "farsight.snapshot/1", "accounts": {} }'
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return name
}

describe('the exit code', () => {
  test.each([
    ['is 0 where everything starts', STARTING, [], 0],
    ['is 1 where something fails', FAILING, [], 1],
    ['is 4 where the answer is undecided', UNDECIDED, [], 4],
    ['is 0 for an undecided answer with --fail-on fails', UNDECIDED, ['--fail-on', 'fails'], 0],
    ['is 1 for a failure with --fail-on fails', FAILING, ['--fail-on', 'fails'], 1],
    ['is 4 where an assumption is not accepted', ASSUMING, ['--strict'], 4],
  ])('%s', async (_, cwd, options, expected) => {
    expect((await runFarsight(['preflight', 'snapshot.json', ...options], cwd)).exitCode).toBe(expected)
  })

  test('of the demo is 0: it is an example', async () => {
    const { exitCode, stdout } = await runFarsight(['demo'], folder)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('no-route-to-secretsmanager')
  })
})

describe('bad usage ends with 2, says what is wrong in both languages, and prints no answer', () => {
  test.each([
    ['an unknown option', ['preflight', 'x', '--frobnicate'], 'E_UNKNOWN_OPTION', '--frobnicate'],
    ['an unknown command', ['frobnicate'], 'E_UNKNOWN_COMMAND', 'frobnicate'],
    ['an unknown format', ['preflight', 'x', '--format', 'yaml'], 'E_INVALID_VALUE', 'yaml'],
    ['an option without its value', ['preflight', '--snapshot'], 'E_MISSING_VALUE', '--snapshot'],
    ['two sources', ['preflight', 'a', '--template', 'b'], 'E_SEVERAL_SOURCES', '--template'],
    ['two paths', ['preflight', 'a', 'b'], 'E_TOO_MANY_ARGUMENTS', ''],
    ['no source', ['preflight'], 'E_NO_SOURCE', 'preflight app.yaml'],
    ['a parameter without a value', ['preflight', 'a', '--parameter', 'Image'], 'E_INVALID_VALUE', 'KEY=VALUE'],
    ['an account that is none', ['preflight', 'a', '--account', '12'], 'E_INVALID_VALUE', '12 digits, such as'],
    ['a Region that is none', ['preflight', 'a', '--region', 'tokyo'], 'E_INVALID_VALUE', 'a Region, such as'],
    ['a list of ids', ['preflight', '--subnet', 'subnet-a,subnet-b'], 'E_INVALID_VALUE', 'repeat the option'],
    [
      'a cause that is none',
      ['demo', '--ignore', 'nosuchcause'],
      'E_INVALID_VALUE',
      'no cause `nosuchcause`; reports show',
    ],
    ['a misspelled cause', ['demo', '--ignore', 'public-ip@web'], 'E_INVALID_VALUE', 'did you mean `no-public-ip`?'],
    ['an unlikely cause', ['explain', 'nonsense-cause'], 'E_UNKNOWN_CAUSE', 'no file `nonsense-cause` ['],
    ['another unlikely cause', ['explain', 'security-grup'], 'E_UNKNOWN_CAUSE', '` or `security-group'],
    ['a file that is not there', ['preflight', 'nowhere.json'], 'E_FILE_NOT_FOUND', 'nowhere.json'],
    ['a folder', ['preflight', '.'], 'E_FILE_IS_FOLDER', '.'],
  ])('%s', async (_, args, code, part) => {
    const english = await runFarsight(args, folder)
    const japanese = await runFarsight([...args.slice(0, 1), '--lang=ja', ...args.slice(1)], folder)
    expect([english.exitCode, japanese.exitCode]).toEqual([2, 2])
    expect([english.stdout, japanese.stdout]).toEqual(['', ''])
    expect(english.stderr).toContain(`[${code}]`)
    expect(english.stderr).toContain(part)
    expect(japanese.stderr).toContain(`[${code}]`)
    expect(japanese.stderr).toMatch(JAPANESE)
  })
})

test.each([
  [['--region', 'us-east-1'], ['W_PLACE_OF_SNAPSHOT']],
  [['--account', '999900001111'], ['W_PLACE_OF_SNAPSHOT']],
  [['--region', 'ap-northeast-1', '--account', '111122223333'], []],
])('a snapshot says of which place it is: %s', async (options, codes) => {
  const { exitCode, stderr } = await runFarsight(['preflight', join(STARTING, 'snapshot.json'), ...options], STARTING)
  expect(exitCode).toBe(0)
  expect(stderr.match(/W_\w+/g) ?? []).toEqual(codes)
})

test.each([
  ['{', '必要な記号がありません (Flow map must end with a })'],
  ['Resources:\n\tA: 1\n', 'インデントにタブは使えません'],
])('what a parser says in English alone is said in Japanese too: %j', async (text, expected) => {
  const { exitCode, stderr } = await runFarsight(['preflight', '-', '--lang', 'ja'], STARTING, text)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(expected)
})

describe('an option of another source is bad use, whatever the answer would be', () => {
  const SNAPSHOT = join(STARTING, 'snapshot.json')
  const TEMPLATE = new URL('../docs/examples/web.yaml', import.meta.url).pathname
  test.each([
    [SNAPSHOT, ['--subnet', 'subnet-a'], '`--subnet` goes with --task-definition', 'is a snapshot'],
    [SNAPSHOT, ['--assign-public-ip'], '`--assign-public-ip` goes with', 'is a snapshot'],
    [SNAPSHOT, ['--stack', 'nope'], '`--stack` goes with a CloudFormation template or CDK output', 'is a snapshot'],
    [SNAPSHOT, ['--parameter', 'A=b'], '`--parameter` goes with', 'is a snapshot'],
    [SNAPSHOT, ['--terraform-dir', '/nope'], '`--terraform-dir` goes with a Terraform plan', 'is a snapshot'],
    [TEMPLATE, ['--cluster', 'x'], '`--cluster` goes with --task-definition', 'is a CloudFormation template'],
    [TEMPLATE, ['--terraform-dir', '/nope'], '`--terraform-dir`', 'is a CloudFormation template'],
    [PLAN, ['--security-group', 'sg-1'], '`--security-group`', 'is a Terraform plan'],
    [PLAN, ['--parameter-file', '/nope'], '`--parameter-file`', 'is a Terraform plan'],
  ])('%s %j', async (source, options, ...said) => {
    const { exitCode, stdout, stderr } = await runFarsight(['preflight', source, ...options], folder)
    expect([exitCode, stdout]).toEqual([2, ''])
    for (const part of [...said, '[E_USAGE]']) expect(stderr).toContain(part)
    const japanese = await runFarsight(['preflight', source, ...options, '--lang', 'ja'], folder)
    expect(japanese.stderr).toMatch(JAPANESE)
  })
})

describe('bad input ends with 2 and says where it is', () => {
  test.each([
    ['malformed JSON', 'bad.json', '{ "schema": "farsight.snapshot/1",\n  "accounts": { }', /bad\.json:2:/],
    ['malformed YAML', 'bad.yaml', 'Resources:\n  A: [1, 2\n  B: }\n', /bad\.yaml:[23]:/],
    ['another schema', 'old.json', '{ "schema": "farsight.snapshot/9", "accounts": {} }', /farsight\.snapshot\/1/],
    ['a wrong type', 'type.json', '{ "schema": "farsight.snapshot/1",\n "accounts": [] }', /type\.json:2:/],
    ['what is neither snapshot nor template', 'other.json', '{ "hello": "world" }', /other\.json/],
    [
      'a task definition, which needs to be told where it runs',
      'definition.json',
      '{ "family": "web", "containerDefinitions": [] }',
      /--task-definition definition\.json --subnet .*\[E_IS_TASK_DEFINITION\]/,
    ],
    [
      'what tells of a stop',
      'tasks.json',
      '{ "tasks": [{ "stoppedReason": "Task failed to start" }] }',
      /farsight diagnose tasks\.json.*\[E_IS_STOP\]/,
    ],
    ['an empty file', 'empty.yaml', '', /empty\.yaml/],
    [
      'deep nesting',
      'deep.json',
      `{"schema":"farsight.snapshot/1","accounts":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      /64/,
    ],
    ['deep nesting in YAML', 'deep.yaml', `Resources: ${'['.repeat(20000)}${']'.repeat(20000)}`, /64/],
    [
      'a snapshot without anything to judge',
      'none.json',
      '{ "schema": "farsight.snapshot/1", "accounts": {} }',
      /E_NOTHING_TO_JUDGE/,
    ],
  ])('%s', async (_, name, content, expected) => {
    const { exitCode, stdout, stderr } = await runFarsight(['preflight', file(name, content)], folder)
    expect(stderr).toMatch(expected)
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
  })

  test('text that is not UTF-8', async () => {
    writeFileSync(join(folder, 'latin.json'), Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]))
    const { exitCode, stderr } = await runFarsight(['preflight', 'latin.json'], folder)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('[E_NOT_UTF8]')])
  })

  test('a file over 256 MiB, which is not read', async () => {
    file('huge.json', '')
    truncateSync(join(folder, 'huge.json'), 256 * 1024 * 1024 + 1)
    const { exitCode, stderr } = await runFarsight(['preflight', 'huge.json'], folder)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('[E_FILE_TOO_LARGE]')])
  })

  test('is one JSON object on stdout with --format json', async () => {
    const { exitCode, stdout } = await runFarsight(
      ['preflight', file('bad2.json', '{ "schema": "farsight.snapshot/1",\n  "accounts": 1 }'), '--format', 'json'],
      folder,
    )
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'farsight.error/1', at: { file: 'bad2.json', line: 2 } })
  })
})

describe('the answer', () => {
  test('is the same from stdin', async () => {
    const text = readFileSync(join(FAILING, 'snapshot.json'), 'utf8')
    const fromFile = await runFarsight(['preflight', 'snapshot.json'], FAILING)
    const fromStdin = await runFarsight(['preflight', '-'], folder, text)
    expect(fromStdin).toEqual(fromFile)
  })

  test('goes into a file with -o, whole, and nothing is left beside it', async () => {
    const before = readdirSync(folder)
    const { stdout, exitCode } = await runFarsight(
      ['preflight', join(FAILING, 'snapshot.json'), '-o', 'answer.json', '--format', 'json'],
      folder,
    )
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8'))).toMatchObject({
      schema: 'farsight.report/1',
      summary: { fails: 1 },
    })
    expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['answer.json'])
  })

  test.each([
    ['the template', ['input.yaml'], 'input.yaml'],
    ['a link to it', ['input.yaml'], 'link.yaml'],
    ['the snapshot that the code is laid over', ['input.yaml', '--over', 'account.json'], 'account.json'],
    ['a file of parameters', ['input.yaml', '--parameter-file', 'parameters.json'], 'parameters.json'],
  ])('is not written over %s', async (_, args, output) => {
    const files = { 'input.yaml': WEB, 'account.json': EMPTY_ACCOUNT, 'parameters.json': '{ "ImageTag": "1" }' }
    for (const [name, text] of Object.entries(files)) file(name, text)
    rmSync(join(folder, 'link.yaml'), { force: true })
    symlinkSync('input.yaml', join(folder, 'link.yaml'))
    const { exitCode, stderr } = await runFarsight(['preflight', ...args, '-o', output, '--quiet'], folder)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('[E_NOT_WRITTEN]')])
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  })

  test.each([['old.txt'], ['new.txt']])('goes through a link to %s, which stays one', async (target) => {
    if (target === 'old.txt') file(target, 'old')
    const link = `to-${target}`
    symlinkSync(target, join(folder, link))
    expect((await runFarsight(['demo', '-o', link], folder)).exitCode).toBe(0)
    expect(readlinkSync(join(folder, link))).toBe(target)
    expect(readFileSync(join(folder, target), 'utf8')).toContain('no-route-to-secretsmanager')
  })

  test('speaks the language of the locale as text, and English as JSON', async () => {
    const text = await runFarsight(['preflight', 'snapshot.json'], FAILING, '', { LANG: 'ja_JP.UTF-8' })
    const json = await runFarsight(['preflight', 'snapshot.json', '--format', 'json'], FAILING, '', {
      LANG: 'ja_JP.UTF-8',
    })
    expect(text.stdout).toMatch(JAPANESE)
    expect(json.stdout).not.toMatch(JAPANESE)
  })

  test('has colors only where they are asked for', async () => {
    const plain = await runFarsight(['preflight', 'snapshot.json'], FAILING)
    const forced = await runFarsight(['preflight', 'snapshot.json'], FAILING, '', { FORCE_COLOR: '1' })
    const refused = await runFarsight(['preflight', 'snapshot.json'], FAILING, '', { FORCE_COLOR: '1', NO_COLOR: '1' })
    expect(plain.stdout).not.toContain('\u001b[')
    expect(forced.stdout).toContain('\u001b[')
    expect(refused.stdout).toBe(plain.stdout)
  })

  test('comes with a hint where it points into a plan on a single line', async () => {
    const text = readFileSync(PLAN, 'utf8')
    file('line.json', JSON.stringify(JSON.parse(text)))
    file('lines.json', text)
    const hintOf = async (...args: readonly string[]) => (await runFarsight(['preflight', ...args], folder)).stderr
    expect(await hintOf('line.json', '--lang', 'en')).toMatch(/^hint: `line\.json` .*--terraform-dir.*\n$/)
    expect(await hintOf('line.json', '--lang', 'ja')).toMatch(/^ヒント: `line\.json` .*--terraform-dir.*\n$/)
    for (const silent of [['--format', 'json'], ['--quiet'], ['--terraform-dir', '.']])
      expect(await hintOf('line.json', ...silent)).toBe('')
    expect(await hintOf('lines.json')).toBe('')
  })

  test('is the same twice', async () => {
    const once = await runFarsight(['preflight', 'snapshot.json', '--format', 'json'], FAILING)
    const twice = await runFarsight(['preflight', 'snapshot.json', '--format', 'json'], FAILING)
    expect(twice.stdout).toBe(once.stdout)
  })
})

describe('help', () => {
  test.each([[['--help']], [['preflight', '--help']], [['demo', '--help']], [[]]])(
    '%j is there in both languages',
    async (args) => {
      const english = await runFarsight(args, folder)
      const japanese = await runFarsight(
        args.length === 0 ? ['--lang', 'ja', '--help'] : [...args, '--lang', 'ja'],
        folder,
      )
      expect([english.exitCode, japanese.exitCode]).toEqual([0, 0])
      expect(english.stdout).toContain('Usage:')
      expect(japanese.stdout).toMatch(JAPANESE)
    },
  )

  test('the version is the one of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../packages/cli/package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await runFarsight(['--version'], folder)).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
  })
})

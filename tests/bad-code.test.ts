import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runFarsight } from './cases/run-farsight.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-bad-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const nested = (url: string) =>
  `Resources:\n  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}\n`
const bomb = `${['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)].join('\n')}\nResources: {A: {Type: X, Properties: *j}}\n`
const assembly = (templateFile: string) =>
  JSON.stringify({
    version: '39.0.0',
    artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile } } },
  })

test.each<[what: string, files: Record<string, string>, said: string]>([
  ['broken YAML', { 'a.yaml': 'Resources:\n  A: [1, 2\n  B: x' }, 'a.yaml:3:3: not YAML'],
  ['aliases that multiply', { 'a.yaml': bomb }, 'a.yaml:6:8: aliases stand for more than 100000 values'],
  [
    'a tag that there is not',
    { 'a.yaml': 'Resources:\n  A: !Nonsense x\n' },
    'a.yaml:2:6: CloudFormation has no tag `!Nonsense`',
  ],
  [
    'references that go round',
    { 'a.yaml': 'Resources:\n  A: {Type: AWS::EC2::Subnet, Properties: {CidrBlock: !GetAtt A.CidrBlock}}\n' },
    'a.yaml:2:63: this expression leads back to itself',
  ],
  [
    'a nested template that is missing',
    { 'a.yaml': nested('b.yaml') },
    'a.yaml:2:67: the nested template `b.yaml` was not read',
  ],
  ['a nested template elsewhere', { 'a.yaml': nested('../../b.yaml') }, 'it leads out of the folder that may be read'],
  ['a template that nests itself', { 'a.yaml': nested('a.yaml') }, '`a.yaml` nests itself'],
  [
    'nesting without end',
    { 'a.json': `{"Resources":${'['.repeat(90_000)}` },
    'a.json:1:77: nested deeper than 64 levels',
  ],
  [
    'JSON that is no plan',
    { 'a.json': '{"terraform_version": "1.9.0"}' },
    'a.json:1:1: no plan of Terraform or OpenTofu: expected',
  ],
  [
    'a plan that is broken',
    { 'a.json': '{"terraform_version": "1",\n "planned_values": {,}}' },
    'a.json:2:21: not JSON: expected',
  ],
  ['a list', { 'a.yaml': '- a\n' }, 'a.yaml:1:1: `template` must be a map, not a list'],
  ['nothing', { 'a.yaml': '' }, 'a.yaml:1:1: the file is empty; expected'],
  ['a template of an app elsewhere', { 'a/manifest.json': assembly('../../b.json') }, 'a/manifest.json:1:34: '],
  ['a manifest that is none', { 'a/manifest.json': '{"artifacts": []}' }, 'expected `version` and `artifacts`'],
])('%s is told with file, line and what was expected', async (_, files, said) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const [first = ''] = Object.keys(files)
  const { exitCode, stderr } = await runFarsight(
    ['preflight', first.replace('/manifest.json', ''), '--lang', 'en'],
    folder,
  )
  expect(stderr).toContain(said)
  expect(exitCode).toBe(2)
})

test('a nested template behind a link that leads out is not read', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'farsight-outside-'))
  writeFileSync(join(outside, 'b.yaml'), 'Resources: {}')
  symlinkSync(join(outside, 'b.yaml'), join(folder, 'link.yaml'))
  writeFileSync(join(folder, 'a.yaml'), nested('link.yaml'))
  const { exitCode, stderr } = await runFarsight(['preflight', 'a.yaml', '--lang', 'en'], folder)
  rmSync(outside, { recursive: true })
  expect(stderr).toContain('it leads out of the folder that may be read')
  expect(exitCode).toBe(2)
})

test.each([
  ['--terraform-dir', 'E_NO_FOLDER'],
  ['--over', 'E_FILE_NOT_FOUND'],
  ['--baseline', 'E_FILE_NOT_FOUND'],
  ['--parameter-file', 'E_FILE_NOT_FOUND'],
])('%s of what is not there is bad use', async (option, code) => {
  const plan = join(process.cwd(), 'cases/no-route-to-s3/plan-no-gateway-endpoint/plan.json')
  const template = join(process.cwd(), 'cases/starts/template-nat/template.yaml')
  const source = option === '--terraform-dir' ? plan : template
  const { exitCode, stderr } = await runFarsight(['preflight', source, option, 'nowhere', '--lang', 'en'], folder)
  expect(stderr).toContain(code)
  expect(exitCode).toBe(2)
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@farsight/core'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { CAUSES } from '../packages/core/src/causes/cause.ts'
import { runFarsight } from './cases/run-farsight.ts'

const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true })
const isSarif = ajv.compile(JSON.parse(readFileSync('tests/sarif/sarif-schema-2.1.0.json', 'utf8')) as object)

const FAILING = 'cases/no-route-to-ecr-api/template-isolated-subnets'
const OVER = 'cases/endpoint-security-group-blocks/template-over-account'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-formats-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object }[] } }
      readonly language: string
      readonly results: readonly Result[]
    },
  ]
}

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly baselineState?: string
  readonly suppressions?: readonly object[]
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object } },
  ]
}

async function sarif(cwd: string, ...args: readonly string[]): Promise<Log> {
  const { stdout } = await runFarsight([...args, '--format', 'sarif', '--quiet'], cwd)
  const log = JSON.parse(stdout) as Log
  isSarif(log)
  expect(isSarif.errors ?? []).toEqual([])
  return log
}

describe('--format sarif', () => {
  test.each([
    ['a template', FAILING, ['preflight', 'template.yaml']],
    ['code over an account', OVER, ['preflight', 'template.yaml', '--over', 'account.json']],
    ['a snapshot', 'cases/no-route-to-secretsmanager/private-subnets', ['preflight', 'snapshot.json']],
    ['nothing wrong', 'cases/starts/private-subnet-with-nat', ['preflight', 'snapshot.json']],
    ['the example', '.', ['demo']],
    ['Japanese', FAILING, ['preflight', 'template.yaml', '--lang', 'ja']],
    ['what is undecided', FAILING, ['preflight', 'template.yaml', '--strict']],
  ])('is what the OASIS schema asks for: %s', async (_, cwd, args) => {
    const { runs } = await sarif(cwd, ...args)
    const [{ tool, results }] = runs
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  })

  test('points at the line, and at the page of the cause', async () => {
    const { runs } = await sarif(FAILING, 'preflight', 'template.yaml')
    const [{ tool, results, language }] = runs
    const { stdout } = await runFarsight(['preflight', 'template.yaml', '--format', 'json'], FAILING)
    const [launch] = (JSON.parse(stdout) as Report).launches
    const origin = launch?.findings.find(({ cause }) => cause === 'no-route-to-ecr-api')?.origin
    expect(results.find(({ ruleId }) => ruleId === 'no-route-to-ecr-api')).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'template.yaml' },
            region: origin && 'line' in origin ? { startLine: origin.line, startColumn: origin.column } : 'no line',
          },
        },
      ],
    })
    expect(language).toBe('en')
    for (const { id, help } of tool.driver.rules) expect(JSON.stringify(help)).toContain(`docs/errors/${id}.md`)
  })

  test('tells what is new from what stood before', async () => {
    const { runs } = await sarif(OVER, 'preflight', 'template.yaml', '--over', 'account.json')
    expect(new Set(runs[0].results.map(({ baselineState }) => baselineState))).toEqual(new Set(['new']))
  })

  test('suppresses what is ignored', async () => {
    const { runs } = await sarif(FAILING, 'preflight', 'template.yaml', '--ignore', 'no-route-to-ecr-api')
    const ignored = runs[0].results.filter(({ suppressions }) => suppressions !== undefined)
    expect(ignored.map(({ ruleId }) => ruleId)).toEqual(['no-route-to-ecr-api'])
  })

  test('writes names of files as URIs', async () => {
    const name = 'my template #1.yaml'
    writeFileSync(join(folder, name), readFileSync(join(FAILING, 'template.yaml')))
    const { runs } = await sarif(folder, 'preflight', name)
    expect(runs[0].results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe('my%20template%20%231.yaml')
  })
})

/** Tags that open and close, and nothing else that XML takes for its own. */
function wellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml [^?]*\?>\n/, '')
    .replace(
      /<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/g,
      (_, end, name, __, alone) => {
        if (end === '/') return open.pop() === name ? '' : '<'
        if (alone !== '/') open.push(name as string)
        return ''
      },
    )
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest)
}

describe('--format junit', () => {
  const junit = async (cwd: string, ...args: readonly string[]) => {
    const { stdout } = await runFarsight([...args, '--format', 'junit', '--quiet'], cwd)
    expect(wellFormed(stdout)).toBe(true)
    return stdout
  }

  test('has a suite for each launch and a case for each subnet', async () => {
    const text = await junit(OVER, 'preflight', 'template.yaml', '--over', 'account.json')
    expect(
      [...text.matchAll(/<testsuite name="([^"]*)" tests="(\d)" failures="(\d)"/g)].map(([, ...rest]) => rest),
    ).toEqual([
      ['service/search', '2', '0'],
      ['service/reports', '2', '2'],
    ])
    expect(text).toContain('<failure message="The security group of the VPC endpoint does not let the task in"')
  })

  test('does not fail for what is ignored, or was there before', async () => {
    const causes = ['no-route-to-ecr-api', 'no-route-to-ecr-dkr', 'no-route-to-s3', 'no-route-to-logs']
    const ignore = causes.flatMap((cause) => ['--ignore', cause])
    expect(await junit(FAILING, 'preflight', 'template.yaml', ...ignore)).toContain('failures="0"')
  })

  test('has an error for what is undecided, unless that is let pass', async () => {
    const args = ['preflight', 'template.yaml']
    writeFileSync(join(folder, 'template.yaml'), UNDECIDED)
    expect(await junit(folder, ...args)).toContain('errors="1"')
    const lenient = await junit(folder, ...args, '--fail-on', 'fails')
    expect(lenient).toContain('errors="0" skipped="1"')
  })

  test('takes nothing of a name for its own', async () => {
    writeFileSync(join(folder, 'template.yaml'), UNDECIDED.replace('web', '"a<b>&\\"c]]>\\u0007"'))
    expect(await junit(folder, 'preflight', 'template.yaml')).toContain('a&lt;b&gt;&amp;&quot;c]]&gt;\\u0007')
  })
})

const UNDECIDED = `
Parameters: {Subnet: {Type: String}}
Resources:
  Definition: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: '256', Memory: '512', NetworkMode: awsvpc, ContainerDefinitions: [{Name: app, Image: nginx}]}}
  Service: {Type: AWS::ECS::Service, Properties: {ServiceName: web, LaunchType: FARGATE, TaskDefinition: !Ref Definition, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet]}}}}
`

describe('--format markdown', () => {
  const markdown = async (cwd: string, ...args: readonly string[]) =>
    (await runFarsight([...args, '--format', 'markdown', '--quiet', '--lang', 'en'], cwd)).stdout

  test('is a comment that a later run finds again, failures first', async () => {
    const text = await markdown(OVER, 'preflight', 'template.yaml', '--over', 'account.json')
    expect(text).toMatch(/^<!-- farsight -->\n### Farsight: 1 of 2 launches does not start\n/)
    expect(text.indexOf('`service/reports` | ❌')).toBeLessThan(text.indexOf('`service/search` | ✅'))
    expect(text).toContain('_(new)_')
  })

  test('lets no name become markup, a mention or a link', async () => {
    writeFileSync(join(folder, 'template.yaml'), UNDECIDED.replace('web', '"<img src=x> | @team [a](b) `c`"'))
    const text = await markdown(folder, 'preflight', 'template.yaml')
    expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(/<img|@team/)
  })

  test('fits into a comment, however many launches there are', async () => {
    const services = Array.from(
      { length: 400 },
      (_, i) =>
        `  S${i}: {Type: AWS::ECS::Service, Properties: {ServiceName: web-${i}, LaunchType: FARGATE, TaskDefinition: !Ref Definition, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet]}}}}`,
    )
    writeFileSync(join(folder, 'template.yaml'), UNDECIDED.replace(/ {2}Service:.*/, services.join('\n')))
    const text = await markdown(folder, 'preflight', 'template.yaml')
    expect(text.length).toBeLessThan(65_536)
    expect(text).toContain('and 350 more')
  })
})

describe('what counts', () => {
  const run = (cwd: string, ...args: readonly string[]) => runFarsight(['preflight', ...args, '--lang', 'en'], cwd)

  test('--ignore leaves a cause out of account, and says so', async () => {
    const causes = ['no-route-to-ecr-api', 'no-route-to-ecr-dkr', 'no-route-to-s3', 'no-route-to-logs']
    const { exitCode, stdout } = await run(FAILING, 'template.yaml', ...causes.flatMap((each) => ['--ignore', each]))
    expect(exitCode).toBe(0)
    expect(stdout).toContain('ignored, as asked')
    expect((await run(FAILING, 'template.yaml', '--ignore', 'no-route-to-s3')).exitCode).toBe(1)
  })

  test.each([
    [['vpce-*'], 0],
    [['vpce-ecr-api', 'vpce-ecr-dkr', 'vpce-logs'], 0],
    [['vpce-ecr-api', 'vpce-logs'], 1],
    [['vpce-ecr'], 1],
  ])('--ignore of a resource leaves the others: %j', async (resources, exitCode) => {
    const ignored = resources.flatMap((each) => ['--ignore', `endpoint-security-group-blocks@${each}`])
    expect((await run(OVER, 'template.yaml', '--over', 'account.json', ...ignored)).exitCode).toBe(exitCode)
  })

  test.each(['nonsense', 'no-route-to-s3x@a', ''])('--ignore of what is no cause is refused: %s', async (cause) => {
    const { exitCode, stderr } = await run(FAILING, 'template.yaml', '--ignore', cause)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--ignore')
    expect(Object.hasOwn(CAUSES, cause)).toBe(false)
  })

  test('--baseline counts what an earlier report does not hold', async () => {
    const template = readFileSync(join(FAILING, 'template.yaml'), 'utf8')
    writeFileSync(join(folder, 'template.yaml'), template)
    const { stdout } = await run(folder, 'template.yaml', '--format', 'json')
    writeFileSync(join(folder, 'before.json'), stdout)
    const same = await run(folder, 'template.yaml', '--baseline', 'before.json')
    expect(same.exitCode).toBe(0)
    expect(same.stdout).toContain('stood before')
    const document = parseDocument(template, { logLevel: 'silent' })
    const definition = ['Resources', 'TaskDefinition', 'Properties', 'Cpu']
    expect(document.hasIn(definition)).toBe(true)
    document.setIn(definition, '300')
    writeFileSync(join(folder, 'template.yaml'), String(document))
    const worse = await run(folder, 'template.yaml', '--baseline', 'before.json')
    expect(worse.exitCode).toBe(1)
    expect(worse.stdout).toMatch(/task-size-invalid\]\n +new\n/)
  })

  test.each([
    ['no JSON', 'no report'],
    ['another thing', '{"schema": "farsight.snapshot/1", "launches": []}'],
    ['launches that are no list', '{"schema": "farsight.report/1", "launches": {}}'],
  ])('a baseline that is no report is refused: %s', async (_, text) => {
    writeFileSync(join(folder, 'before.json'), text)
    writeFileSync(join(folder, 'template.yaml'), UNDECIDED)
    const { exitCode, stderr } = await run(folder, 'template.yaml', '--baseline', 'before.json')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('E_NO_REPORT')
  })

  test('a baseline with an undecided launch lets that pass too', async () => {
    writeFileSync(join(folder, 'template.yaml'), UNDECIDED)
    const { stdout, exitCode } = await run(folder, 'template.yaml', '--format', 'json')
    expect(exitCode).toBe(4)
    writeFileSync(join(folder, 'before.json'), stdout)
    expect((await run(folder, 'template.yaml', '--baseline', 'before.json')).exitCode).toBe(0)
  })
})

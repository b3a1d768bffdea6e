import { readdirSync, readFileSync } from 'node:fs'
import { buildReport, index, preflight, type Report, type Snapshot } from '@farsight/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { ReportedStop } from '../packages/core/src/report/diagnosis/diagnosis-report.ts'
import { readSnapshot } from '../packages/iac/src/snapshot/read-snapshot.ts'
import { gapKinds } from '../packages/iac/src/snapshot/reference/definitions.ts'
import { gap } from '../packages/iac/src/snapshot/schema/known.ts'
import { account, regionState, snapshot } from '../packages/iac/src/snapshot/schema/snapshot.ts'
import { vpc } from '../packages/iac/src/snapshot/schema/vpc.ts'
import { validate } from '../packages/iac/src/snapshot/validate.ts'
import type { ReportedStopShape, ReportShape } from '../scripts/schemas/report-schema.ts'
import { generatedFiles } from '../scripts/update-schemas.ts'

function schemaFile(file: string): object {
  return JSON.parse(readFileSync(`schemas/${file}`, 'utf8')) as object
}

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
const fitsSnapshot = ajv.compile(schemaFile('snapshot.v1.json'))
const fitsReport = ajv.compile(schemaFile('report.v1.json'))

/** The page with its blocks of JSON. */
const page = readFileSync('docs/snapshot.md', 'utf8')
const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)]
  .map(([, text = '']) => text)
  .filter((text) => 'schema' in (JSON.parse(text) as object))

function filesOfCases(name: string): readonly string[] {
  const files = readdirSync('cases', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  return files.filter((file) => file.endsWith(`/${name}`)).map((file) => `cases/${file}`)
}

describe('generated files', () => {
  test.each([...generatedFiles()])('%s is fresh: `npm run schemas:update` changes nothing', (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('schemas/snapshot.v1.json', () => {
  const region = (state: object) => ({
    schema: 'farsight.snapshot/1',
    accounts: { '111122223333': { regions: { 'ap-northeast-1': state } } },
  })
  const inVpc = (parts: object) =>
    region({ vpcs: { v: { cidrBlocks: ['10.0.0.0/16'], enableDnsSupport: true, enableDnsHostnames: true, ...parts } } })
  const inAccount = (parts: object) => ({
    schema: 'farsight.snapshot/1',
    accounts: { '111122223333': { regions: {}, ...parts } },
  })
  const policy = (statement: unknown) => inAccount({ policies: { p: { document: { Statement: statement } } } })
  const groups = (...egress: readonly object[]) => inVpc({ securityGroups: { g: { ingress: [], egress } } })
  const task = (parts: object) => region({ taskDefinitions: { 'w:1': { containerDefinitions: [], ...parts } } })
  const entry = { ruleNumber: 100, egress: true, ruleAction: 'allow', protocol: '6', cidrBlock: '::/0' }

  test.each<[string, unknown]>([
    ['nothing', { schema: 'farsight.snapshot/1', accounts: {} }],
    ['the key of an editor', { $schema: 'x', schema: 'farsight.snapshot/1', accounts: {} }],
    ['placeholders', { schema: 'farsight.snapshot/1', accounts: { '«A»': { regions: { '«R»': {} } } } }],
    ['an empty Region', region({})],
    [
      'all of a VPC',
      inVpc({ subnets: {}, endpoints: { '*': null }, natGateways: { n: null }, dhcpOptions: { gap: 'not-read' } }),
    ],
    [
      'every kind of gap',
      region({
        services: {
          a: { gap: 'not-read' },
          b: { gap: 'denied', permission: 'p' },
          c: { gap: 'other-owner', account: 'a' },
          d: { gap: 'parameter', name: 'n' },
          e: { gap: 'option', option: '--region' },
          f: { gap: 'unresolved', expression: 'e' },
          g: { gap: 'after-deploy' },
          h: { gap: 'not-modeled', what: 'w' },
          i: { gap: 'assumed', assumption: 'a' },
        },
      }),
    ],
    ['an ACL', inVpc({ networkAcls: { a: { entries: [entry, { ...entry, ruleNumber: 32_766, egress: false }] } } })],
    [
      'rules with one peer',
      groups({ protocol: '-1', cidr: '0.0.0.0/0' }, { protocol: 'tcp', groupId: { gap: 'not-read' } }),
    ],
    [
      'a pasted task definition',
      task({ family: 'w', compatibilities: [], cpu: 256, memory: '0.5 GB', registeredAt: 1 }),
    ],
    [
      'a volume of a kind that is only seen',
      task({ volumes: [{ name: 'v', dockerVolumeConfiguration: { driver: 'x' } }] }),
    ],
    [
      'log options',
      task({
        containerDefinitions: [
          { name: 'w', image: 'w', logConfiguration: { logDriver: 'awslogs', options: { a: { gap: 'not-read' } } } },
        ],
      }),
    ],
    [
      'policies',
      policy([{ Effect: 'Allow', Principal: { AWS: ['a', { gap: 'not-read' }] }, Action: 'a', Unknown: 1 }]),
    ],
    [
      'policies of an organization',
      inAccount({ organization: { id: 'o', serviceControlPolicies: [[{ Statement: [] }], []] } }),
    ],
    ['no organization', inAccount({ organization: null })],
    ['numbers and texts', region({ quotas: { q: 1.5, r: null }, accountSettings: { s: 'enabled' } })],
    [
      'origins',
      {
        schema: 'farsight.snapshot/1',
        accounts: {},
        origins: { '': { call: 'x', arn: 'y' }, '/~0~1': { file: 'f', line: 1, column: 2 } },
      },
    ],
  ])('takes %s, as the reader does', (_, value) => {
    expect(fitsSnapshot(value), JSON.stringify(fitsSnapshot.errors)).toBe(true)
    expect(validate(structuredClone(value)).faults).toEqual([])
  })

  test.each<[string, unknown]>([
    ['another version', { schema: 'farsight.snapshot/2', accounts: {} }],
    ['no accounts', { schema: 'farsight.snapshot/1' }],
    ['an unknown key', { schema: 'farsight.snapshot/1', accounts: {}, account: {} }],
    ['a key of the editor that is no text', { $schema: 1, schema: 'farsight.snapshot/1', accounts: {} }],
    ['an account that is none', { schema: 'farsight.snapshot/1', accounts: { '1': { regions: {} } } }],
    ['an account without Regions', { schema: 'farsight.snapshot/1', accounts: { '111122223333': {} } }],
    ['a gap for an account', { schema: 'farsight.snapshot/1', accounts: { '111122223333': { gap: 'not-read' } } }],
    [
      'a gap for the Regions',
      { schema: 'farsight.snapshot/1', accounts: { '111122223333': { regions: { gap: 'not-read' } } } },
    ],
    ['a time that is none', { schema: 'farsight.snapshot/1', accounts: {}, takenAt: '2026' }],
    ['an origin of no place', { schema: 'farsight.snapshot/1', accounts: {}, origins: { a: { call: 'x' } } }],
    [
      'an origin that is both',
      { schema: 'farsight.snapshot/1', accounts: {}, origins: { '/a': { call: 'x', file: 'f', line: 1, column: 1 } } },
    ],
    ['a thing for the rest', region({ secrets: { '*': {} } })],
    ['an unknown gap', region({ secrets: { gap: 'x' } })],
    ['an unknown gap for texts by key', region({ accountSettings: { gap: 'x' } })],
    ['a gap with another kind’s field', region({ secrets: { gap: 'denied', account: 'a', permission: 'p' } })],
    ['a block that is none', inVpc({ cidrBlocks: ['10.0.0.0'] })],
    ['null for a list', inVpc({ subnets: null })],
    ['a state that AWS does not have', inVpc({ natGateways: { n: { state: 'ok' } } })],
    ['the last ACL entry', inVpc({ networkAcls: { a: { entries: [{ ...entry, ruleNumber: 32_767 }] } } })],
    ['a port that is text', groups({ protocol: 'tcp', cidr: '0.0.0.0/0', fromPort: '443' })],
    ['a rule with two peers', groups({ protocol: 'tcp', cidr: '0.0.0.0/0', groupId: 'g' })],
    ['a rule without a peer', groups({ protocol: 'tcp' })],
    ['a container without a name', task({ containerDefinitions: [{ image: 'w' }] })],
    ['a gap for a container', task({ containerDefinitions: [{ gap: 'not-read', name: 'w', image: 'w' }] })],
    [
      'a log option that is a number',
      task({
        containerDefinitions: [{ name: 'w', image: 'w', firelensConfiguration: { type: 't', options: { a: 1 } } }],
      }),
    ],
    ['a volume configuration that is a list', task({ volumes: [{ name: 'v', dockerVolumeConfiguration: [] }] })],
    [
      'a key of ours in the network configuration of ECS',
      region({
        runTasks: {
          r: {
            taskDefinition: 'w',
            networkConfiguration: { awsvpcConfiguration: { subnets: [], securityGroupIds: [] } },
          },
        },
      }),
    ],
    ['a policy without statements', inAccount({ policies: { p: { document: {} } } })],
    ['an odd effect', policy([{ Effect: 'allow' }])],
    ['an odd principal', policy([{ Effect: 'Allow', Principal: 'me' }])],
  ])('refuses %s, as the reader does', (_, value) => {
    expect(fitsSnapshot(value)).toBe(false)
    expect(validate(structuredClone(value)).faults).not.toEqual([])
  })

  test.each(filesOfCases('snapshot.json'))('takes %s, as the reader does', async (file) => {
    const text = readFileSync(file, 'utf8')
    expect((await readSnapshot({ file, text })).problems).toEqual([])
    expect(fitsSnapshot(JSON.parse(text)), JSON.stringify(fitsSnapshot.errors)).toBe(true)
  })

  test('has a text at every field', () => {
    const { $defs, properties } = schemaFile('snapshot.v1.json') as JsonSchemaFile
    const objects = [['', { properties }] as const, ...Object.entries($defs)]
    const silent = objects.flatMap(([name, { properties: fields = {} }]) =>
      Object.entries(fields).flatMap(([field, schema]) =>
        schema === false || schema.description ? [] : `${name}.${field}`,
      ),
    )
    expect(silent).toEqual([])
  })
})

interface JsonSchemaFile {
  readonly properties: { readonly [field: string]: { readonly description?: string } | false }
  readonly $defs: { readonly [name: string]: Partial<Pick<JsonSchemaFile, 'properties'>> }
}

describe('docs/snapshot.md', () => {
  const [example = ''] = examples
  const routes = '"rtb-private": { "routes": [{ "destination": "0.0.0.0/0", "target": "nat-1" }] }'
  const verdictOf = async (text: string) => {
    const { snapshot: read, problems } = await readSnapshot({ file: 'docs/snapshot.md', text })
    expect(problems).toEqual([])
    return reportOn(read).launches.map(({ verdict }) => verdict)
  }

  test('has examples that are read without a problem', async () => {
    expect(examples.length).toBeGreaterThan(0)
    for (const text of examples) {
      expect((await readSnapshot({ file: 'docs/snapshot.md', text })).problems).toEqual([])
      expect(fitsSnapshot(JSON.parse(text))).toBe(true)
    }
  })

  test('begins with a small one, in which the service starts', async () => {
    expect(example.split('\n').length).toBeLessThan(60)
    expect(await verdictOf(example)).toEqual(['starts'])
  })

  test('says rightly what becomes of it without the route, and without knowing the routes', async () => {
    expect(example).toContain(routes)
    expect(await verdictOf(example.replace(routes, '"rtb-private": { "routes": [] }'))).toEqual(['fails'])
    const unknown = '"rtb-private": { "routes": { "gap": "not-read" } }'
    expect(await verdictOf(example.replace(routes, unknown))).toEqual(['undecided'])
  })

  test.each([
    ['the snapshot', snapshot],
    ['an account', account],
    ['a Region', regionState],
    ['a VPC', vpc],
  ])('names every key of %s', (_, { shape }) => {
    expect(Object.keys(shape).filter((key) => !page.includes(`| \`${key}\` |`))).toEqual([])
  })

  test('names every kind of gap with what it needs', () => {
    expect(Object.keys(gapKinds).filter((kind) => !page.includes(`"gap": "${kind}"`))).toEqual([])
    const gaps = [...page.matchAll(/^\| `(\{ "gap".*?\})` \|/gm)].map(([, text = '']) => JSON.parse(text) as unknown)
    expect(gaps).toHaveLength(Object.keys(gapKinds).length)
    for (const value of gaps) expect(gap.safeParse(value).success, JSON.stringify(value)).toBe(true)
  })
})

function reportOn(read: Snapshot | null): Report {
  const world = index(read ?? { schema: 'farsight.snapshot/1', accounts: {} })
  return buildReport(world, preflight(world), { source: { type: 'snapshot', files: ['-'] }, language: 'en' })
}

describe('schemas/report.v1.json', () => {
  /** Zod's types say nothing of readonly; all else must be the same. */
  type Writable<T> = T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Writable<Item>[]
      : { -readonly [Key in keyof T]: Writable<T[Key]> }

  test('is about the report that there is', () => {
    expectTypeOf<ReportShape>().toEqualTypeOf<Writable<Report>>()
    expectTypeOf<ReportedStopShape>().toEqualTypeOf<Writable<ReportedStop>>()
  })

  test('takes the reports of the examples', async () => {
    for (const text of examples) {
      const { snapshot: read } = await readSnapshot({ file: 'docs/snapshot.md', text })
      expect(fitsReport(reportOn(read)), JSON.stringify(fitsReport.errors)).toBe(true)
    }
  })

  test.each(filesOfCases('expected.json'))('takes %s', (file) => {
    expect(fitsReport(JSON.parse(readFileSync(file, 'utf8'))), JSON.stringify(fitsReport.errors)).toBe(true)
  })

  test('takes the causes and properties of later versions', () => {
    const later = { ...reportOn(null), command: 'later', later: {} }
    expect(fitsReport(later), JSON.stringify(fitsReport.errors)).toBe(true)
  })

  test('refuses another version and what lacks a part', () => {
    expect(fitsReport({ ...reportOn(null), schema: 'farsight.report/2' })).toBe(false)
    const { launches, ...rest } = reportOn(null)
    expect(launches).toEqual([])
    expect(fitsReport(rest)).toBe(false)
  })
})

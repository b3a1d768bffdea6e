import { buildReport, index, preflight, type Snapshot } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { readCdk } from '../packages/iac/src/cdk/read-cdk.ts'
import { readTemplates } from '../packages/iac/src/cloudformation/read-templates.ts'
import { readSnapshot } from '../packages/iac/src/snapshot/read-snapshot.ts'
import { readPlan } from '../packages/iac/src/terraform/read-plan.ts'
import { planText } from '../packages/iac/src/terraform/test-plan.ts'
import { ACCOUNT, REGION, type StackBuilder } from './contract/stack-builder.ts'
import { STACKS } from './contract/stacks.ts'

const place = { region: REGION, account: ACCOUNT }

function fromTemplate({ template }: StackBuilder): Snapshot | null {
  const text = JSON.stringify({ Resources: template })
  return readTemplates([{ file: 'app.json', text }], place).snapshot
}

/** As `cdk synth` writes it: a manifest, and the template with the paths of the constructs. */
function fromCdk({ template }: StackBuilder): Snapshot | null {
  const resources = Object.entries(template).map(([id, resource]) => {
    return [id, { ...resource, Metadata: { 'aws:cdk:path': `App/${id}/Resource` } }]
  })
  const texts: { readonly [file: string]: string } = {
    'App.template.json': JSON.stringify({ Resources: Object.fromEntries(resources) }),
  }
  const artifact = {
    type: 'aws:cloudformation:stack',
    environment: `aws://${ACCOUNT}/${REGION}`,
    properties: { templateFile: 'App.template.json' },
    displayName: 'App',
  }
  return readCdk({
    file: 'cdk.out/manifest.json',
    text: JSON.stringify({ version: '39.0.0', artifacts: { App: artifact } }),
    files: {
      read: (path) => {
        const text = texts[path]
        return text === undefined ? { file: path, failure: 'missing' } : { file: path, text }
      },
    },
  }).snapshot
}

function fromPlan({ plan }: StackBuilder): Snapshot | null {
  return readPlan({ file: 'plan.json', text: planText({ resources: plan }), ...place }).snapshot
}

async function fromSnapshot({ region, roles }: StackBuilder): Promise<Snapshot | null> {
  const snapshot = {
    schema: 'farsight.snapshot/1',
    accounts: { [ACCOUNT]: { roles, policies: {}, buckets: {}, regions: { [REGION]: { ...EMPTY, ...region } } } },
  }
  const { snapshot: read, problems } = await readSnapshot({ file: 'snapshot.json', text: JSON.stringify(snapshot) })
  expect(problems).toEqual([])
  return read
}

/** What code does not hold, it has not asked for; only images are taken to be pushed. */
const EMPTY = {
  prefixLists: {},
  runTasks: {},
  repositories: { '*': { gap: 'assumed', assumption: 'images-pushed' } },
  parameters: {},
  keys: {},
  fileSystems: {},
  loadBalancers: {},
  targetGroups: {},
}

/**
 * Where the forms may differ, and why:
 * - ids: CloudFormation has logical ids, a plan addresses (`aws_vpc.Vpc`), a snapshot the ids of AWS;
 * - what AWS makes with every VPC (main table, default ACL, default group): a plan can name each, so its reader writes
 *   them out; elsewhere a listing that lacks them stands for the same (docs/snapshot.md).
 */
function alike(snapshot: Snapshot | null): unknown {
  const text = JSON.stringify(snapshot?.accounts).replace(/\baws_[a-z_0-9]+\.(\w+)/g, '$1')
  return pruned(JSON.parse(text))
}

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !/\.Default(?:RouteTable|NetworkAcl|SecurityGroup)$/.test(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, pruned(inner)]))
}

function verdictOf(snapshot: Snapshot | null): unknown {
  if (snapshot === null) return null
  const world = index(snapshot)
  const { launches } = buildReport(world, preflight(world), { source: { type: 'template', files: [] }, language: 'en' })
  return launches.map(({ verdict, findings, gaps, subnets }) => ({
    verdict,
    causes: findings.map(({ cause }) => cause),
    gaps: gaps.map(({ what }) => what),
    subnets: subnets.map((subnet) => subnet.verdict),
  }))
}

describe.each(STACKS)('$name', ({ stack, verdict }) => {
  const built = stack()

  test('is the same in a snapshot, CloudFormation, the CDK and Terraform', async () => {
    const expected = alike(await fromSnapshot(built))
    expect(alike(fromTemplate(built))).toEqual(expected)
    expect(alike(fromCdk(built))).toEqual(expected)
    expect(alike(fromPlan(built))).toEqual(expected)
  })

  test('is said to be the same', async () => {
    const expected = verdictOf(await fromSnapshot(built))
    expect(expected).toMatchObject([{ verdict }])
    expect(verdictOf(fromTemplate(built))).toEqual(expected)
    expect(verdictOf(fromCdk(built))).toEqual(expected)
    expect(verdictOf(fromPlan(built))).toEqual(expected)
  })
})

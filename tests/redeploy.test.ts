import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@farsight/core'
import { readTemplates } from '@farsight/iac/cloudformation'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runFarsight } from './cases/run-farsight.ts'

// biome-ignore lint/suspicious/noExplicitAny: written to at will, as tests do
type Loose = any

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-redeploy-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A whole system behind a NAT gateway, with no name but the family's: AWS makes all others up. */
const TEMPLATE = readFileSync('cases/starts/template-nat/template.yaml', 'utf8')
  .replace('      ServiceName: shop\n', '')
  .replace('\n  Service:\n', '\n  Web:\n')
  .replace('      Name: shop/db\n', '')
  .replace('{ LogGroupName: /ecs/shop, RetentionInDays: 30 }', '{ RetentionInDays: 30 }')
  .replace('{ RepositoryName: shop }', '{ ImageTagMutability: IMMUTABLE }')

const ACCOUNT = '111122223333'
const REGION = 'ap-northeast-1'
const SECRET = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:Database-Xy12Zw34-AbCdEf`

/** What AWS called the resources when the stack was deployed. */
const MADE: { readonly [logicalId: string]: string } = {
  Vpc: 'vpc-0a1',
  InternetGateway: 'igw-0a1',
  PublicSubnet: 'subnet-0a0',
  PrivateSubnetA: 'subnet-0a1',
  PrivateSubnetC: 'subnet-0a2',
  PublicRoutes: 'rtb-0a0',
  PrivateRoutes: 'rtb-0a1',
  Nat: 'nat-0a1',
  Tasks: 'sg-0a1',
  Web: 'shop-Web-9x8y7z',
  ExecutionRole: 'shop-ExecutionRole-1A2B3C',
  Cluster: 'shop-Cluster-4D5E6F',
  LogGroup: 'shop-LogGroup-7G8H9I',
  Repository: 'shop-repository-0j1k2l',
  TaskDefinition: 'shop:1',
}

const OWN = ['vpcs', 'services', 'clusters', 'logGroups', 'repositories']
const IN_VPC = ['subnets', 'routeTables', 'securityGroups', 'natGateways', 'internetGateways']

/** The account after the template was deployed as the stack `shop`, as a snapshot shows it. */
function account(stackName: string | null = 'shop', text = TEMPLATE): Loose {
  const { snapshot } = readTemplates([{ file: 'app.yaml', text }], { region: REGION, account: ACCOUNT })
  let json = JSON.stringify({ ...snapshot, origins: {} })
    .replaceAll(`arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:«Database»-«Database.suffix»`, SECRET)
    .replaceAll('{"gap":"after-deploy"}', 'null')
  for (const [logicalId, id] of Object.entries(MADE)) {
    json = json.replaceAll(`"${logicalId}"`, `"${id}"`).replaceAll(`«${logicalId}»`, id)
  }
  const made = JSON.parse(json)
  const state = made.accounts[ACCOUNT]
  const region = state.regions[REGION]
  if (stackName === null) return made
  tag(region.secrets, stackName, { [SECRET]: 'Database' })
  tag(state.roles, stackName)
  for (const table of OWN) tag(region[table], stackName)
  for (const table of IN_VPC) tag(region.vpcs['vpc-0a1'][table], stackName)
  return made
}

const LOGICAL = Object.fromEntries(Object.entries(MADE).map(([logicalId, id]) => [id, logicalId]))

function tag(table: Loose, stackName: string, ids: { readonly [id: string]: string } = LOGICAL): void {
  for (const [id, thing] of Object.entries<Loose>(table)) {
    const logicalId = ids[id]
    if (logicalId === undefined) continue
    const tags = {
      'aws:cloudformation:stack-name': stackName,
      'aws:cloudformation:logical-id': logicalId,
      'aws:cloudformation:stack-id': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/8f1c`,
    }
    const isListed = logicalId === 'Web' || logicalId === 'Cluster'
    thing.tags = isListed ? Object.entries(tags).map(([key, value]) => ({ key, value })) : tags
  }
}

const regionOf = (snapshot: Loose) => snapshot.accounts[ACCOUNT].regions[REGION]

async function deploy(template: string, before: Loose, ...options: readonly string[]) {
  writeFileSync(join(folder, 'account.json'), JSON.stringify(before))
  writeFileSync(join(folder, 'app.yaml'), template)
  return told(['app.yaml', '--over', 'account.json', ...options])
}

async function told(args: readonly string[]) {
  const { stdout, stderr, exitCode } = await runFarsight(['preflight', ...args, '--format', 'json'], folder)
  const { launches = [] } = JSON.parse(stdout) as Report
  const lines = launches.map(({ id, verdict, findings }) => {
    return [id, verdict, ...findings.map(({ cause, isNew }) => `${cause}${isNew ? ' (new)' : ''}`)].join(' ')
  })
  return { lines, launches, stdout, stderr, exitCode }
}

function without(...logicalIds: readonly string[]): string {
  const [first = '', ...rest] = TEMPLATE.split(/^(?= {2}\w+:)/m)
  return [first, ...rest.filter((part) => !logicalIds.some((logicalId) => part.startsWith(`  ${logicalId}:`)))].join('')
}

const WORKS = 'service/shop-Web-9x8y7z starts'

describe('a stack over an account that holds its former state', () => {
  test('takes the place of what it made: one launch, which starts as before', async () => {
    const { lines, launches, exitCode } = await deploy(TEMPLATE, account(), '--stack', 'shop')
    expect(lines).toEqual([WORKS])
    expect(launches[0]?.subnets.map(({ subnetId }) => subnetId)).toEqual(['subnet-0a1', 'subnet-0a2'])
    expect(exitCode).toBe(0)
  })

  test.each([
    ['a route of its own', without('ToNat'), 'no-route-to-secretsmanager (new)'],
    [
      'a policy',
      TEMPLATE.replace('Action: secretsmanager:GetSecretValue', 'Action: s3:GetObject'),
      'secret-read-denied (new)',
    ],
    [
      'who may assume its role',
      TEMPLATE.replace('ecs-tasks.amazonaws.com', 'ec2.amazonaws.com'),
      'role-trust-missing (new)',
    ],
    [
      'the rules of its group',
      TEMPLATE.replace(
        'GroupDescription: Tasks',
        'GroupDescription: Tasks, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }]',
      ),
      'security-group-blocks-egress (new)',
    ],
  ])('fails anew where the template changes %s', async (_, template, cause) => {
    const { lines, exitCode } = await deploy(template, account(), '--stack', 'shop')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('service/shop-Web-9x8y7z fails')
    expect(lines[0]).toContain(cause)
    expect(exitCode).toBe(1)
  })

  test('repairs what the template repairs, and tells what stood before from what is new', async () => {
    const broken = account('shop', without('ToNat'))
    expect((await deploy(TEMPLATE, broken, '--stack', 'shop')).lines).toEqual([WORKS])
    const { lines } = await deploy(without('ToNat'), broken, '--stack', 'shop')
    expect(lines[0]).toContain('no-route-to-secretsmanager')
    expect(lines[0]).not.toContain('(new)')
  })

  test('takes away what the template makes no longer', async () => {
    const { stdout } = await deploy(without('Web'), account(), '--stack', 'shop')
    expect(JSON.parse(stdout)).toMatchObject({ code: 'E_NOTHING_TO_JUDGE' })
    const other = account()
    regionOf(other).services.other = { ...regionOf(other).services['shop-Web-9x8y7z'], tags: [] }
    expect((await deploy(without('Web'), other, '--stack', 'shop')).lines).toEqual(['service/other starts'])
    const { lines } = await deploy(without('Nat', 'ToNat', 'Web'), other, '--stack', 'shop')
    expect(lines.join()).toContain('service/other fails')
  })

  test('keeps what only the account knows', async () => {
    const full = account()
    for (const subnet of Object.values<Loose>(regionOf(full).vpcs['vpc-0a1'].subnets))
      subnet.availableIpAddressCount = 0
    expect((await deploy(TEMPLATE, full, '--stack', 'shop')).lines[0]).toContain('subnet-out-of-addresses')
    const generated = /\n {6}GenerateSecretString: .*/
    const empty = await deploy(
      TEMPLATE.replace(generated, '\n      Description: by hand'),
      account(),
      '--stack',
      'shop',
    )
    expect(empty.lines).toEqual([WORKS])
  })

  test('does not know whether a route to what others made stays', async () => {
    const hub = account()
    regionOf(hub).vpcs['vpc-0a1'].routeTables['rtb-0a1'].routes = [{ destination: '0.0.0.0/0', target: 'tgw-0b1' }]
    expect((await deploy(TEMPLATE, hub, '--stack', 'shop')).lines).toEqual([WORKS])
    const { launches } = await deploy(without('ToNat'), hub, '--stack', 'shop')
    expect(launches.map(({ verdict }) => verdict)).toEqual(['undecided'])
  })

  test('does not know whether a rule for a group of others stays', () => {
    const before = account()
    const { ingress } = regionOf(before).vpcs['vpc-0a1'].securityGroups['sg-0a1']
    ingress.push({ protocol: 'tcp', fromPort: 443, toPort: 443, groupId: 'sg-other' })
    ingress.push({ protocol: 'tcp', fromPort: 80, toPort: 80, groupId: 'sg-0a1' })
    const { snapshot } = readTemplates([{ file: 'app.yaml', text: TEMPLATE }], { over: before, stacks: ['shop'] })
    expect(regionOf(snapshot).vpcs['vpc-0a1'].securityGroups['sg-0a1'].ingress).toEqual([
      { protocol: { gap: 'after-deploy' }, fromPort: 443, toPort: 443, groupId: 'sg-other' },
    ])
  })

  test('leaves the default group of its VPC what it is in the account', () => {
    const before = account()
    const { securityGroups } = regionOf(before).vpcs['vpc-0a1']
    securityGroups['sg-default'] = { groupName: 'default', ingress: [], egress: [] }
    const text = TEMPLATE.replace('SecurityGroups: [!Ref Tasks]', 'SecurityGroups: [!GetAtt Vpc.DefaultSecurityGroup]')
    const { snapshot } = readTemplates([{ file: 'app.yaml', text }], { over: before, stacks: ['shop'] })
    const region = regionOf(snapshot)
    const { awsvpcConfiguration } = region.services['shop-Web-9x8y7z'].networkConfiguration
    expect(awsvpcConfiguration.securityGroups).toEqual(['sg-default'])
    expect(region.vpcs['vpc-0a1'].securityGroups['sg-default'].egress).toEqual([])
  })

  test('is not recognized by tags that say it twice, in part or not as texts', async () => {
    const change = async (tagged: (service: Loose, region: Loose) => void) => {
      const before = account()
      tagged(regionOf(before).services['shop-Web-9x8y7z'], regionOf(before))
      return (await deploy(TEMPLATE, before, '--stack', 'shop')).lines
    }
    const both = [WORKS, 'service/Web starts']
    expect(await change((service) => service.tags.pop())).toEqual([WORKS])
    expect(await change((service) => service.tags.shift())).toEqual(both)
    expect(
      await change((service) => (service.tags = { gap: 'denied', permission: 'ecs:ListTagsForResource' })),
    ).toEqual(both)
    expect(await change((service) => (service.tags[0].value = { gap: 'not-read' }))).toEqual(both)
    const twice = await change((service, { services }) => (services.twin = structuredClone(service)))
    expect(twice).toEqual([WORKS, 'service/twin starts', 'service/Web starts'])
  })

  test('makes a second service beside the first where nothing tells that they are one', async () => {
    const both = [WORKS, 'service/Web starts']
    expect((await deploy(TEMPLATE, account())).lines).toEqual(both)
    expect((await deploy(TEMPLATE, account(null), '--stack', 'shop')).lines).toEqual(both)
    expect((await deploy(TEMPLATE, account('other'), '--stack', 'shop')).lines).toEqual(both)
  })

  test('is not taken for the stack of the same name in another Region', async () => {
    const elsewhere = JSON.parse(
      JSON.stringify(account()).replaceAll(`cloudformation:${REGION}`, 'cloudformation:us-east-1'),
    )
    expect((await deploy(TEMPLATE, elsewhere, '--stack', 'shop')).lines).toEqual([WORKS, 'service/Web starts'])
  })

  test('of the CDK is known by the name in its manifest', async () => {
    mkdirSync(join(folder, 'cdk.out'), { recursive: true })
    const properties = { templateFile: 'shop.yaml', stackName: 'shop' }
    const environment = `aws://${ACCOUNT}/${REGION}`
    const artifacts = { Shop: { type: 'aws:cloudformation:stack', environment, properties } }
    writeFileSync(join(folder, 'cdk.out/manifest.json'), JSON.stringify({ version: '36.0.0', artifacts }))
    writeFileSync(join(folder, 'cdk.out/shop.yaml'), TEMPLATE)
    writeFileSync(join(folder, 'account.json'), JSON.stringify(account()))
    expect((await told(['cdk.out', '--over', 'account.json'])).lines).toEqual([WORKS])
  })

  test('more names than templates are an error', async () => {
    const { stdout, exitCode } = await deploy(TEMPLATE, account(), '--stack', 'shop', '--stack', 'more')
    expect(stdout).toContain('E_NO_SUCH_STACK')
    expect(exitCode).toBe(2)
  })
})

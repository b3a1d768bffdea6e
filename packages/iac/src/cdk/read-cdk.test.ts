import { isGap, type RegionState, type Vpc } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import type { Files } from '../files.ts'
import { type CdkInput, readCdk } from './read-cdk.ts'

type Json = Readonly<Record<string, unknown>>

const ENVIRONMENT = 'aws://111122223333/eu-west-1'

const stack = (templateFile: string, more: Json = {}, environment = ENVIRONMENT): Json => ({
  type: 'aws:cloudformation:stack',
  environment,
  properties: { templateFile, ...more },
})

const NETWORK = {
  Resources: {
    Vpc: {
      Type: 'AWS::EC2::VPC',
      Properties: { CidrBlock: '10.0.0.0/16' },
      Metadata: { 'aws:cdk:path': 'Net/Vpc/Resource' },
    },
    Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
  },
  Outputs: { Export: { Value: { Ref: 'Subnet' }, Export: { Name: 'Net:ExportsOutputRefSubnet' } } },
}

const APP = {
  Resources: {
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        TaskDefinition: 'web',
        NetworkConfiguration: {
          AwsvpcConfiguration: { Subnets: [{ 'Fn::ImportValue': 'Net:ExportsOutputRefSubnet' }] },
        },
      },
    },
  },
}

/** An app as `cdk synth` writes it, below the folder of the manifest. */
function read(
  artifacts: Json,
  texts: Readonly<Record<string, unknown>>,
  more: Partial<CdkInput> = {},
  manifest: Json = {},
) {
  const files: Files = {
    read: (path, from) => {
      const file = `${from.slice(0, from.lastIndexOf('/') + 1)}${path}`.replace(/[^/]+\/\.\.\//g, '')
      return Object.hasOwn(texts, file)
        ? { file, text: JSON.stringify(texts[file], null, 1) }
        : { file, failure: 'missing' }
    },
  }
  const text = JSON.stringify({ version: '48.0.0', artifacts, ...manifest })
  const { snapshot, problems } = readCdk({ file: 'cdk.out/manifest.json', text, files, ...more })
  const region: RegionState = snapshot?.accounts['111122223333']?.regions['eu-west-1'] ?? {}
  return { snapshot, region, codes: problems.map(({ code }) => code) }
}

const FILES = { 'cdk.out/Net.json': NETWORK, 'cdk.out/App.json': APP }
const ARTIFACTS = { Net: stack('Net.json'), App: stack('App.json') }

function vpcOf({ vpcs }: RegionState, id: string): Vpc {
  const vpc = vpcs === undefined || isGap(vpcs) ? undefined : vpcs[id]
  if (vpc === undefined || vpc === null || isGap(vpc)) throw new Error(`no VPC ${id}`)
  return vpc
}

const subnetsOf = (id: string, subnets: unknown) => ({
  [id]: { networkConfiguration: { awsvpcConfiguration: { subnets } } },
})

describe('the stacks of an app', () => {
  test('refer to each other, and say where they go', () => {
    const { region, codes } = read(ARTIFACTS, FILES)
    expect(codes).toEqual([])
    expect(region.services).toMatchObject(subnetsOf('Service', ['Subnet']))
  })

  test('are called by their construct paths', () => {
    const { snapshot } = read(ARTIFACTS, FILES)
    const pointer = '/accounts/111122223333/regions/eu-west-1/vpcs/Vpc'
    expect(snapshot?.origins?.[pointer]).toMatchObject({ file: 'cdk.out/Net.json', path: 'Net/Vpc' })
  })

  test('of stages are in assemblies of their own', () => {
    const inner = { version: '48.0.0', artifacts: { App: stack('App.json') } }
    const stage = { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } }
    const files = {
      'cdk.out/Net.json': NETWORK,
      'cdk.out/assembly-Prod/manifest.json': inner,
      'cdk.out/assembly-Prod/App.json': APP,
    }
    const { region } = read({ Net: stack('Net.json'), Prod: stage }, files)
    expect(region.services).toMatchObject(subnetsOf('Service', ['Subnet']))
    expect(read({ Prod: stage }, {}).codes).toEqual(['E_ASSEMBLY_UNREAD'])
  })

  test('that are not asked for are there for the others alone', () => {
    const artifacts = { ...ARTIFACTS, Other: stack('App.json', { stackName: 'other' }) }
    const { region } = read(artifacts, FILES, { stacks: ['other'] })
    expect(Object.keys(region.services ?? {})).toEqual(['other.Service'])
    expect(read(artifacts, FILES, { stacks: ['nope'] }).codes).toEqual(['E_NO_SUCH_STACK'])
  })

  test('without an environment go where the options say', () => {
    const open = { Net: stack('Net.json', {}, 'aws://unknown-account/unknown-region') }
    const { region } = read(open, FILES, { region: 'eu-west-1', account: '111122223333' })
    expect(vpcOf(region, 'Vpc').subnets).toHaveProperty('Subnet')
  })

  test('go where the manifest says, with a warning to who says otherwise', () => {
    const fixed = { Net: stack('Net.json') }
    const { region, codes } = read(fixed, FILES, { region: 'us-east-1', account: '111122223333' })
    expect(vpcOf(region, 'Vpc').subnets).toHaveProperty('Subnet')
    expect(codes).toEqual(['W_PLACE_OF_MANIFEST'])
    expect(read(fixed, FILES, { region: 'eu-west-1' }).codes).toEqual([])
  })
})

test('a nested stack is found by the hash of its asset', () => {
  const hash = 'ab'.repeat(32)
  const parent = {
    Resources: {
      Nested: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: {
          TemplateURL: { 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/cdk-assets/${hash}.json` },
        },
      },
    },
  }
  const assets = { version: '48.0.0', files: { [hash]: { source: { path: 'Net.nested.template.json' } } } }
  const { region } = read(
    {
      Parent: stack('Parent.json'),
      'Parent.assets': { type: 'cdk:asset-manifest', properties: { file: 'Parent.assets.json' } },
    },
    {
      'cdk.out/Parent.json': parent,
      'cdk.out/Parent.assets.json': assets,
      'cdk.out/Net.nested.template.json': NETWORK,
    },
  )
  expect(vpcOf(region, 'Nested.Vpc').subnets).toHaveProperty(['Nested.Subnet'])
})

test('a VPC that was looked up is known as far as the context tells', () => {
  const context = {
    'vpc-provider:account=111122223333:filter.vpc-id=vpc-0a:region=eu-west-1:returnAsymmetricSubnets=true': {
      vpcId: 'vpc-0a',
      vpcCidrBlock: '10.1.0.0/16',
      subnetGroups: [
        {
          name: 'Private',
          type: 'Private',
          subnets: [
            { subnetId: 'subnet-0b', cidr: '10.1.0.0/24', availabilityZone: 'eu-west-1a', routeTableId: 'rtb-0c' },
          ],
        },
      ],
    },
  }
  const { region } = read(ARTIFACTS, { ...FILES, 'cdk.context.json': context })
  expect(vpcOf(region, 'vpc-0a')).toMatchObject({
    cidrBlocks: ['10.1.0.0/16'],
    subnets: { 'subnet-0b': { cidrBlock: '10.1.0.0/24', routeTableId: 'rtb-0c' }, '*': { gap: 'not-read' } },
    routeTables: { '*': { gap: 'not-read' } },
  })
})

describe('a manifest', () => {
  test.each([
    ['newer than known is read with a warning', {}, { version: '99.0.0' }, ['W_MANIFEST_VERSION']],
    [
      'that lacks context says so',
      {},
      { missing: [{ key: 'vpc-provider:x', provider: 'vpc-provider' }] },
      ['W_CONTEXT_MISSING'],
    ],
    ['that is none is refused', {}, { version: null }, ['E_NO_MANIFEST']],
    ['whose template is gone is refused', { Gone: stack('Gone.json') }, {}, ['E_ASSEMBLY_UNREAD']],
  ])('%s', (_, artifacts, manifest, codes) => {
    expect(read(artifacts, {}, {}, manifest).codes).toEqual(codes)
  })
})

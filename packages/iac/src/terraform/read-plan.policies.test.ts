import type { RegionState } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'
import { planText, type TestResource } from './test-plan.ts'

const ref = (address: string): readonly string[] => [address, address.split('.').slice(0, -1).join('.')]

const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'a', Resource: '*' }] }
const policy = JSON.stringify(document)

function read(resources: readonly TestResource[]) {
  const text = planText({ resources })
  const { snapshot, problems } = readPlan({ file: 'plan.json', text, account: '111122223333' })
  const account = snapshot?.accounts['111122223333']
  const region = account?.regions['us-east-1'] as RegionState
  return { account, region, codes: problems.map(({ code, path }) => `${code} ${path}`) }
}

const named = (type: string, name: string, values: TestResource['values'] = {}): TestResource => ({
  type,
  name,
  values: { name, ...values },
})

const ROLE = named('aws_iam_role', 'r', { path: '/', assume_role_policy: policy })

/** A thing, what puts a policy on it, and how that names it. */
const HOLDERS = [
  ['aws_kms_key', 'aws_kms_key_policy', 'key_id', 'arn', 'keys'],
  ['aws_secretsmanager_secret', 'aws_secretsmanager_secret_policy', 'secret_arn', 'arn', 'secrets'],
  ['aws_ecr_repository', 'aws_ecr_repository_policy', 'repository', 'name', 'repositories'],
  ['aws_efs_file_system', 'aws_efs_file_system_policy', 'file_system_id', 'id', 'fileSystems'],
  ['aws_s3_bucket', 'aws_s3_bucket_policy', 'bucket', 'id', 'buckets'],
] as const

describe('a policy that is a resource of its own', () => {
  test.each(HOLDERS)('of %s', (type, holder, attribute, key, table) => {
    const policiesOf = (refs: TestResource['refs'], values: TestResource['values'] = {}) => {
      const thing: TestResource = { type, name: 'a', values: { name: 'a', bucket: 'a' } }
      const own: TestResource = { type: holder, name: 'p', values: { ...values, policy }, ...(refs ? { refs } : {}) }
      const { account, region, codes } = read([thing, own])
      const things: unknown = table === 'buckets' ? account?.buckets : region[table]
      const [found] = Object.values(things as Record<string, { policyDocument: unknown }>)
      return [found?.policyDocument, ...codes]
    }
    expect(policiesOf({ [attribute]: ref(`${type}.a.${key}`) })).toEqual([document])
    // Made of something that a plan does not tell
    expect(policiesOf({ [attribute]: ['local.target'] })).toEqual([{ gap: 'unresolved', expression: 'local.target' }])
    const [kept, ...codes] = policiesOf(undefined, { [attribute]: 'elsewhere' })
    expect(kept).not.toEqual(document)
    expect(codes).toEqual([`W_POLICY_ELSEWHERE ${holder}.p`])
  })

  test('stands in the bucket itself, as providers had it', () => {
    const { account } = read([{ type: 'aws_s3_bucket', name: 'a', values: { bucket: 'a', policy } }])
    expect(account?.buckets).toMatchObject({ a: { policyDocument: document } })
  })
})

test('keys have their aliases and grants, and are named through an alias', () => {
  const { region, codes } = read([
    { type: 'aws_kms_key', name: 'k' },
    {
      type: 'aws_kms_alias',
      name: 'a',
      values: { name: 'alias/app' },
      refs: { target_key_id: ref('aws_kms_key.k.key_id') },
    },
    {
      type: 'aws_kms_grant',
      name: 'g',
      values: {
        grantee_principal: 'arn:aws:iam::111122223333:role/r',
        operations: ['Decrypt'],
        constraints: [{ encryption_context_equals: { a: 'b' } }],
      },
      refs: { key_id: ref('aws_kms_key.k.key_id') },
    },
    { ...named('aws_secretsmanager_secret', 's'), refs: { kms_key_id: ref('aws_kms_alias.a.target_key_arn') } },
    { ...named('aws_secretsmanager_secret', 't'), refs: { kms_key_id: ref('aws_kms_alias.a.arn') } },
  ])
  const grant = {
    granteePrincipal: 'arn:aws:iam::111122223333:role/r',
    operations: ['Decrypt'],
    encryptionContextEquals: { a: 'b' },
  }
  expect(codes).toEqual([])
  expect(region.keys).toMatchObject({ '«aws_kms_key.k»': { aliases: ['alias/app'], grants: [grant] } })
  const keys = Object.values(region.secrets ?? {}).map((secret) => (secret as { kmsKeyId?: string }).kmsKeyId)
  expect(keys).toEqual(['«aws_kms_key.k»', 'arn:aws:kms:us-east-1:111122223333:alias/app'])
})

test('rules of the pull through cache and the policy of the registry', () => {
  const { region } = read([
    {
      type: 'aws_ecr_pull_through_cache_rule',
      name: 'hub',
      values: { ecr_repository_prefix: 'hub', upstream_registry_url: 'registry-1.docker.io' },
      refs: { credential_arn: ref('aws_secretsmanager_secret.s.arn') },
    },
    named('aws_secretsmanager_secret', 's'),
    { type: 'aws_ecr_registry_policy', name: 'p', values: { policy } },
  ])
  const credentialArn = expect.stringMatching(/:secret:s-«/)
  expect(region.registry).toMatchObject({
    policyDocument: document,
    pullThroughCacheRules: { hub: { upstreamRegistryUrl: 'registry-1.docker.io', credentialArn } },
  })
})

describe('policies of roles', () => {
  test('that are put on a role which nobody knows may be on any', () => {
    const { account } = read([
      ROLE,
      { type: 'aws_iam_role_policy', name: 'p', values: { name: 'p', policy }, refs: { role: ['local.role'] } },
      {
        type: 'aws_iam_role_policy_attachment',
        name: 'q',
        values: { policy_arn: 'arn:q' },
        refs: { role: ['local.role'] },
      },
    ])
    const open = { gap: 'unresolved', expression: 'local.role' }
    expect(account?.roles).toMatchObject({ r: { inlinePolicies: { p: open }, attachedPolicyArns: [open] } })
  })

  test('that are not among the only ones are taken away by somebody', () => {
    const inline = (name: string): TestResource => ({
      type: 'aws_iam_role_policy',
      name,
      values: { name, policy },
      refs: { role: ref('aws_iam_role.r.name') },
    })
    const attached = (name: string): TestResource => ({
      type: 'aws_iam_role_policy_attachment',
      name,
      values: { role: 'r', policy_arn: `arn:${name}` },
    })
    const { account } = read([
      ROLE,
      inline('a'),
      inline('b'),
      attached('c'),
      attached('d'),
      { type: 'aws_iam_role_policies_exclusive', name: 'x', values: { role_name: 'r', policy_names: ['a'] } },
      {
        type: 'aws_iam_role_policy_attachments_exclusive',
        name: 'y',
        values: { policy_arns: ['arn:c'] },
        refs: { role_name: ref('aws_iam_role.r.name') },
      },
    ])
    const gap = (type: string) => ({ gap: 'not-modeled', what: type })
    expect(account?.roles).toMatchObject({
      r: {
        inlinePolicies: { a: document, b: gap('aws_iam_role_policies_exclusive.x') },
        attachedPolicyArns: ['arn:c', gap('aws_iam_role_policy_attachments_exclusive.y')],
      },
    })
  })
})

describe('what bears on the way of a task', () => {
  const VPC = named('aws_vpc', 'v', { cidr_block: '10.0.0.0/16', enable_dns_support: true })
  const inVpc = (
    type: string,
    values: TestResource['values'] = {},
    more: Partial<TestResource> = {},
  ): TestResource => ({
    type,
    name: 'x',
    values,
    ...more,
    refs: { vpc_id: ref('aws_vpc.v.id'), ...more.refs },
  })
  const vpcOf = (resources: readonly TestResource[]) => {
    const { region, codes } = read([VPC, ...resources])
    expect(codes).toEqual([])
    return Object.values(region.vpcs ?? {})[0]
  }

  test('private DNS that is switched on by a resource of its own', () => {
    const refs = { vpc_endpoint_id: ref('aws_vpc_endpoint.x.id') }
    const made = inVpc('aws_vpc_endpoint', {
      vpc_endpoint_type: 'Interface',
      service_name: 's',
      private_dns_enabled: false,
    })
    const on = { type: 'aws_vpc_endpoint_private_dns', name: 'on', values: { private_dns_enabled: true }, refs }
    const own = { type: 'aws_vpc_endpoint_policy', name: 'p', values: { policy }, refs }
    expect(vpcOf([made, on, own])).toMatchObject({
      endpoints: { 'aws_vpc_endpoint.x': { privateDnsEnabled: true, policyDocument: document } },
    })
  })

  test.each([
    [{ propagating_vgws: ['vgw-1'] }, [], 'AWS::EC2::VPNGatewayRoutePropagation'],
    [
      {},
      [{ type: 'aws_vpc_route_server_propagation', name: 's', refs: { route_table_id: ref('aws_route_table.x.id') } }],
      'AWS::EC2::RouteServerPropagation',
    ],
  ])('routes that are learned: %j', (values, more, what) => {
    const gap = { gap: 'not-modeled', what }
    expect(vpcOf([inVpc('aws_route_table', values), ...more])).toMatchObject({
      routeTables: { 'aws_route_table.x': { routes: [{ destination: gap, target: gap }] } },
    })
    expect(vpcOf([inVpc('aws_route_table', { propagating_vgws: [] })])).toMatchObject({
      routeTables: { 'aws_route_table.x': { routes: [] } },
    })
  })

  test('a table for what comes in through the internet gateway', () => {
    const refs = { route_table_id: ref('aws_route_table.x.id'), gateway_id: ref('aws_internet_gateway.x.id') }
    const association = { type: 'aws_route_table_association', name: 'in', refs }
    const route = {
      type: 'aws_route',
      name: 'r',
      values: { destination_cidr_block: '10.0.1.0/24', vpc_endpoint_id: 'vpce-1' },
      refs: { route_table_id: refs.route_table_id },
    }
    const made = [inVpc('aws_route_table'), inVpc('aws_internet_gateway'), association]
    const state = (resources: readonly TestResource[]) =>
      (vpcOf(resources) as { internetGateways: unknown }).internetGateways
    expect(state(made)).toEqual({ 'aws_internet_gateway.x': { state: 'available' } })
    const gap = { gap: 'not-modeled', what: 'AWS::EC2::GatewayRouteTableAssociation' }
    expect(state([...made, route])).toEqual({ 'aws_internet_gateway.x': { state: gap } })
  })
})

test('settings of the account are read', () => {
  const { region } = read([
    { type: 'aws_ecs_account_setting_default', name: 's', values: { name: 'dualStackIPv6', value: 'disabled' } },
  ])
  expect(region.accountSettings).toEqual({ dualStackIPv6: 'disabled' })
})

test.each(['aws_organizations_policy_attachment', 'aws_vpc_security_group_vpc_association'])(
  '%s is named as not read',
  (type) => {
    expect(read([{ type, name: 'x' }]).codes).toEqual([`W_KIND_NOT_READ ${type}.x`])
  },
)

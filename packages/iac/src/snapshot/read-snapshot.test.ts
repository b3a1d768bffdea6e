import type { Snapshot } from '@farsight/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../problem.ts'
import { readSnapshot } from './read-snapshot.ts'

const REGION = '/accounts/111122223333/regions/ap-northeast-1'

function snapshotWith(region: object, account: object = {}): object {
  return {
    schema: 'farsight.snapshot/1',
    accounts: { '111122223333': { regions: { 'ap-northeast-1': region }, ...account } },
  }
}

function vpcWith(parts: object): object {
  const vpc = { cidrBlocks: ['10.0.0.0/16'], enableDnsSupport: true, enableDnsHostnames: true }
  return snapshotWith({ vpcs: { v: { ...vpc, ...parts } } })
}

function roleWith(statement: unknown, more: object = {}): object {
  return snapshotWith({}, { roles: { r: { assumeRolePolicyDocument: { Statement: statement, ...more } } } })
}

async function read(value: unknown) {
  return readSnapshot({ file: 'snapshot.json', text: JSON.stringify(value, null, 2) })
}

async function problemsIn(value: unknown): Promise<readonly Pick<Problem, 'code' | 'path' | 'params'>[]> {
  return (await read(value)).problems.map(({ code, path, params }) => ({ code, path, params }))
}

describe('a snapshot', () => {
  test.each([
    ['nothing', { schema: 'farsight.snapshot/1', accounts: {} }],
    [
      'a placeholder for the account',
      { schema: 'farsight.snapshot/1', accounts: { '«AWS::AccountId»': { regions: {} } } },
    ],
    ['a time', { schema: 'farsight.snapshot/1', accounts: {}, takenAt: '2026-11-20T00:00:00+09:00' }],
    [
      'origins',
      {
        schema: 'farsight.snapshot/1',
        accounts: {},
        origins: { '': { call: 'x' }, '/a~1b': { file: 'f', line: 1, column: 1 } },
      },
    ],
    [
      'gaps everywhere',
      snapshotWith({ vpcs: { gap: 'not-read' }, services: { s: { gap: 'denied', permission: 'p' } } }),
    ],
    [
      'null and gaps for the rest',
      snapshotWith({ secrets: { '*': null }, keys: { '*': { gap: 'not-read' }, k: null } }),
    ],
    [
      'names that objects of JavaScript have',
      snapshotWith({ logGroups: { constructor: {}, toString: {}, valueOf: null } }),
    ],
    [
      'further fields of ECS',
      snapshotWith({
        taskDefinitions: {
          'w:1': { containerDefinitions: [{ name: 'w', image: 'w', x: 1 }], compatibilities: ['EC2'] },
        },
      }),
    ],
    ['further elements of IAM', roleWith([{ Effect: 'Allow', NotYetInvented: 1 }], { Further: true })],
    [
      'one statement',
      roleWith({ Effect: 'Deny', Principal: '*', Action: '*', Condition: { Bool: { 'aws:SecureTransport': false } } }),
    ],
    [
      'a destination with a placeholder',
      vpcWith({ routeTables: { t: { routes: [{ destination: '«Cidr»', target: 'local' }] } } }),
    ],
    ['IPv6', vpcWith({ cidrBlocks: ['2001:db8::/56'], subnets: { s: { ipv6CidrBlock: '2001:db8:0:1::/64' } } })],
    ['ids that lead nowhere', vpcWith({ subnets: { s: { routeTableId: 'rtb-gone' } } })],
  ])('with %s is read', async (_, value) => {
    expect(await read(value)).toEqual({ snapshot: value, problems: [] })
  })

  test('may start with a byte order mark, as some editors write it', async () => {
    const { snapshot } = await readSnapshot({ file: 'f', text: '\uFEFF{"schema":"farsight.snapshot/1","accounts":{}}' })
    expect(snapshot).not.toBeNull()
  })

  test('may name its JSON schema for an editor', async () => {
    const value = { $schema: './snapshot.v1.json', schema: 'farsight.snapshot/1', accounts: {} }
    expect((await read(value)).snapshot).toEqual({ schema: 'farsight.snapshot/1', accounts: {} })
  })
})

describe('a text that is not JSON', () => {
  test.each([
    ['', 'E_JSON_CUT_OFF', 1, 1, { expected: '`value`' }],
    ['{\n  "schema": "farsight.snapshot/1",\n', 'E_JSON_CUT_OFF', 3, 1, { expected: '`"key"`' }],
    ['{\n  "schema" "x"\n}', 'E_JSON_SYNTAX', 2, 12, { expected: '`:`', found: '"' }],
    ['{\n  "a": 1,\n}', 'E_JSON_SYNTAX', 3, 1, { expected: '`"key"`', found: '}' }],
  ])('%j: %s in line %i, column %i', async (text, code, line, column, params) => {
    const { snapshot, problems } = await readSnapshot({ file: 'f', text })
    expect(snapshot).toBeNull()
    expect(problems).toEqual([{ code, severity: 'error', file: 'f', line, column, path: null, params }])
  })

  test('nests too deep', async () => {
    const { problems } = await readSnapshot({ file: 'f', text: `{"schema":\n${'['.repeat(20_000_000)}` })
    expect(problems).toMatchObject([{ code: 'E_SNAPSHOT_TOO_DEEP', line: 2, column: 64, params: { limit: '64' } }])
  })
})

describe('a file that is no snapshot of this version', () => {
  test.each([
    [[], 'E_SNAPSHOT_WRONG_TYPE', '', { expected: '`object`', found: '[]' }],
    [null, 'E_SNAPSHOT_WRONG_TYPE', '', { expected: '`object`', found: 'null' }],
    [{ accounts: 1 }, 'E_SNAPSHOT_MISSING_KEY', '', { key: 'schema' }],
    [{ schema: 2, accounts: 1 }, 'E_SNAPSHOT_SCHEMA', '/schema', { expected: 'farsight.snapshot/1', found: '2' }],
    [
      { schema: 'farsight.snapshot/2', acounts: {} },
      'E_SNAPSHOT_SCHEMA',
      '/schema',
      { expected: 'farsight.snapshot/1', found: '"farsight.snapshot/2"' },
    ],
  ])('%j: %s and nothing else', async (value, code, path, params) => {
    expect(await problemsIn(value)).toEqual([{ code, path, params }])
  })
})

describe('a wrong fact', () => {
  test.each<[string, unknown, string, string, Problem['params']]>([
    [
      'a misspelled key',
      vpcWith({ endpoints: { e: { vpcEndpointType: 'Gateway', serviceName: 's', securityGroupID: [] } } }),
      'E_SNAPSHOT_MISSPELLED_KEY',
      `${REGION}/vpcs/v/endpoints/e/securityGroupID`,
      { key: 'securityGroupID', nearest: 'securityGroupIds' },
    ],
    [
      'an unknown key',
      vpcWith({ internetGateways: { i: { vpc: 'v' } } }),
      'E_SNAPSHOT_UNKNOWN_KEY',
      `${REGION}/vpcs/v/internetGateways/i/vpc`,
      { key: 'vpc', known: '`state`, `tags`' },
    ],
    [
      'a key of our own in the network configuration of ECS',
      snapshotWith({
        runTasks: {
          t: {
            taskDefinition: 'w',
            networkConfiguration: { awsvpcConfiguration: { subnets: [], securityGroupIds: [] } },
          },
        },
      }),
      'E_SNAPSHOT_MISSPELLED_KEY',
      `${REGION}/runTasks/t/networkConfiguration/awsvpcConfiguration/securityGroupIds`,
      { key: 'securityGroupIds', nearest: 'securityGroups' },
    ],
    [
      'a key that is missing',
      snapshotWith({ services: { s: {} } }),
      'E_SNAPSHOT_MISSING_KEY',
      `${REGION}/services/s`,
      { key: 'taskDefinition' },
    ],
    [
      'text for a truth value',
      vpcWith({ enableDnsSupport: 'true' }),
      'E_SNAPSHOT_WRONG_TYPE',
      `${REGION}/vpcs/v/enableDnsSupport`,
      { expected: '`boolean`', found: '"true"' },
    ],
    [
      'text for a list',
      vpcWith({ cidrBlocks: '10.0.0.0/16' }),
      'E_SNAPSHOT_WRONG_TYPE',
      `${REGION}/vpcs/v/cidrBlocks`,
      { expected: '`array`', found: '"10.0.0.0/16"' },
    ],
    [
      'a list for a table',
      snapshotWith({ vpcs: [{}] }),
      'E_SNAPSHOT_WRONG_TYPE',
      `${REGION}/vpcs`,
      { expected: '`object`', found: '[…]' },
    ],
    [
      'null where nothing can be missing',
      vpcWith({ subnets: null }),
      'E_SNAPSHOT_WRONG_TYPE',
      `${REGION}/vpcs/v/subnets`,
      { expected: '`object`', found: 'null' },
    ],
    [
      'a port with a fraction',
      vpcWith({
        securityGroups: { g: { ingress: [], egress: [{ protocol: 'tcp', cidr: '0.0.0.0/0', fromPort: 1.5 }] } },
      }),
      'E_SNAPSHOT_WRONG_TYPE',
      `${REGION}/vpcs/v/securityGroups/g/egress/0/fromPort`,
      { expected: '`integer`', found: '1.5' },
    ],
    [
      'neither text nor number',
      snapshotWith({ taskDefinitions: { 'w:1': { containerDefinitions: [], cpu: true } } }),
      'E_SNAPSHOT_WRONG_TYPE',
      `${REGION}/taskDefinitions/w:1/cpu`,
      { expected: '`string`, `number`', found: 'true' },
    ],
    [
      'a word that AWS does not have',
      vpcWith({ natGateways: { n: { connectivityType: 'open' } } }),
      'E_SNAPSHOT_WRONG_VALUE',
      `${REGION}/vpcs/v/natGateways/n/connectivityType`,
      { expected: '`"public"`, `"private"`', found: '"open"' },
    ],
    [
      'an unknown kind of gap',
      snapshotWith({ vpcs: { gap: 'unknown' } }),
      'E_SNAPSHOT_WRONG_VALUE',
      `${REGION}/vpcs/gap`,
      {
        expected:
          '`"not-read"`, `"denied"`, `"other-owner"`, `"parameter"`, `"option"`, `"unresolved"`, `"refused"`, `"after-deploy"`, `"not-modeled"`, `"assumed"`',
        found: '"unknown"',
      },
    ],
    [
      'a gap without what it needs',
      snapshotWith({ vpcs: { gap: 'denied' } }),
      'E_SNAPSHOT_MISSING_KEY',
      `${REGION}/vpcs`,
      { key: 'permission' },
    ],
    [
      'a gap with too much',
      vpcWith({ enableDnsSupport: { gap: 'denied', permission: 'p', permision: 'q' } }),
      'E_SNAPSHOT_MISSPELLED_KEY',
      `${REGION}/vpcs/v/enableDnsSupport/permision`,
      { key: 'permision', nearest: 'permission' },
    ],
    [
      'a gap for a part that is always known',
      snapshotWith({ taskDefinitions: { 'w:1': { containerDefinitions: [{ gap: 'not-read' }] } } }),
      'E_SNAPSHOT_GAP_NOT_POSSIBLE',
      `${REGION}/taskDefinitions/w:1/containerDefinitions/0`,
      {},
    ],
    [
      'a gap for a text that is always known',
      vpcWith({ ownerAccount: { gap: 'not-read' } }),
      'E_SNAPSHOT_GAP_NOT_POSSIBLE',
      `${REGION}/vpcs/v/ownerAccount`,
      {},
    ],
    [
      'a thing under the key *',
      snapshotWith({ secrets: { '*': {} } }),
      'E_SNAPSHOT_WRONG_REST',
      `${REGION}/secrets/*`,
      { found: '{}' },
    ],
    [
      'a wrong gap under the key *',
      snapshotWith({ secrets: { '*': { gap: 'denied' } } }),
      'E_SNAPSHOT_MISSING_KEY',
      `${REGION}/secrets/*`,
      { key: 'permission' },
    ],
    [
      'an address for a block',
      vpcWith({ cidrBlocks: ['10.0.0.1'] }),
      'E_SNAPSHOT_WRONG_FORMAT',
      `${REGION}/vpcs/v/cidrBlocks/0`,
      { example: '10.0.0.0/16', found: '"10.0.0.1"' },
    ],
    [
      'a block that cannot be',
      vpcWith({ subnets: { s: { cidrBlock: '10.0.0.256/33' } } }),
      'E_SNAPSHOT_WRONG_FORMAT',
      `${REGION}/vpcs/v/subnets/s/cidrBlock`,
      { example: '10.0.0.0/16', found: '"10.0.0.256/33"' },
    ],
    [
      'a destination that is neither block nor list',
      vpcWith({ routeTables: { t: { routes: [{ destination: 'default', target: 'local' }] } } }),
      'E_SNAPSHOT_WRONG_FORMAT',
      `${REGION}/vpcs/v/routeTables/t/routes/0/destination`,
      { example: '0.0.0.0/0', found: '"default"' },
    ],
    [
      'an account that is no account',
      { schema: 'farsight.snapshot/1', accounts: { '1111-2222-3333': { regions: {} } } },
      'E_SNAPSHOT_WRONG_FORMAT',
      '/accounts/1111-2222-3333',
      { example: '111122223333', found: '"1111-2222-3333"' },
    ],
    [
      'an origin of no place',
      { schema: 'farsight.snapshot/1', accounts: {}, origins: { accounts: { call: 'x' } } },
      'E_SNAPSHOT_WRONG_FORMAT',
      '/origins/accounts',
      { example: '/accounts/111122223333', found: '"accounts"' },
    ],
    [
      'a time that is none',
      { schema: 'farsight.snapshot/1', accounts: {}, takenAt: 'yesterday' },
      'E_SNAPSHOT_WRONG_FORMAT',
      '/takenAt',
      { example: '2026-01-31T09:30:00Z', found: '"yesterday"' },
    ],
    [
      'a number below those of ACL entries',
      aclWith(0),
      'E_SNAPSHOT_TOO_SMALL',
      `${REGION}/vpcs/v/networkAcls/a/entries/0/ruleNumber`,
      { minimum: '1', found: '0' },
    ],
    [
      'the last entry of an ACL',
      aclWith(32767),
      'E_SNAPSHOT_TOO_LARGE',
      `${REGION}/vpcs/v/networkAcls/a/entries/0/ruleNumber`,
      { maximum: '32766', found: '32767' },
    ],
    [
      'a rule with two peers',
      vpcWith({
        securityGroups: { g: { ingress: [{ protocol: '-1', cidr: '0.0.0.0/0', groupId: 'h' }], egress: [] } },
      }),
      'E_SNAPSHOT_NOT_ONE_PEER',
      `${REGION}/vpcs/v/securityGroups/g/ingress/0`,
      { peers: '`cidr`, `groupId`' },
    ],
    [
      'a rule without a peer',
      vpcWith({ securityGroups: { g: { ingress: [{ protocol: '-1' }], egress: [] } } }),
      'E_SNAPSHOT_NO_PEER',
      `${REGION}/vpcs/v/securityGroups/g/ingress/0`,
      {},
    ],
  ])('%s', async (_, value, code, path, params) => {
    expect((await read(value)).snapshot).toBeNull()
    expect(await problemsIn(value)).toEqual([{ code, path, params }])
  })
})

function aclWith(ruleNumber: number): object {
  const entry = { ruleNumber, egress: true, ruleAction: 'deny', protocol: '-1', cidrBlock: '0.0.0.0/0' }
  return vpcWith({ networkAcls: { a: { entries: [entry] } } })
}

describe('an odd policy', () => {
  const policyOf = (snapshot: Snapshot | null) => {
    const roles = snapshot?.accounts['111122223333']?.roles
    const role = roles === undefined || 'gap' in roles ? null : roles.r
    return role === undefined || role === null || 'gap' in role ? null : role.assumeRolePolicyDocument
  }
  const gap = (expression: string) => ({ gap: 'unresolved', expression })

  test.each<[string, object, object, string, string]>([
    [
      'effect',
      roleWith([{ Effect: 'allow' }]),
      { Statement: [{ Effect: gap('"allow"') }] },
      'Statement.0.Effect',
      '"allow"',
    ],
    [
      'action',
      roleWith({ Effect: 'Deny', Action: [1] }),
      { Statement: { Effect: 'Deny', Action: gap('[…]') } },
      'Statement.Action.0',
      '1',
    ],
    ['missing effect', roleWith([{}]), { Statement: [{ Effect: gap('—') }] }, 'Statement.0.Effect', '—'],
    ['statement', roleWith([7]), { Statement: gap('[…]') }, 'Statement.0', '7'],
    ['list of statements', roleWith('all'), { Statement: gap('"all"') }, 'Statement', '"all"'],
    [
      'condition',
      roleWith({ Effect: 'Deny', Condition: { Bool: 1 } }),
      { Statement: { Effect: 'Deny', Condition: gap('{…}') } },
      'Statement.Condition.Bool',
      '1',
    ],
    ['version', roleWith({ Effect: 'Deny' }, { Version: 2012 }), { Statement: gap('2012') }, 'Version', '2012'],
    ['id', roleWith({ Effect: 'Deny' }, { Id: 1 }), { Statement: { Effect: 'Deny' } }, 'Id', '1'],
    ['sid', roleWith([{ Effect: 'Deny', Sid: 1 }]), { Statement: [{ Effect: 'Deny' }] }, 'Statement.0.Sid', '1'],
  ])('element is not known, with a warning: %s', async (_, value, policy, element, found) => {
    const { snapshot, problems } = await read(value)
    expect(policyOf(snapshot)).toEqual(policy)
    expect(problems).toMatchObject([{ code: 'W_SNAPSHOT_ODD_POLICY', severity: 'warning', params: { element, found } }])
  })

  test('with all its elements odd is still read', async () => {
    const { snapshot, problems } = await read(roleWith({ Effect: 1, Sid: 2, Action: 3 }, { Version: 4, Id: 5 }))
    expect(policyOf(snapshot)).toEqual({ Statement: gap('4') })
    expect(problems).toHaveLength(5)
  })

  test('is read wherever its version stands', async () => {
    const policy = { Version: 4, Statement: { Effect: 1 } }
    const { snapshot } = await read(snapshotWith({}, { roles: { r: { assumeRolePolicyDocument: policy } } }))
    expect(policyOf(snapshot)).toEqual({ Statement: gap('4') })
  })

  test('without statements is an error', async () => {
    const value = snapshotWith({}, { policies: { p: { document: { Version: '2012-10-17' } } } })
    expect(await problemsIn(value)).toMatchObject([{ code: 'E_SNAPSHOT_MISSING_KEY', params: { key: 'Statement' } }])
  })

  test('stands below an error, as a warning', async () => {
    const value = snapshotWith({ vpcs: 1 }, { roles: { r: { assumeRolePolicyDocument: { Statement: 1 } } } })
    const { snapshot, problems } = await read(value)
    expect(snapshot).toBeNull()
    expect(problems.map(({ code }) => code)).toEqual(['E_SNAPSHOT_WRONG_TYPE', 'W_SNAPSHOT_ODD_POLICY'])
  })
})

describe('the place of a problem', () => {
  const text = [
    '{',
    '  "schema": "farsight.snapshot/1",',
    '  "accounts": { "111122223333": { "regions": { "r": {',
    '    "services": { "a/b": { "taskDefinition": 5 },',
    '      "c": {}, "a/b": { "taskdefinition": "w" } },',
    '    "vpc": {}',
    '  } } } }',
    '}',
  ].join('\n')

  test('is that of the value, of the key, or of the object that lacks a key', async () => {
    const { problems } = await readSnapshot({ file: 'f', text })
    expect(problems.map(({ code, line, column, path }) => [code, line, column, path])).toEqual([
      ['E_SNAPSHOT_MISSING_KEY', 5, 12, '/accounts/111122223333/regions/r/services/c'],
      ['E_SNAPSHOT_DUPLICATE_KEY', 5, 16, '/accounts/111122223333/regions/r/services/a~1b'],
      ['E_SNAPSHOT_MISSING_KEY', 5, 23, '/accounts/111122223333/regions/r/services/a~1b'],
      ['E_SNAPSHOT_MISSPELLED_KEY', 6, 5, '/accounts/111122223333/regions/r/vpc'],
    ])
  })
})

describe('many problems', () => {
  const services = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, {}]))

  test('are told up to twenty, then counted', async () => {
    const { problems } = await read(snapshotWith({ services: services(5000) }))
    expect(problems).toHaveLength(21)
    expect(problems[19]?.path).toBe(`${REGION}/services/s19`)
    expect(problems[20]).toEqual({
      code: 'E_SNAPSHOT_MORE_PROBLEMS',
      severity: 'error',
      file: 'snapshot.json',
      line: null,
      column: null,
      path: null,
      params: { count: '4980' },
    })
  })

  test('are all told when there are twenty', async () => {
    expect((await read(snapshotWith({ services: services(20) }))).problems).toHaveLength(20)
  })

  test('that are only warnings are counted as warnings', async () => {
    const roles = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`r${i}`, { assumeRolePolicyDocument: { Statement: [{ Effect: 1 }] } }]),
    )
    const { snapshot, problems } = await read(snapshotWith({}, { roles }))
    expect(snapshot).not.toBeNull()
    expect(problems.at(-1)).toMatchObject({ code: 'W_SNAPSHOT_MORE_PROBLEMS', severity: 'warning' })
  })
})

describe('hostile content', () => {
  test.each([
    ['{"schema":"farsight.snapshot/1","accounts":{},"__proto__":{"x":1}}', ['E_SNAPSHOT_FORBIDDEN_KEY']],
    [
      '{"schema":"farsight.snapshot/1","accounts":{"__proto__":{"regions":{}}}}',
      ['E_SNAPSHOT_WRONG_FORMAT', 'E_SNAPSHOT_FORBIDDEN_KEY'],
    ],
    [
      '{"schema":"farsight.snapshot/1","accounts":{"111122223333":{"regions":{"r":{"secrets":{"\\u005f_proto__":{}}}}}}}',
      ['E_SNAPSHOT_FORBIDDEN_KEY'],
    ],
  ])('%s is refused and changes no prototype', async (text, codes) => {
    const { snapshot, problems } = await readSnapshot({ file: 'f', text })
    expect(snapshot).toBeNull()
    expect(problems.map(({ code }) => code)).toEqual(codes)
    expect('x' in {}).toBe(false)
  })

  test('never throws', async () => {
    const key = fc.constantFrom(
      'schema',
      'accounts',
      'origins',
      'regions',
      'vpcs',
      '*',
      'gap',
      'Statement',
      'roles',
      '__proto__',
      '111122223333',
    )
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.constantFrom('farsight.snapshot/1', null, 'denied', 0), fc.string()),
      tree: fc.oneof(
        { maxDepth: 6 },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(tree, async (value) => {
        const whole = typeof value === 'object' && value !== null ? { ...value, schema: 'farsight.snapshot/1' } : value
        const { snapshot, problems } = await read(whole)
        expect(snapshot === null).toBe(problems.some(({ severity }) => severity === 'error'))
      }),
      { numRuns: 300 },
    )
  })
})

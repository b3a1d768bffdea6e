import { buildReport, index, preflight } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { read, readTemplate } from './test-template.ts'

const VPC = '{"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}'

function problemsOf(text: string) {
  const { snapshot, problems } = readTemplate({ file: 'app.yaml', text })
  return {
    read: snapshot !== null,
    problems: problems.map(({ code, line, column, params }) => ({ code, at: `${line}:${column}`, params })),
  }
}

describe('a file that is no template gives a problem with its place', () => {
  test.each([
    ['nothing', '', 'E_EMPTY_FILE', '1:1', {}],
    ['a comment alone', '# later\n', 'E_EMPTY_FILE', '1:1', {}],
    ['a text', 'hello', 'E_WRONG_TYPE', '1:1', { what: 'template', expected: 'map', found: 'text' }],
    ['a list', '- a\n- b\n', 'E_WRONG_TYPE', '1:1', { what: 'template', expected: 'map', found: 'list' }],
    ['no Resources', 'Description: x\n', 'E_NO_RESOURCES', '1:1', {}],
    [
      'Resources without any',
      'Resources:\n',
      'E_WRONG_TYPE',
      '1:1',
      { what: 'Resources', expected: 'map', found: 'nothing' },
    ],
    [
      'Resources as a list',
      'A: b\nResources:\n  - x\n',
      'E_WRONG_TYPE',
      '2:1',
      { what: 'Resources', expected: 'map', found: 'list' },
    ],
    ['YAML that does not parse', 'Resources:\n  A: [b\n', 'E_SYNTAX', '3:1', { format: 'YAML', reason: 'BAD_INDENT' }],
    ['a tab as indentation', 'Resources:\n\tA: b\n', 'E_SYNTAX', '2:1', { format: 'YAML', reason: 'TAB_AS_INDENT' }],
    ['JSON that does not parse', '{"Resources": {\n "A" "b"}}', 'E_SYNTAX', '2:6', { format: 'JSON' }],
    ['JSON that ends too early', '{"Resources": {', 'E_SYNTAX', '1:16', { format: 'JSON' }],
  ])('%s', (_name, text, code, at, params) => {
    const { read, problems } = problemsOf(text)
    expect(read).toBe(false)
    expect(problems[0]).toMatchObject({ code, at, params })
  })
})

describe('a template with a mistake is read, and the mistake is told', () => {
  test.each([
    ['a resource that is no map', 'Resources:\n  A: text\n', 'E_WRONG_TYPE', '2:3', { what: 'A' }],
    [
      'a resource without Type',
      'Resources:\n  A:\n    Properties: {}\n',
      'E_RESOURCE_WITHOUT_TYPE',
      '2:3',
      { logicalId: 'A' },
    ],
    ['a Type that is a list', 'Resources:\n  A: {Type: [x]}\n', 'E_RESOURCE_WITHOUT_TYPE', '2:3', { logicalId: 'A' }],
    [
      'Properties that are a list',
      'Resources:\n  A:\n    Type: T::T::T\n    Properties: [x]\n',
      'E_WRONG_TYPE',
      '4:5',
      { what: 'Properties' },
    ],
    [
      'a logical id with a hyphen',
      'Resources:\n  a-b: {Type: T::T::T}\n',
      'E_BAD_LOGICAL_ID',
      '2:3',
      { logicalId: 'a-b' },
    ],
    [
      'Parameters as a list',
      `Parameters: []\nResources: {A: ${VPC}}\n`,
      'E_WRONG_TYPE',
      '1:1',
      { what: 'Parameters', found: 'list' },
    ],
    [
      'a parameter that is no map',
      `Parameters: {P: 1}\nResources: {A: ${VPC}}\n`,
      'E_WRONG_TYPE',
      '1:14',
      { what: 'P' },
    ],
    [
      'an unknown tag',
      'Resources:\n  A:\n    Type: T::T::T\n    Properties: {x: !Reff b}\n',
      'E_UNKNOWN_TAG',
      '4:21',
      { tag: '!Reff' },
    ],
    [
      'a key given twice',
      `Resources:\n  A: ${VPC}\n  A: ${VPC}\n`,
      'W_DUPLICATE_KEY',
      '3:3',
      { key: 'A', firstLine: '2' },
    ],
    [
      'a key given twice in JSON',
      `{"Resources": {\n"A": ${VPC},\n"A": ${VPC}}}`,
      'W_DUPLICATE_KEY',
      '3:1',
      { key: 'A', firstLine: '2' },
    ],
    [
      'an alias of nothing',
      `Metadata: *missing\nResources:\n  A: ${VPC}\n`,
      'E_UNDEFINED_ALIAS',
      '1:11',
      { name: 'missing' },
    ],
    [
      'a reference to nothing',
      'Resources:\n  A:\n    Type: T::T::T\n    Properties: {x: !Ref Missing}\n',
      'E_UNDEFINED_REFERENCE',
      '4:26',
      { name: 'Missing' },
    ],
    [
      'an attribute of nothing',
      `Resources: {A: ${VPC}}\nOutputs:\n  O: {Value: !GetAtt Missing.Arn}\n`,
      'E_UNDEFINED_REFERENCE',
      '3:22',
      { name: 'Missing' },
    ],
    [
      'a variable of nothing',
      `Resources: {A: ${VPC}}\nOutputs:\n  O: {Value: !Sub "\${Missing.Arn}"}\n`,
      'E_UNDEFINED_REFERENCE',
      '3:19',
      { name: 'Missing' },
    ],
    [
      'a pseudo parameter that does not exist',
      `Resources: {A: ${VPC}}\nOutputs: {O: {Value: !Ref AWS::Regio}}\n`,
      'E_UNDEFINED_REFERENCE',
      '2:27',
      { name: 'AWS::Regio' },
    ],
    [
      'a condition that does not exist',
      'Resources:\n  A: {Type: T::T::T, Condition: Missing}\n',
      'E_UNDEFINED_CONDITION',
      '2:3',
      { name: 'Missing' },
    ],
    ['a second document', `Resources: {A: ${VPC}}\n---\nB: c\n`, 'E_MULTIPLE_DOCUMENTS', '2:1', {}],
  ])('%s', (_name, text, code, at, params) => {
    const { read, problems } = problemsOf(text)
    expect(read).toBe(true)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code, at, params })
  })
})

test('what a macro may still define is no mistake', () => {
  const text = `Transform: Macro\nResources:\n  A: {Type: T::T::T, Condition: C, Properties: {x: !Ref Made, y: !GetAtt Made.Arn}}\n`
  expect(problemsOf(text).problems).toEqual([])
})

test('JSON may be indented with tabs, and lines and columns count from 1', () => {
  const text =
    '{\n\t"Resources": {\n\t\t"A": {\n\t\t\t"Type": "AWS::EC2::VPC",\n\t\t\t"Properties": {\n\t\t\t\t"CidrBlock": "10.0.0.0/16"\n\t\t\t}\n\t\t}\n\t}\n}\n'
  const { snapshot, problems } = readTemplate({ file: 'app.json', text })
  expect(problems).toEqual([])
  expect(snapshot?.origins).toMatchObject({
    '/accounts/«AWS::AccountId»/regions/«AWS::Region»/vpcs/A': { file: 'app.json', line: 3, column: 3, path: 'A' },
    '/accounts/«AWS::AccountId»/regions/«AWS::Region»/vpcs/A/cidrBlocks': { line: 6, column: 5 },
  })
})

test.each([
  ['True', "'true'", true],
  ['yes', "'true'", true],
  ['OFF', 'No', true],
  ["'yes'", "'yes'", true],
  ["'yes'", 'yes', false],
  ['y', "'y'", true],
])('%s without quotes is as CloudFormation reads it: the same as %s, %s', (left, right, same) => {
  const text = `Conditions: {Same: !Equals [${left}, ${right}]}
Resources: {A: {Type: AWS::ECS::Cluster, Condition: Same}}`
  expect(Object.keys(read(text).region.clusters ?? {})).toHaveLength(same ? 1 : 0)
})

test('a byte order mark, Windows line ends and a document marker do no harm', () => {
  expect(problemsOf(`\ufeff---\r\nResources:\r\n  A: ${VPC}\r\n`)).toEqual({ read: true, problems: [] })
})

describe('a hostile file', () => {
  test.each([
    ['flow lists', (n: number) => `Resources: ${'['.repeat(n)}${']'.repeat(n)}`],
    ['flow lists that never end', (n: number) => '['.repeat(n)],
    ['JSON objects', (n: number) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`],
    ['block lists', (n: number) => `${'- '.repeat(n)}a`],
    ['explicit keys', (n: number) => `${'? '.repeat(n)}a`],
  ])('of %s too deep to recurse into is refused', (_name, nested) => {
    const { read, problems } = problemsOf(nested(8_000))
    expect(read).toBe(false)
    expect(problems).toMatchObject([{ code: 'E_TOO_DEEP', params: { limit: '64' } }])
  })

  test('may nest 64 levels and no more', () => {
    const nested = (n: number) =>
      `Resources:\n  A:\n    Type: T::T::T\n    Properties:\n      x: ${'['.repeat(n)}${']'.repeat(n)}`
    expect(problemsOf(nested(60))).toEqual({ read: true, problems: [] })
    expect(problemsOf(nested(61)).problems).toMatchObject([{ code: 'E_TOO_DEEP', at: '5:70' }])
  })

  test('whose aliases multiply is refused', () => {
    const level = (i: number) => `a${i}: &a${i} [${new Array(9).fill(`*a${i - 1}`).join(', ')}]`
    const text = `a0: &a0 [x]\n${Array.from({ length: 12 }, (_, i) => level(i + 1)).join('\n')}\nResources: {A: ${VPC}}\n`
    expect(problemsOf(text)).toMatchObject({ read: false, problems: [{ code: 'E_TOO_MANY_ALIASES' }] })
  })

  test('whose aliases pile up too deep is refused', () => {
    const level = (i: number) => `a${i}: &a${i} [[[[[[[[[*a${i - 1}]]]]]]]]]`
    const text = `a0: &a0 [x]\n${Array.from({ length: 12 }, (_, i) => level(i + 1)).join('\n')}\nResources: {A: ${VPC}}\n`
    expect(problemsOf(text)).toMatchObject({ read: false, problems: [{ code: 'E_TOO_DEEP' }] })
  })

  test('whose alias lies inside its own anchor is told so', () => {
    expect(problemsOf(`a: &a [*a]\nResources: {A: ${VPC}}\n`).problems).toMatchObject([{ code: 'E_UNDEFINED_ALIAS' }])
  })

  test('whose conditions go round in circles is told so', () => {
    const text = `Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\nResources:\n  V: {Type: T::T::T, Condition: A}\n`
    expect(problemsOf(text).problems).toMatchObject([{ code: 'E_CIRCULAR_REFERENCE', at: '2:11' }])
  })

  test('whose attributes go round in circles is told so', () => {
    const vpc = (id: string, other: string) =>
      `  ${id}:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: !GetAtt ${other}.CidrBlock}\n`
    const { read, problems } = problemsOf(`Resources:\n${vpc('A', 'B')}${vpc('B', 'A')}`)
    expect(read).toBe(true)
    expect(problems).toMatchObject([{ code: 'E_CIRCULAR_REFERENCE' }])
  })

  test('whose conditions form a chain too long to follow is read without an overflow', () => {
    const chain = Array.from({ length: 2_000 }, (_, i) => `  C${i}: !Not [!Condition C${i + 1}]`).join('\n')
    const text = `Conditions:\n${chain}\n  C2000: !Equals [a, a]\nResources:\n  V: {Type: T::T::T, Condition: C0}\n`
    expect(problemsOf(text)).toMatchObject({ read: true, problems: [{ code: 'E_CIRCULAR_REFERENCE' }] })
  })

  test('whose attributes form a chain too long to follow is read without an overflow', () => {
    const vpcs = Array.from(
      { length: 2_000 },
      (_, i) => `  V${i}: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !GetAtt V${i + 1}.CidrBlock}}`,
    )
    const text = `Resources:\n${vpcs.join('\n')}\n  V2000: ${VPC}\n`
    expect(problemsOf(text).read).toBe(true)
  })

  test.each([
    ['Sub', (next: string) => `!Sub "\${${next}.CidrBlock}\${${next}.CidrBlock}"`],
    ['Join', (next: string) => `!Join ["", [!GetAtt ${next}.CidrBlock, !GetAtt ${next}.CidrBlock]]`],
    ['lists', (next: string) => `[!GetAtt ${next}.CidrBlock, !GetAtt ${next}.CidrBlock]`],
  ])('that doubles its values again and again with %s stays small', (_name, doubled) => {
    const vpcs = Array.from(
      { length: 60 },
      (_, i) => `  V${i}: {Type: AWS::EC2::VPC, Properties: {CidrBlock: ${doubled(`V${i + 1}`)}}}`,
    )
    const { snapshot } = readTemplate({ file: 'f', text: `Resources:\n${vpcs.join('\n')}\n  V60: ${VPC}\n` })
    expect(JSON.stringify(snapshot).length).toBeLessThan(3_000_000)
  })

  test('with a policy of JSON too deep to recurse into is read', () => {
    const deep = '['.repeat(5_000) + ']'.repeat(5_000)
    const text = `{"Resources": {"R": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryPolicyText": "{\\"Statement\\": ${deep}}"}}}}`
    expect(problemsOf(text).problems).toMatchObject([{ code: 'W_WRONG_PROPERTY_TYPE' }])
  })

  test('whose conditions nest and chain is read without an overflow', () => {
    const not = (inner: string) => `${'{"Fn::Not": ['.repeat(25)}${inner}${']}'.repeat(25)}`
    const chain = Array.from({ length: 500 }, (_, i) => `"C${i}": ${not(`{"Condition": "C${i + 1}"}`)}`)
    const text = `{"Conditions": {${chain.join(',')}, "C500": {"Fn::Equals": ["a", "a"]}}, "Resources": {"V": {"Type": "T", "Condition": "C0"}}}`
    expect(problemsOf(text).read).toBe(true)
  })

  test.each(['no such gap', 'not-modeled', 'parameter'])(
    'with members that look like our gaps is judged: %s',
    (gap) => {
      const members = `{gap: ${gap}}`
      const text = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Tags: [{Key: gap, Value: ${gap}}]
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: ${members}, Action: 'sts:AssumeRole', Condition: {StringEquals: ${members}}}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: app, Image: nginx, LogConfiguration: {LogDriver: awslogs, Options: ${members}}, DockerLabels: ${members}}]
  Service:
    Type: AWS::ECS::Service
    Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task}`
      const { snapshot } = read(text)
      if (snapshot === null) throw new Error('no snapshot')
      const world = index(snapshot)
      for (const language of ['en', 'ja'] as const) {
        const report = buildReport(world, preflight(world), { source: { type: 'template', files: [] }, language })
        expect(report.launches).toHaveLength(1)
        expect(JSON.stringify(report)).not.toContain('undefined')
      }
    },
  )

  test('with keys of the prototype leaves every object as it is', () => {
    const text = `{
      "__proto__": {"polluted": true},
      "Parameters": {"__proto__": {"Type": "String", "Default": "x"}},
      "Resources": {
        "__proto__": {"Type": "AWS::EC2::VPC"},
        "constructor": {"Type": "AWS::IAM::Role", "Properties": {
          "AssumeRolePolicyDocument": {"__proto__": {"polluted": true}, "Statement": [{"__proto__": {"polluted": true}, "Effect": "Allow"}]},
          "Policies": [{"PolicyName": "__proto__", "PolicyDocument": {"Statement": []}}]}},
        "Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "__proto__"}},
        "Foreign": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"VpcId": "__proto__"}}}}`
    const { snapshot, problems } = readTemplate({ file: 'app.json', text })
    expect(problems).toMatchObject([{ code: 'E_BAD_LOGICAL_ID' }])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    const region = snapshot?.accounts['«AWS::AccountId»']?.regions['«AWS::Region»']
    expect(Object.keys(region?.logGroups ?? {})).toEqual(['__proto__'])
    expect(Object.keys(region?.vpcs ?? {})).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(region?.logGroups)).toBe(Object.prototype)
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
  })
})

test('aliases and merge keys are written out, as `aws cloudformation package` does', () => {
  const text = `
Base: &base {EnableDnsSupport: false, CidrBlock: 10.1.0.0/16}
Resources:
  A:
    Type: AWS::EC2::VPC
    Properties:
      <<: *base
      CidrBlock: 10.2.0.0/16
  B: {Type: AWS::EC2::VPC, Properties: *base}
`
  const { snapshot } = readTemplate({ file: 'app.yaml', text })
  expect(snapshot?.accounts['«AWS::AccountId»']?.regions['«AWS::Region»']?.vpcs).toMatchObject({
    A: { enableDnsSupport: false, cidrBlocks: ['10.2.0.0/16'] },
    B: { enableDnsSupport: false, cidrBlocks: ['10.1.0.0/16'] },
  })
})

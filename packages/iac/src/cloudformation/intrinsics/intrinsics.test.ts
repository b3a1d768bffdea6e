// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so
import { describe, expect, test } from 'vitest'
import { assemble } from '../assembly.ts'
import { parseTemplate } from '../parse-template.ts'
import { indented } from '../test-template.ts'
import { embed, type Value } from '../value.ts'

const TEMPLATE = `
Parameters:
  Env: {Type: String, Default: prod}
  Image: {Type: String}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Zones: {Type: CommaDelimitedList, Default: 'a, b ,c'}
  Empty: {Type: String, Default: ''}
  Ami: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /aws/service/x}
Mappings:
  Sizes:
    prod: {cpu: 1024, name: same}
    dev: {cpu: 256, name: same}
  Regions:
    us-east-1: {bucket: a}
    eu-west-1: {bucket: b}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Not [!Condition IsProd]
  Unknown: !Equals [!Ref Image, nginx]
  Open: !Equals [!Ref Image, '']
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Other:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: !GetAtt Vpc.CidrBlock}
  Role:
    Type: AWS::IAM::Role
    Properties: {Path: /team/, RoleName: !Sub '\${Env}-role'}
  Unnamed:
    Type: AWS::IAM::Role
  Queue:
    Type: AWS::SQS::Queue
  Nested:
    Type: AWS::CloudFormation::Stack
  Gone:
    Type: AWS::EC2::VPC
    Condition: IsDev
  Subject:
    Type: AWS::SSM::Parameter
    Properties:
      Value:
`

function evaluate(expression: string, options: { region?: string; parameters?: Record<string, string> } = {}) {
  const { template, problems } = parseTemplate('t.yaml', TEMPLATE + indented(expression, 8))
  if (template === null) throw new Error(JSON.stringify(problems.found))
  const parsed = { file: 't.yaml', template, problems, references: [] }
  const root = { parsed, region: options.region, parameters: options.parameters ?? {} }
  const { registry } = assemble([root], { files: null, parse: () => null, assetOf: () => null, over: null })
  const subject = registry.resources.get('Subject')
  const value = subject?.get('Value') ?? { kind: 'absent', at: 0 }
  return { value, shown: show(value), problems: problems.found.map(({ code }) => code) }
}

/** Texts as they are, lists in brackets, `&id` for ids of the template, `?name` for what nobody knows. */
function show(value: Value): string {
  if (value.kind === 'list') return `[${value.items.map(show).join(' | ')}]`
  if (value.kind === 'map')
    return `{${[...value.entries].map(([key, entry]) => `${key}: ${show(entry.value)}`).join(' | ')}}`
  if (value.kind === 'reference') return `&${value.id}`
  if (value.kind === 'unknown') return `?${value.name}`
  return value.kind === 'absent' ? '(absent)' : (embed(value) ?? '')
}

describe('an expression gives', () => {
  test.each([
    ['!Ref Env', 'prod'],
    ['{Ref: Env}', 'prod'],
    ['!Ref Image', '?Image'],
    ['!Ref Subnets', '?Subnets'],
    ['!Ref Zones', '[a | b | c]'],
    ['!Ref Ami', '?Ami'],
    ['!Ref Vpc', '&Vpc'],
    ['!Ref Role', 'prod-role'],
    ['!Ref Unnamed', '«Unnamed»'],
    ['!Ref Queue', '?Queue'],
    ['!Ref Gone', '?Gone'],
    ['!Ref AWS::Region', '«AWS::Region»'],
    ['!Ref AWS::NoValue', '(absent)'],
    ['!Ref AWS::Partition', 'aws'],
    [
      '!Ref AWS::StackId',
      'arn:aws:cloudformation:«AWS::Region»:«AWS::AccountId»:stack/«AWS::StackName»/«AWS::StackId»',
    ],
    ['!GetAtt Vpc.VpcId', '&Vpc'],
    ['!GetAtt [Vpc, CidrBlock]', '10.0.0.0/16'],
    ['!GetAtt Other.CidrBlock', '10.0.0.0/16'],
    ['!GetAtt Role.Arn', 'arn:aws:iam::«AWS::AccountId»:role/team/prod-role'],
    ['!GetAtt Queue.Arn', '?Queue.Arn'],
    ['!GetAtt Nested.Outputs.SubnetId', '?Nested.Outputs.SubnetId'],
    ['!Sub "${Env}/${AWS::Region}/${!literal}"', 'prod/«AWS::Region»/${literal}'],
    ['!Sub "vpc/${Vpc}/${Role.Arn}"', 'vpc/«Vpc»/arn:aws:iam::«AWS::AccountId»:role/team/prod-role'],
    ['!Sub ["${A}-${Env}", {A: !Ref Image}]', '«Image»-prod'],
    ['!Sub "{{resolve:ssm:/x}}"', '?{{resolve:ssm:/x}}'],
    ['!Sub "a-{{resolve:ssm:/x}}"', 'a-«{{resolve:ssm:/x}}»'],
    ['!Sub "${Vpc}"', '&Vpc'],
    ['!Join ["", [!Ref Vpc]]', '&Vpc'],
    ['!Join [":", [a, !Ref Env, !Ref Image]]', 'a:prod:«Image»'],
    ['!Join [",", !Ref Zones]', 'a,b,c'],
    ['!Join [",", !Ref Subnets]', '?Subnets'],
    ['!Join ["", [a, !Ref "AWS::NoValue", b]]', 'ab'],
    ['!Select [1, !Ref Zones]', 'b'],
    ['!Select ["0", !Ref Subnets]', '?Subnets[0]'],
    ['!Select [1, !GetAZs ""]', '«Fn::GetAZs AWS::Region[1]»'],
    ['!Select [0, !Split ["/", "10.0.0.0/16"]]', '10.0.0.0'],
    ['!Select [2, !Split ["/", !Ref "AWS::StackId"]]', '«AWS::StackId»'],
    ['!Select [5, !Split [":", !GetAtt Role.Arn]]', 'role/team/prod-role'],
    ['!Split ["-", !Sub "a-${Image}-b"]', '?Fn::Split a-«Image»-b'],
    ['!Split [",", !Ref Image]', '?Image'],
    ['!FindInMap [Sizes, !Ref Env, cpu]', '1024'],
    ['!FindInMap [Sizes, !Ref Image, name]', 'same'],
    ['!FindInMap [Sizes, !Ref Image, cpu]', '?Fn::FindInMap Sizes.«Image».cpu'],
    ['!FindInMap [Regions, !Ref "AWS::Region", bucket]', '?Fn::FindInMap Regions.«AWS::Region».bucket'],
    ['!FindInMap [Sizes, test, cpu, {DefaultValue: 1}]', '1'],
    ['!If [IsProd, a, b]', 'a'],
    ['!If [IsDev, a, b]', 'b'],
    ['!If [Unknown, a, b]', '?Fn::If Unknown a b'],
    ['!If [Unknown, [x, !Ref Vpc], [x, !Ref Vpc]]', '[x | &Vpc]'],
    ['[a, !If [IsDev, b, !Ref "AWS::NoValue"], !If [Unknown, c, d]]', '[a | ?Fn::If Unknown c d]'],
    ['{a: !If [IsDev, b, !Ref "AWS::NoValue"], c: d}', '{c: d}'],
    ['!ImportValue net-vpc', '?Fn::ImportValue net-vpc'],
    ['{"Fn::ImportValue": !Sub "${Env}-vpc"}', '?Fn::ImportValue prod-vpc'],
    ['!ImportValue {"Fn::Sub": "${Image}-vpc"}', '?Fn::ImportValue Image-vpc'],
    ['!Base64 "Füße 🚀"', 'RsO8w59lIPCfmoA='],
    ['!Base64 a', 'YQ=='],
    ['{"Fn::Length": !Ref Zones}', '3'],
    ['!Cidr [10.0.0.0/16, 3, 8]', '[10.0.0.0/24 | 10.0.1.0/24 | 10.0.2.0/24]'],
    ['!Select [2, !Cidr [!GetAtt Vpc.CidrBlock, 4, 12]]', '10.0.32.0/20'],
    ['!Cidr ["2001:db8::/56", 2, 64]', '[2001:db8::/64 | 2001:db8:0:1::/64]'],
    ['!Cidr [!Ref Image, 2, 8]', '?Fn::Cidr «Image»'],
    ['!Transform {Name: Macro}', '?Fn::Transform'],
    ['{"Fn::Transform": {Name: Macro}, b: c}', '?Fn::Transform'],
    ['!ToJsonString {a: b}', '{"a":"b"}'],
    ['0123', '0123'],
    ['2012-10-17', '2012-10-17'],
    ['1.10', '1.10'],
    ['null', '(absent)'],
    ['"null"', 'null'],
  ])('%s → %s', (expression, expected) => {
    expect(evaluate(expression)).toMatchObject({ shown: expected, problems: [] })
  })

  test.each([
    ['!Ref AWS::URLSuffix', 'cn-north-1', 'amazonaws.com.cn'],
    ['!Ref AWS::Partition', 'cn-north-1', 'aws-cn'],
    ['!Ref AWS::Partition', 'us-gov-west-1', 'aws-us-gov'],
    ['!Select [1, !GetAZs ""]', 'us-east-1', 'us-east-1«Fn::GetAZs us-east-1[1]»'],
    ['!FindInMap [Regions, !Ref "AWS::Region", bucket]', 'us-east-1', 'a'],
  ])('%s in %s → %s', (expression, region, expected) => {
    expect(evaluate(expression, { region }).shown).toBe(expected)
  })

  test('a parameter that is given wins over its default, and lists split at commas', () => {
    const parameters = { Env: 'dev', Subnets: 'subnet-a, subnet-b' }
    expect(evaluate('!Ref Env', { parameters }).shown).toBe('dev')
    expect(evaluate('!Ref Subnets', { parameters }).shown).toBe('[subnet-a | subnet-b]')
    expect(evaluate('!If [IsDev, a, b]', { parameters }).shown).toBe('a')
  })

  test('a parameter named like a property of every object has no value unless it is given', () => {
    expect(evaluate('!Ref Image', { parameters: JSON.parse('{"__proto__": {"Image": "x"}}') }).shown).toBe('?Image')
  })

  test.each([
    ['!Ref AWS::Region', { gap: 'option', option: '--region' }],
    ['!Sub "a-${AWS::AccountId}"', { gap: 'option', option: '--account' }],
    ['!Ref AWS::StackName', { gap: 'parameter', name: 'AWS::StackName' }],
    ['!Ref Unnamed', { gap: 'after-deploy' }],
  ])('%s is open because nobody said it', (expression, open) => {
    expect(evaluate(expression).value).toMatchObject({ open })
  })

  test('the gap of an SSM parameter names its path, for nobody but the account knows its value', () => {
    const { value } = evaluate('!Ref Ami')
    expect(value).toMatchObject({ gap: { gap: 'unresolved', expression: 'SSM parameter /aws/service/x' } })
  })

  test('a condition that compares texts which cannot be equal is decided although a part is open', () => {
    expect(evaluate('!If [Open, a, b]', { parameters: { Image: 'x' } }).shown).toBe('b')
    expect(evaluate('!If [Open, a, b]').shown).toBe('?Fn::If Open a b')
  })
})

describe('a call that is not well formed is a problem, and unknown', () => {
  test.each([
    ['{"Fn::Iff": [IsProd, a, b]}', 'E_UNKNOWN_FUNCTION'],
    ['!Ref [a]', 'E_BAD_FUNCTION'],
    ['!GetAtt Vpc', 'E_BAD_FUNCTION'],
    ['!Join abc', 'E_BAD_FUNCTION'],
    ['!Select [0]', 'E_BAD_FUNCTION'],
    ['!Split ["", abc]', undefined],
    ['!Sub {a: b}', 'E_BAD_FUNCTION'],
    ['!If [IsProd, a]', 'E_BAD_FUNCTION'],
    ['!If [Nowhere, a, b]', 'E_UNDEFINED_CONDITION'],
    ['!FindInMap [Sizes, prod, nothing]', 'W_UNDEFINED_MAPPING'],
    ['!FindInMap [Nothing, prod, cpu]', 'W_UNDEFINED_MAPPING'],
    ['!Select [7, [a, b]]', 'W_INDEX_OUT_OF_RANGE'],
    ['!Cidr [10.0.0.0/16]', 'E_BAD_FUNCTION'],
    ['!Cidr [10.0.0.0/16, 1000, 8]', undefined],
    ['!Cidr [10.0.0.0/16, 2, 8.5]', undefined],
    ['!Cidr [10.0.0.300/16, 2, 8]', undefined],
  ])('%s: %s', (expression, code) => {
    const { value, problems } = evaluate(expression)
    expect(value.kind).toBe('unknown')
    expect(problems).toEqual(code === undefined ? [] : [code])
  })
})

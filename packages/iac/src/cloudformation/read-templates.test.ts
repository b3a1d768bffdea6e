// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so
import { describe, expect, test } from 'vitest'
import { read, readTemplate } from './test-template.ts'

const subnet = (zone: string) => `
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1, CidrBlock: 10.0.0.0/24, AvailabilityZone: ${zone}}`
const endpoint = (service: string) => `
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: vpc-1, ServiceName: ${service}}`
const logging = (region: string) => `
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: a, Image: b, LogConfiguration: {LogDriver: awslogs, Options: {awslogs-region: ${region}}}}`

describe('the Region', () => {
  test.each([
    ['a literal zone', subnet('us-east-1a'), 'us-east-1', 'us-east-1a'],
    ['a local zone', subnet('us-west-2-lax-1a'), 'us-west-2', 'us-west-2-lax-1a'],
    ['a literal endpoint service', endpoint('com.amazonaws.eu-west-1.s3'), 'eu-west-1', 'com.amazonaws.eu-west-1.s3'],
    [
      'a Chinese endpoint service',
      endpoint('cn.com.amazonaws.cn-north-1.ecr.api'),
      'cn-north-1',
      'cn.com.amazonaws.cn-north-1.ecr.api',
    ],
    [
      'a zone and a service that agree',
      subnet('us-east-1a') + endpoint('com.amazonaws.us-east-1.s3'),
      'us-east-1',
      'us-east-1a',
    ],
    ['where the tasks log, if nothing else tells', logging('ap-northeast-1'), 'ap-northeast-1', 'ap-northeast-1'],
    [
      'a zone rather than where the tasks log',
      subnet('us-east-1a') + logging('ap-northeast-1'),
      'us-east-1',
      'us-east-1a',
    ],
  ])('is inferred from %s', (_name, resources, region, evidence) => {
    const { account, problems } = read(`Resources:${resources}\n`)
    expect(Object.keys(account.regions)).toEqual([region])
    expect(problems).toMatchObject([{ code: 'W_REGION_INFERRED', severity: 'warning', params: { region, evidence } }])
  })

  test.each([
    ['one image', ['111122223333'], '111122223333'],
    ['images that agree', ['111122223333', '111122223333'], '111122223333'],
    ['images that disagree', ['111122223333', '444455556666'], '«AWS::AccountId»'],
    ['no image of private ECR', [], '«AWS::AccountId»'],
  ])('of the account is inferred from %s', (_name, accounts, expected) => {
    const image = (account: string) => `{Name: a, Image: "${account}.dkr.ecr.us-east-1.amazonaws.com/web:1"}`
    const containers = ['{Name: n, Image: nginx}', ...accounts.map(image)].join(', ')
    const { snapshot, problems } = readTemplate({
      file: 'app.yaml',
      text: `Resources: {T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [${containers}]}}}`,
    })
    expect(Object.keys(snapshot?.accounts ?? {})).toEqual([expected])
    expect(problems.some(({ code }) => code === 'W_ACCOUNT_INFERRED')).toBe(!expected.startsWith('«'))
  })

  test.each([
    ['nothing literal', endpoint('!Sub "com.amazonaws.${AWS::Region}.s3"')],
    ['a Region that does not exist', subnet('test-region-1a')],
    ['a Region and no zone', subnet('us-east-1')],
    ['two that disagree', subnet('us-east-1a') + endpoint('com.amazonaws.eu-west-1.s3')],
  ])('is a placeholder with %s', (_name, resources) => {
    const { account, problems } = read(`Resources:${resources}\n`)
    expect(Object.keys(account.regions)).toEqual(['«AWS::Region»'])
    expect(problems).toEqual([])
  })

  test('that is given is taken without a word', () => {
    const { account, problems } = read(`Resources:${subnet('us-east-1a')}\n`, { region: 'eu-west-1' })
    expect(Object.keys(account.regions)).toEqual(['eu-west-1'])
    expect(problems).toEqual([])
  })
})

test('the account is never inferred', () => {
  const role =
    'Resources: {R: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: "arn:aws:iam::111122223333:role/x"}}}'
  expect(Object.keys(readTemplate({ file: 'f', text: role }).snapshot?.accounts ?? {})).toEqual(['«AWS::AccountId»'])
  const given = readTemplate({ file: 'f', text: role, account: '444455556666' })
  expect(Object.keys(given.snapshot?.accounts ?? {})).toEqual(['444455556666'])
})

test('a parameter that the template does not declare is told', () => {
  const { problems } = read(`Resources:${subnet('x')}\n`, { parameters: { Nope: '1' } })
  expect(problems).toMatchObject([{ code: 'W_UNKNOWN_PARAMETER', line: null, params: { name: 'Nope' } }])
})

test('a condition that is false takes a resource away; one that nobody knows makes it a gap', () => {
  const { region } = read(`
Parameters:
  Env: {Type: String}
Conditions:
  Never: !Equals [a, b]
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Gone: {Type: AWS::Logs::LogGroup, Condition: Never}
  Perhaps: {Type: AWS::Logs::LogGroup, Condition: IsProd}
`)
  expect(region.logGroups).toEqual({ '«Perhaps»': { gap: 'unresolved', expression: 'Condition IsProd' } })
})

test('types that the reader does not know are passed over', () => {
  const { codes, region } = read('Resources: {A: {Type: AWS::SQS::Queue}, B: {Type: Custom::Thing}}\n')
  expect(codes).toEqual([])
  expect(region.vpcs).toEqual({})
})

test('images of private repositories are taken as pushed', () => {
  expect(read('Resources: {A: {Type: AWS::SQS::Queue}}').region.repositories).toEqual({
    '*': { gap: 'assumed', assumption: 'images-pushed' },
  })
})

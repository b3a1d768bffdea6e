// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so
import { describe, expect, test } from 'vitest'
import { indented, read } from '../test-template.ts'

const TRUST = '{Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}]}'

const stack = (fragment: string) =>
  read(`Parameters:
  Name: {Type: String}
  Arns: {Type: CommaDelimitedList}
Conditions:
  Perhaps: !Equals [!Ref Name, a]
Resources:
${indented(fragment.trim(), 2)}
`)

describe('a role', () => {
  test.each([
    ['no name', '', '«R»', 'arn:aws:iam::«AWS::AccountId»:role/«R»'],
    ['a name', 'RoleName: web,', 'web', 'arn:aws:iam::«AWS::AccountId»:role/web'],
    ['a name and a path', 'RoleName: web, Path: /team/,', 'web', 'arn:aws:iam::«AWS::AccountId»:role/team/web'],
    ['a name that nobody knows', 'RoleName: !Ref Name,', '«Name»', 'arn:aws:iam::«AWS::AccountId»:role/«Name»'],
  ])('with %s is filed under it, and its ARN leads there', (_name, properties, key, arn) => {
    const { account, region } = stack(`
R: {Type: AWS::IAM::Role, Properties: {${properties} AssumeRolePolicyDocument: ${TRUST}}}
T: {Type: AWS::ECS::TaskDefinition, Properties: {ExecutionRoleArn: !GetAtt R.Arn, TaskRoleArn: !Ref R, ContainerDefinitions: []}}`)
    expect(Object.keys(account.roles ?? {})).toEqual([key])
    expect(region.taskDefinitions).toMatchObject({ T: { executionRoleArn: arn, taskRoleArn: key } })
  })

  test('holds its own policies and those that attach themselves to it', () => {
    const { account } = stack(`
R:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: ${TRUST}
    PermissionsBoundary: arn:aws:iam::aws:policy/PowerUserAccess
    ManagedPolicyArns:
      - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy
      - !Ref Own
    Policies:
      - {PolicyName: inline, PolicyDocument: {Version: 2012-10-17, Statement: {Effect: Deny, Action: [a:B], Resource: '*'}}}
P: {Type: AWS::IAM::Policy, Properties: {PolicyName: beside, Roles: [!Ref R], PolicyDocument: {Statement: []}}}
Q: {Type: AWS::IAM::RolePolicy, Properties: {PolicyName: third, RoleName: !Ref R, PolicyDocument: {Statement: []}}}
Own: {Type: AWS::IAM::ManagedPolicy, Properties: {ManagedPolicyName: mine, PolicyDocument: {Statement: []}}}
Else: {Type: AWS::IAM::ManagedPolicy, Properties: {Path: /x/, Roles: [!Ref R], PolicyDocument: {Statement: []}}}`)
    const mine = 'arn:aws:iam::«AWS::AccountId»:policy/mine'
    const other = 'arn:aws:iam::«AWS::AccountId»:policy/x/«Else»'
    expect(account.roles).toMatchObject({
      '«R»': {
        permissionsBoundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess',
        attachedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy', mine, other],
        inlinePolicies: {
          inline: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: ['a:B'], Resource: '*' }] },
          beside: { Statement: [] },
          third: { Statement: [] },
        },
      },
    })
    expect(account.policies).toEqual({
      [mine]: { document: { Statement: [] } },
      [other]: { document: { Statement: [] } },
    })
  })

  test('is open where it may have more policies', () => {
    const perhaps = { gap: 'unresolved', expression: 'Condition Perhaps' }
    const { account } = stack(`
A: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: ${TRUST}, ManagedPolicyArns: [a, !Ref Name]}}
B: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: ${TRUST}, ManagedPolicyArns: !Ref Arns}}
C: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: ${TRUST}, Policies: !If [Perhaps, [], !Ref "AWS::NoValue"]}}
P: {Type: AWS::IAM::Policy, Condition: Perhaps, Properties: {PolicyName: p, Roles: [!Ref A], PolicyDocument: {Statement: []}}}
M: {Type: AWS::IAM::ManagedPolicy, Condition: Perhaps, Properties: {Roles: [!Ref A], PolicyDocument: {Statement: []}}}`)
    expect(account.roles).toMatchObject({
      '«A»': { attachedPolicyArns: ['a', { gap: 'parameter', name: 'Name' }, perhaps], inlinePolicies: { p: perhaps } },
      '«B»': { attachedPolicyArns: { gap: 'parameter', name: 'Arns' } },
      '«C»': { inlinePolicies: perhaps },
    })
  })

  test('that may be one of two gets a policy that may be there', () => {
    const { account } = stack(`
A: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: ${TRUST}}}
B: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: ${TRUST}}}
P: {Type: AWS::IAM::Policy, Properties: {PolicyName: p, Roles: [!If [Perhaps, !Ref A, !Ref B]], PolicyDocument: {Statement: []}}}`)
    const inlinePolicies = { p: { gap: 'unresolved', expression: 'Condition Perhaps' } }
    expect(account.roles).toMatchObject({ '«A»': { inlinePolicies }, '«B»': { inlinePolicies } })
  })

  test('points at its parts', () => {
    const { origin } = stack(`
R:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Statement:
        - Effect: Allow
    ManagedPolicyArns:
      - a
    Policies:
      - PolicyName: inline
        PolicyDocument:
          Statement:
            - Effect: Allow
            - Effect: Deny`)
    expect(origin('/roles/«R»')).toBe('7:3 R')
    expect(origin('/roles/«R»/assumeRolePolicyDocument')).toBe('10:7 R')
    expect(origin('/roles/«R»/assumeRolePolicyDocument/Statement/0')).toBe('12:13 R')
    expect(origin('/roles/«R»/attachedPolicyArns/0')).toBe('14:11 R')
    expect(origin('/roles/«R»/inlinePolicies/inline')).toBe('17:11 R')
    expect(origin('/roles/«R»/inlinePolicies/inline/Statement/1')).toBe('20:17 R')
  })
})

describe('a statement', () => {
  test.each([
    ['{Effect: Allow, Action: "*", Resource: !Ref Name}', { Effect: 'Allow', Action: '*', Resource: '«Name»' }],
    [
      '{Effect: Allow, Action: "*", Resource: [!Sub "arn:x:${Name}", !GetAtt Queue.Arn]}',
      { Resource: ['arn:x:«Name»', '«Queue.Arn»'] },
    ],
    ['{Effect: Allow, NotAction: [a, [b, c]], NotResource: [d]}', { NotAction: ['a', 'b', 'c'], NotResource: ['d'] }],
    ['{Effect: !Ref Name, Action: a, Resource: b}', { Effect: { gap: 'parameter', name: 'Name' } }],
    ['{Effect: allow, Action: a, Resource: b}', { Effect: { gap: 'unresolved', expression: 'allow' } }],
    [
      '{Effect: Allow, Action: a, Resource: b, Condition: {StringEquals: {"aws:x": [a, !Ref Name], "aws:y": true}}}',
      { Condition: { StringEquals: { 'aws:x': ['a', '«Name»'], 'aws:y': 'true' } } },
    ],
    [
      '{Effect: Allow, Action: a, Resource: b, Condition: !If [Perhaps, {}, !Ref "AWS::NoValue"]}',
      { Condition: { gap: 'unresolved', expression: 'Condition Perhaps' } },
    ],
    [
      '{Effect: Allow, Action: a, Principal: {AWS: [!Sub "arn:aws:iam::${AWS::AccountId}:root"]}}',
      { Principal: { AWS: ['arn:aws:iam::«AWS::AccountId»:root'] } },
    ],
    ['{Effect: Allow, Action: a, Principal: "*"}', { Principal: '*' }],
    [
      '!If [Perhaps, {Effect: Allow, Action: a}, !Ref "AWS::NoValue"]',
      { Effect: { gap: 'unresolved', expression: 'Condition Perhaps' }, Action: '*', Resource: '*' },
    ],
    ['text', { Effect: { gap: 'unresolved', expression: 'Statement' } }],
  ])('%s', (statement, expected) => {
    const { account } = stack(`
Queue: {Type: AWS::SQS::Queue}
M: {Type: AWS::IAM::ManagedPolicy, Properties: {ManagedPolicyName: m, PolicyDocument: {Statement: [${statement}]}}}`)
    const document = { Statement: [expected] }
    expect(account.policies).toMatchObject({ 'arn:aws:iam::«AWS::AccountId»:policy/m': { document } })
  })

  test('of a document that is no object is a gap, and told', () => {
    const { account, codes } = stack(
      'M: {Type: AWS::IAM::ManagedPolicy, Properties: {ManagedPolicyName: m, PolicyDocument: [a]}}',
    )
    expect(codes).toEqual(['W_WRONG_PROPERTY_TYPE@7'])
    expect(account.policies).toMatchObject({
      'arn:aws:iam::«AWS::AccountId»:policy/m': { document: { gap: 'unresolved' } },
    })
  })
})

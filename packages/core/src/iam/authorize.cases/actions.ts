import { ACTION, ALL, allow, type Case, deny, NOT_ACTION } from './case.ts'

export const ACTIONS: readonly Case[] = [
  {
    name: 'an action is the same in any case',
    page: ACTION,
    own: [allow({ Action: 'SecretsManager:getsecretvalue' })],
    expected: 'works',
  },
  {
    name: '* in an action stands for any part of the name',
    page: ACTION,
    own: [allow({ Action: 'secretsmanager:*Secret*' })],
    expected: 'works',
  },
  {
    name: '? in an action stands for one character',
    page: ACTION,
    own: [allow({ Action: 'secretsmanager:?etSecretValue' })],
    expected: 'works',
  },
  {
    name: '? is no empty text',
    page: ACTION,
    own: [allow({ Action: 'secretsmanager:GetSecretValue?' })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'ssm:GetParameter is not ssm:GetParameters',
    page: ACTION,
    action: 'ssm:GetParameters',
    own: [allow({ Action: 'ssm:GetParameter' })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'one of several actions is enough',
    page: ACTION,
    own: [allow({ Action: ['s3:*', 'secretsmanager:Get*'] })],
    expected: 'works',
  },
  {
    name: 'NotAction allows all others',
    page: NOT_ACTION,
    own: [allow({ Action: undefined, NotAction: 'iam:*' })],
    expected: 'works',
  },
  {
    name: 'NotAction does not allow what it names',
    page: NOT_ACTION,
    own: [allow({ Action: undefined, NotAction: ['iam:*', 'secretsmanager:*'] })],
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'NotAction denies all others',
    page: NOT_ACTION,
    own: [ALL, deny({ Action: undefined, NotAction: 's3:*' })],
    expected: 'fails: policy-denies own 2',
  },
]

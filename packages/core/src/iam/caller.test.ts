import { describe, expect, test } from 'vitest'
import { type Caller, type Naming, NOBODY, nameOf } from './caller.ts'
import { callerOf } from './caller-of.ts'
import type { Truth } from './truth.ts'

const ACCOUNT = '111122223333'
const OTHER = '999988887777'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team/web`
const USER = `arn:aws:iam::${ACCOUNT}:user/web`
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/web/1`
const SERVICE = 'ecs-tasks.amazonaws.com'

const role: Caller = { kind: 'role', arn: ROLE, account: ACCOUNT, session: null }
const session: Caller = { ...role, session: '1' }
const user: Caller = { kind: 'user', arn: USER, account: ACCOUNT }
const root: Caller = { kind: 'root', account: ACCOUNT }
const service: Caller = { kind: 'service', name: SERVICE }
const unknown: Caller = { kind: 'role', arn: '«Role»', account: '«AWS::AccountId»', session: null }

const CALLERS = { role, session, user, root, service, unknown, nobody: NOBODY }

type Row = [whom: keyof typeof CALLERS, type: string, text: string, truth: Truth, naming?: Naming]

const ROWS: readonly Row[] = [
  ['role', 'AWS', '*', true, 'caller'],
  ['service', 'AWS', '*', true, 'caller'],
  ['nobody', 'AWS', '*', true, 'caller'],
  ['role', 'Federated', '*', false],

  ['role', 'AWS', ACCOUNT, true, 'account'],
  ['user', 'AWS', ACCOUNT, true, 'account'],
  ['root', 'AWS', ACCOUNT, true, 'account'],
  ['role', 'AWS', OTHER, false],
  ['service', 'AWS', ACCOUNT, false],
  ['nobody', 'AWS', ACCOUNT, false],
  ['role', 'AWS', '«AWS::AccountId»', undefined],
  ['unknown', 'AWS', ACCOUNT, undefined, 'account'],
  ['unknown', 'AWS', '«AWS::AccountId»', true, 'account'],

  ['role', 'AWS', ROOT, true, 'account'],
  ['user', 'AWS', ROOT, true, 'account'],
  ['root', 'AWS', ROOT, true, 'account'],
  ['role', 'AWS', ROOT.replace(ACCOUNT, OTHER), false],
  ['root', 'AWS', ROOT.replace(ACCOUNT, OTHER), false],
  ['role', 'AWS', ROOT.replace(ACCOUNT, '«AWS::AccountId»'), undefined, 'account'],

  ['role', 'AWS', ROLE, true, 'role'],
  ['session', 'AWS', ROLE, true, 'role'],
  ['role', 'AWS', `${ROLE}-2`, false],
  ['role', 'AWS', ROLE.replace('web', '«Role»'), undefined, 'role'],
  ['role', 'AWS', USER, false],
  ['unknown', 'AWS', ROLE, undefined, 'role'],
  ['root', 'AWS', ROLE, false],
  ['root', 'AWS', ROLE.replace('role/team/web', '«Role»'), undefined],
  ['user', 'AWS', USER, true, 'caller'],
  ['user', 'AWS', `${USER}-2`, false],
  ['user', 'AWS', ROLE, false],
  ['user', 'AWS', SESSION, false],

  ['session', 'AWS', SESSION, true, 'caller'],
  ['session', 'AWS', SESSION.replace('/1', '/2'), false],
  ['session', 'AWS', SESSION.replace('/1', '/«name»'), undefined, 'caller'],
  ['session', 'AWS', SESSION.replace('web', 'api'), false],
  ['session', 'AWS', SESSION.replace(ACCOUNT, OTHER), false],
  ['role', 'AWS', SESSION, undefined, 'caller'],
  ['role', 'AWS', SESSION.replace('web', 'api'), false],
  ['role', 'AWS', SESSION.replace(ACCOUNT, OTHER), false],
  ['unknown', 'AWS', SESSION, undefined, 'caller'],
  ['session', 'AWS', SESSION.replace('assumed-role', 'federated-user'), false],
  ['session', 'AWS', SESSION.replace('assumed-role/web', '«Session»'), undefined],
  ['session', 'AWS', SESSION.replace('/1', ''), false],
  ['session', 'AWS', `arn:aws:sts::${ACCOUNT}:assumed-role`, false],

  ['role', 'AWS', 'AROAEXAMPLEEXAMPLEEXA', undefined],
  ['user', 'AWS', 'AIDAEXAMPLEEXAMPLEEXA', undefined],
  ['root', 'AWS', 'AROAEXAMPLEEXAMPLEEXA', undefined],
  ['role', 'AWS', 'XAROA', false],
  ['role', 'AWS', ROLE.replace('web', 'w?b'), undefined],
  ['role', 'AWS', ROLE.replace('web', 'w*'), undefined],

  ['service', 'Service', SERVICE, true, 'caller'],
  ['service', 'Service', 'ecs.amazonaws.com', false],
  ['service', 'Service', 'ecs-tasks-2.amazonaws.com', false],
  ['service', 'Service', 'ecs-tasks.eu-south-1.amazonaws.com', undefined],
  ['service', 'Service', 'ECS-Tasks.amazonaws.com', undefined],
  ['service', 'Service', 'ecs-tasks.«AWS::URLSuffix»', undefined],
  ['service', 'Service', '«Service»', undefined],
  ['role', 'Service', SERVICE, false],
  ['nobody', 'Service', SERVICE, false],

  ['service', 'AWS', SERVICE, false],
  ['service', 'Federated', SERVICE, false],
  ['role', 'Federated', ROLE, false],
  ['role', 'CanonicalUser', '79a59df900b949e5', undefined],
  ['root', 'CanonicalUser', '79a59df900b949e5', undefined],
  ['service', 'CanonicalUser', '79a59df900b949e5', false],
  ['nobody', 'CanonicalUser', '79a59df900b949e5', false],
]

describe('an entry of a Principal', () => {
  test.each(ROWS)('of the caller %s: %s %s is %s', (whom, type, text, truth, naming) => {
    const found = nameOf(type, text, CALLERS[whom])
    expect(found.truth).toBe(truth)
    if (naming !== undefined) expect(found.naming).toBe(naming)
  })
})

describe('a principal is', () => {
  test.each<[principal: string | null, caller: Caller]>([
    [ROLE, role],
    [`arn:aws:iam::${ACCOUNT}:role/a/1`, { ...role, arn: `arn:aws:iam::${ACCOUNT}:role/a/1` }],
    [SESSION, { ...session, arn: `arn:aws:iam::${ACCOUNT}:role/web` }],
    [SESSION.replace('aws', 'aws-cn'), { ...session, arn: `arn:aws-cn:iam::${ACCOUNT}:role/web` }],
    [USER, user],
    [ROOT, root],
    [SERVICE, service],
    [null, NOBODY],
  ])('%s: %j', (principal, caller) => {
    expect(callerOf(principal)).toEqual(caller)
  })
})

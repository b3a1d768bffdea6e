import { describe, expect, test } from 'vitest'
import { type Caller, NOBODY } from './caller.ts'
import { matchPrincipal, type Reading } from './match-principal.ts'
import { compilePrincipal } from './principal.ts'
import type { Truth } from './truth.ts'

const ACCOUNT = '111122223333'
const ROOT = `arn:aws:iam::${ACCOUNT}:root`
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/web/1`
const OPEN_ROLE = ROLE.replace('web', '«Role»')
const GAP = { gap: 'parameter', name: 'P' }
const SERVICE = 'ecs-tasks.amazonaws.com'

const BY_ROLE: Caller = { kind: 'role', arn: ROLE, account: ACCOUNT, session: '1' }
const BY_ROOT: Caller = { kind: 'root', account: ACCOUNT }
const BY_SERVICE: Caller = { kind: 'service', name: SERVICE }

const READING: Reading = { caller: BY_ROLE, bounded: false, namings: ['caller', 'role', 'account'], everyone: true }

function matches(written: unknown, isDeny: boolean, reading: Partial<Reading> = {}, negated = false): Truth {
  const element = compilePrincipal(written, negated)
  if (element === null) throw new Error('AWS would not take it')
  return matchPrincipal(element, isDeny, { ...READING, ...reading })
}

describe('a Principal takes in', () => {
  test.each<[name: string, principal: unknown, expected: Truth]>([
    ['everybody', '*', true],
    ['everybody, as a name', { AWS: '*' }, true],
    ['everybody beside others', { AWS: [`${ROLE}-2`, '*'] }, true],
    ['the role', { AWS: ROLE }, true],
    ['the session', { AWS: SESSION }, true],
    ['the account', { AWS: ROOT }, true],
    ['not another role', { AWS: `${ROLE}-2` }, false],
    ['not a service', { Service: SERVICE }, false],
    ['one of several', { Service: SERVICE, AWS: [`${ROLE}-2`, ROLE] }, true],
    ['what may be the role', { AWS: [OPEN_ROLE, `${ROLE}-2`] }, undefined],
    ['the role beside what is not known', { AWS: [GAP, ROLE] }, true],
    ['what is not known', { AWS: [GAP, `${ROLE}-2`] }, undefined],
  ])('%s', (_, principal, expected) => {
    expect(matches(principal, false)).toBe(expected)
    expect(matches(principal, true)).toBe(expected)
  })

  test.each<[name: string, principal: unknown, namings: Reading['namings'], expected: Truth]>([
    ['not the role where only the account counts', { AWS: ROLE }, ['account'], false],
    ['the account where only the account counts', { AWS: ROOT }, ['account'], true],
    ['not everybody where only the account counts', '*', ['account'], false],
    ['not everybody, as a name, where only the role counts', { AWS: '*' }, ['role'], false],
    ['everybody where the caller itself counts', { AWS: '*' }, ['caller'], true],
  ])('%s, and denies it all the same', (_, principal, namings, expected) => {
    expect(matches(principal, false, { namings })).toBe(expected)
    expect(matches(principal, true, { namings })).toBe(true)
  })

  test('everybody, as the reading says, and denies everybody', () => {
    expect(matches('*', false, { everyone: undefined })).toBeUndefined()
    expect(matches('*', true, { everyone: undefined })).toBe(true)
    expect(matches({ AWS: '*' }, false, { everyone: undefined })).toBeUndefined()
    expect(matches({ AWS: '*' }, true, { everyone: undefined })).toBeUndefined()
  })

  test('who is named, as the reading sees it', () => {
    const adjust: Reading['adjust'] = (named, naming) => (naming === 'role' ? undefined : named)
    expect(matches({ AWS: ROLE }, false, { adjust })).toBeUndefined()
    expect(matches({ AWS: ROOT }, false, { adjust })).toBe(true)
    expect(matches({ AWS: `${ROLE}-2` }, false, { adjust: () => true })).toBe(false)
  })
})

describe('a NotPrincipal denies', () => {
  type Row = [name: string, notPrincipal: unknown, expected: Truth, reading?: Partial<Reading>]
  test.each<Row>([
    ['who is not named', { AWS: ['arn:aws:iam::999988887777:root', 'arn:aws:iam::999988887777:role/a'] }, true],
    ['not who is named with its account', { AWS: [ROLE, ROOT] }, false],
    ['not who is named with its account first', { AWS: [ROOT, ROLE] }, false],
    ['perhaps who is named without its account', { AWS: ROLE }, undefined],
    ['perhaps who is only named by its account', { AWS: ROOT }, undefined],
    ['another session than is named', { AWS: SESSION.replace('/1', '/2') }, true],
    ['a session of another role than is named', { AWS: SESSION.replace('web', 'api') }, true],
    ['perhaps whose session is named', { AWS: [SESSION, ROOT] }, undefined],
    ['not whose session is named with its role', { AWS: [SESSION, ROLE, ROOT] }, false],
    ['perhaps who may be named', { AWS: [OPEN_ROLE, ROOT] }, undefined],
    ['perhaps who may be named, and by an account that may be its own', { AWS: [OPEN_ROLE, '«Account»'] }, undefined],
    ['perhaps whom what is not known names', { AWS: [GAP, '999988887777'] }, undefined],
    ['nobody, where everybody is named', '*', false],
    ['nobody, where everybody is named, as a name', { AWS: '*' }, false],
    ['who has a boundary', { AWS: [ROLE, ROOT] }, true, { bounded: true }],
    ['perhaps who may have a boundary', { AWS: [ROLE, ROOT] }, undefined, { bounded: undefined }],
    ['who is not named, boundary or not', { AWS: `${ROLE}-2` }, true, { bounded: undefined }],
    ['not the root user of a named account', { AWS: ROOT }, false, { caller: BY_ROOT }],
    ['the root user of another account', { AWS: 'arn:aws:iam::999988887777:root' }, true, { caller: BY_ROOT }],
    ['not the service that is named', { Service: SERVICE }, false, { caller: BY_SERVICE }],
    ['another service', { Service: 'ec2.amazonaws.com' }, true, { caller: BY_SERVICE }],
    ['nobody of whom policies know', { AWS: [ROLE, ROOT] }, true, { caller: NOBODY }],
    ['not nobody, where everybody is named', '*', false, { caller: NOBODY }],
  ])('%s', (_, notPrincipal, expected, reading) => {
    expect(matches(notPrincipal, true, reading, true)).toBe(expected)
  })

  test('and allows nobody for sure', () => {
    expect(matches({ AWS: `${ROLE}-2` }, false, {}, true)).toBeUndefined()
    expect(matches({ AWS: [ROLE, ROOT] }, false, {}, true)).toBeUndefined()
  })
})

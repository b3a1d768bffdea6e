import { describe, expect, test } from 'vitest'
import type { Known } from '../model/known.ts'
import type { Listing } from '../model/table.ts'
import { covering, domainsIn } from './domains.ts'
import { DENIED } from './test-world.ts'

type Things = Listing<{ readonly domain: Known<string> }>

const OTHER = { gap: 'denied', permission: 'ec2:Other' } as const
const of = (domain: Known<string>) => ({ domain })
const THINGS = { short: of('Example.com.'), long: of('api.example.com'), other: of('example.org') }

function ask(things: Known<Things>, name: string) {
  const { longest, doubts } = covering(
    domainsIn(things, ({ domain }) => domain),
    name,
  )
  return { ids: longest.map(({ id }) => id), doubts }
}

describe('the longest domain that holds a name', () => {
  test.each<[string, Things, string, readonly string[]]>([
    ['of two', THINGS, 'v1.api.example.com', ['long']],
    ['of two, the name itself', THINGS, 'api.example.com', ['long']],
    ['of one', THINGS, 'web.example.com', ['short']],
    ['of none', THINGS, 'example.net', []],
    ['of none at all', {}, 'example.net', []],
    ['by two things alike', { ...THINGS, same: of('example.COM') }, 'web.example.com', ['short', 'same']],
    ['the root', { root: of('.'), ...THINGS }, 'example.net', ['root']],
    ['of a name that is not fully known', THINGS, '«Name».api.example.com', ['long']],
    ['in whatever order', { long: THINGS.long, short: THINGS.short }, '«Name».api.example.com', ['long']],
    ['the root, of such a name', { root: of('.') }, '«Name».net', ['root']],
    ['one that is not fully known, of a name below it', { open: of('«Domain»') }, 'api.«Domain»', ['open']],
  ])('%s', (_, things, name, ids) => {
    expect(ask(things, name)).toEqual({ ids, doubts: [] })
  })
})

describe('what hides whether there is one', () => {
  const unresolved = (expression: string) => ({ gap: 'unresolved', expression })

  test.each<[string, Known<Things>, string, readonly string[], readonly object[]]>([
    ['the list', DENIED, 'example.com', [], [{ id: null, gap: DENIED }]],
    ['whether there are more', { ...THINGS, '*': DENIED }, 'web.example.com', ['short'], [{ id: null, gap: DENIED }]],
    ['a thing', { ...THINGS, x: DENIED }, 'web.example.com', ['short'], [{ id: 'x', gap: DENIED }]],
    [
      'a domain',
      { x: of(DENIED), y: OTHER },
      'a.b',
      [],
      [
        { id: 'x', gap: DENIED },
        { id: 'y', gap: OTHER },
      ],
    ],
    ['part of a domain', { x: of('«Name».com') }, 'web.example.com', [], [{ id: 'x', gap: unresolved('«Name».com') }]],
    [
      'part of the name',
      THINGS,
      '«Name».com',
      [],
      [
        { id: 'short', gap: unresolved('«Name».com') },
        { id: 'long', gap: unresolved('«Name».com') },
      ],
    ],
    ['part of both', { x: of('«Domain».com') }, '«Name».com', [], [{ id: 'x', gap: unresolved('«Domain».com') }]],
  ])('%s', (_, things, name, ids, doubts) => {
    expect(ask(things, name)).toEqual({ ids, doubts })
  })

  test.each([
    ['part of a domain that surely does not', { x: of('«Name».org') }, 'web.example.com'],
    ['part of a name that surely is not there', THINGS, '«Name».net'],
  ])('but not %s', (_, things, name) => {
    expect(ask(things, name)).toEqual({ ids: [], doubts: [] })
  })
})

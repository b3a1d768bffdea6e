import { describe, expect, test } from 'vitest'
import { domainsAbove, isUnder, nameOf } from './dns-name.ts'

test.each([
  ['API.Example.COM.', 'api.example.com'],
  ['api.example.com', 'api.example.com'],
  ['«AWS::Region».AmazonAWS.COM.', '«AWS::Region».amazonaws.com'],
  ['A.«Name».B.«Other».C', 'a.«Name».b.«Other».c'],
  ['«AWS::REGION».COM', '«AWS::REGION».com'],
  ['.', ''],
])('the name %s is %s', (text, name) => {
  expect(nameOf(text)).toBe(name)
})

describe('the domains above a name', () => {
  test.each([
    ['a.b.c', ['a.b.c', 'b.c', 'c', '']],
    ['c', ['c', '']],
    ['.c', ['.c', 'c', '']],
    ['', ['']],
  ])('%s', (name, domains) => {
    expect(domainsAbove(name)).toEqual(domains)
  })

  test('are not told of what is too long to be a name', () => {
    const longest = `${'a.'.repeat(127)}a`
    expect(domainsAbove(longest)).toHaveLength(129)
    expect(domainsAbove(`b${longest}`)).toEqual([`b${longest}`])
  })
})

describe('whether a name is under a domain', () => {
  test.each([
    ['example.com', 'example.com', true],
    ['api.example.com', 'example.com', true],
    ['example.com', '', true],
    ['notexample.com', 'example.com', false],
    ['example.com', 'api.example.com', false],
    ['api.«Domain»', '«Domain»', true],
    ['api.example.com', '«Domain»', undefined],
    ['api.example.com', '«Name».com', undefined],
    ['api.example.com', '«Name».org', false],
    ['api.example.com', 'web.«Name».com', false],
    ['«Name».example.com', 'example.com', true],
    ['«Name»', 'example.com', undefined],
    ['«Name».org', 'example.com', false],
    ['api.«Domain»', 'example.com', undefined],
    ['«Host».b.c', '«Other».c', undefined],
  ])('%s under %s: %s', (name, domain, answer) => {
    expect(isUnder(name, domain)).toBe(answer)
  })

  test('is open where either is written longer than anybody reads', () => {
    const long = 'a'.repeat(1024)
    expect(isUnder('b.com', `${long}«Name».com`)).toBe(undefined)
    expect(isUnder('b.com', `${long.slice(20)}«Name».com`)).toBe(false)
    expect(isUnder(`${long}«Name»`, 'b.com')).toBe(undefined)
    expect(isUnder(`${long.slice(20)}«Name».org`, 'b.com')).toBe(false)
  })
})

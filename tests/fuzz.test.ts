import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseImageReference } from '../packages/core/src/launch/image-reference.ts'
import { secretSourceOf } from '../packages/core/src/launch/reference.ts'
import { splunkHostOf } from '../packages/core/src/launch/splunk-host.ts'
import { parseArn } from '../packages/core/src/model/arn.ts'
import { parseAnyAddress, parseBlock } from '../packages/core/src/network/address-set.ts'
import { ask, type Ended, faultOf } from './fuzz/ask.ts'
import { KINDS, readBases } from './fuzz/base.ts'
import { inputs } from './fuzz/input.ts'
import { odd } from './fuzz/odd.ts'

// The seed is fixed, so that a failure is the same everywhere; FARSIGHT_SEED tries other inputs, FARSIGHT_RUNS more.
// INVARIANT: no test here measures time. What hangs does not come to its end before the runner gives up.
const RUNS = { seed: Number(process.env.FARSIGHT_SEED ?? 1), numRuns: Number(process.env.FARSIGHT_RUNS ?? 25) }

const bases = readBases()

describe('no input makes the program fail', () => {
  test.each(KINDS)('made from a %s', async (kind) => {
    expect(bases.get(kind)?.length).toBeGreaterThan(3)
    await fc.assert(
      fc.asyncProperty(inputs(bases, [kind]), async (input) => {
        expect(await ask(input)).toMatchObject({ fault: null })
      }),
      RUNS,
    )
  })
})

describe('what would count as a failure', () => {
  const sound: Ended = { exitCode: 0, stdout: 'starts', stderr: '', args: ['--format', 'text'], text: '{}' }

  test.each<[what: string, ended: Partial<Ended>, fault: RegExp]>([
    ['an exception', { exitCode: 3, stderr: 'Cannot read properties' }, /^exit code 3: Cannot read/],
    ['no answer', { stdout: '' }, /^no answer/],
    ['a hole in a sentence', { stdout: 'subnet undefined fails' }, /^a hole: subnet undefined/],
    ['what a terminal obeys', { stdout: 'role \u001b[31mweb' }, /^a control character: .*u001b/],
    ['what turns the text around', { stderr: 'role \u202eweb' }, /^a control character/],
    ['JSON that is none', { args: ['--format', 'json'], stdout: '{"a": ' }, /^what is printed is no JSON/],
  ])('%s', (_, ended, fault) => {
    expect(faultOf(sound)).toBeNull()
    expect(faultOf({ ...sound, ...ended })).toMatch(fault)
  })

  test('not what the input itself says', () => {
    expect(faultOf({ ...sound, stdout: 'role undefined', text: '{"role": "undefined"}' })).toBeNull()
  })
})

/** Nearly right, and anything else: pieces of what is odd, joined by what separates parts. */
const text = fc.oneof(
  fc.constantFrom(...odd.arn, ...odd.image, ...odd.cidr),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'arn:/.@-_%*?[]0129afAF «»'), maxLength: 60 }),
  fc
    .tuple(fc.constantFrom(...odd.arn, ...odd.image, ...odd.cidr), fc.constantFrom(...odd.character), fc.nat(100))
    .map(([sound, character, at]) => sound.slice(0, at) + character + sound.slice(at)),
)
const HOME = { account: '111122223333', region: 'ap-northeast-1' }

/** What is read, or null; never anything else. */
const readers: readonly (readonly [what: string, read: (given: string) => unknown])[] = [
  ['an ARN', parseArn],
  ['an image reference', parseImageReference],
  ['a block of addresses', parseBlock],
  ['an address', parseAnyAddress],
  ['a reference to a secret', (given) => secretSourceOf(given, HOME)],
  ['a URL of Splunk', splunkHostOf],
]

describe('any text can be tried as', () => {
  test.each(readers)('%s', (_, read) => {
    fc.assert(
      fc.property(text, (given) => {
        expect(read(given)).not.toBeUndefined()
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 10 },
    )
  })

  test.each(readers)('%s, in time that grows with its length', (_, read) => {
    for (const piece of ['a', ':', '/', '0.', '0:', '[', '@', 'a/', 'a-', 'arn:aws:a:', ' ', '«']) {
      const long = piece.repeat(200_000)
      expect(read(long)).not.toBeUndefined()
      expect(read(`${long}!`)).not.toBeUndefined()
    }
  })
})

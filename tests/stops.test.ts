import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FLOORS, missed } from '../bench/limits.ts'
import { stops } from '../bench/stops.ts'
import { readStops } from '../packages/core/src/stops/read-stops.ts'
import { runFarsight } from './cases/run-farsight.ts'
import { ROOT } from './docs/markdown.ts'

const UPDATE = process.env['FARSIGHT_UPDATE_GOLDEN'] === '1' && process.env['CI'] !== 'true'
const FOLDER = `${ROOT}/tests/corpus/stops`

interface Row {
  readonly id: string
  readonly message: string
  readonly steps: readonly string[]
}

function rowsOf(file: string): readonly Row[] {
  return readFileSync(`${FOLDER}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

const ROWS = rowsOf('stop-reasons.jsonl')

describe.each(['stop-reasons.jsonl', 'variants.jsonl'])('of the messages of %s', (file) => {
  test('enough are read rightly', () => {
    expect(missed(FLOORS.stops, stops(`${FOLDER}/${file}`))).toEqual([])
  })
})

function stepAndKind(message: string): string {
  const [stop] = readStops(message)
  return `${stop?.step} ${stop?.kind} ${stop?.causes[0]}`
}

describe('a message is read the same', () => {
  const changes: readonly (readonly [string, (message: string) => string])[] = [
    ['in small letters', (message) => message.toLowerCase()],
    ['in capitals', (message) => message.toUpperCase()],
    ['with typographic quotes', (message) => message.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”')],
    ['with lines broken between words', (message) => message.replaceAll(' ', '\n   ')],
    ['broken by a terminal of 60 columns', (message) => message.match(/[\s\S]{1,60}/g)?.join('\n') ?? ''],
    [
      'inside the words of a service event',
      (message) => `(service web) was unable to place a task. Reason: ${message}.`,
    ],
    ['in the color of a terminal', (message) => `\u001b[31m${message}\u001b[0m`],
  ]
  const whole = ROWS.filter(({ message }) => message.length > 60 && !/[\n\t]|\.\.\.|…|^\{/.test(message))

  test.each(changes)('%s', (_, change) => {
    const apart = whole.filter(({ message }) => stepAndKind(change(message)) !== stepAndKind(message))

    expect(apart.map(({ id }) => id)).toEqual([])
  })

  test('cut after two thirds, in at least nine of ten the step is the same', () => {
    const same = whole.filter(({ message, steps }) => {
      const [stop] = readStops(`${message.slice(0, Math.ceil((message.length * 2) / 3))}...`)
      return stop?.step != null && steps.includes(stop.step)
    })
    expect(same.length / whole.length).toBeGreaterThanOrEqual(0.9)
  })
})

/** Four rows of each step, as far as there are. */
function chosenRows(): readonly Row[] {
  const counts = new Map<string, number>()
  return ROWS.filter(({ steps: [step = ''] }) => {
    const count = counts.get(step) ?? 0
    counts.set(step, count + 1)
    return count < 4
  })
}

describe('what explain answers first', () => {
  const chosen = chosenRows()

  test('is fixed for at least forty messages, over all steps', () => {
    expect(chosen.length).toBeGreaterThanOrEqual(40)
    expect(new Set(chosen.flatMap(({ steps }) => steps)).size).toBeGreaterThanOrEqual(15)
  })

  test.each(['en', 'ja'])('in %s: what failed, why, and what to do now', async (language) => {
    const blocks: string[] = []
    for (const { id, message } of chosen) {
      const { stdout } = await runFarsight(['explain', '--message', message, '--lang', language], ROOT)
      const [answer = ''] = stdout.split('\n\n')
      expect(answer, id).toMatch(
        language === 'en' ? /^[✗✓?] .{5}.*\nWhy: .*\nNow: /s : /^[✗✓?] .{5}.*\n理由: .*\n対処: /s,
      )
      blocks.push(`# ${id}\n${answer}`)
    }
    const file = `${FOLDER}/first-lines.${language}.txt`
    const answer = `${blocks.join('\n\n')}\n`
    if (UPDATE) writeFileSync(file, answer)
    expect(answer).toBe(readFileSync(file, 'utf8'))
  })
})

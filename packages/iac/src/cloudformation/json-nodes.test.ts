import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseText } from './parse-template.ts'

/** A comment behind it makes a text YAML, with everything at the same place. */
function bothWays(text: string) {
  const read = (written: string) => {
    const { root, problems } = parseText('app.json', written)
    return { root, problems: problems.found }
  }
  return { asJson: read(text), asYaml: read(`${text}\n# YAML`) }
}

const CORPUS = new URL('../../../../tests/corpus/cfn/', import.meta.url).pathname
const FILES = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:json|template)$/.test(file),
)

test('there are templates in JSON', () => {
  expect(FILES.length).toBeGreaterThan(5)
})

describe('JSON gives the nodes that it gives as YAML', () => {
  test.each(FILES)('%s', (file) => {
    const { asJson, asYaml } = bothWays(readFileSync(`${CORPUS}${file}`, 'utf8'))
    expect(asJson).toEqual(asYaml)
  })

  test('whatever it holds', () => {
    const key = fc.oneof(fc.constantFrom('Ref', 'Fn::Sub', 'Fn::ForEach::a', '__proto__', '<<', 'a', 'b'), fc.string())
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.integer(),
          fc.double({ noNaN: true }),
          fc.boolean(),
          fc.constant(null),
        ),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    }))
    fc.assert(
      fc.property(json, fc.nat(3), (value, indent) => {
        const { asJson, asYaml } = bothWays(JSON.stringify({ root: value }, null, indent))
        expect(asJson).toEqual(asYaml)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

test.each([
  ['a key that is written twice', '{"a": 1,\n "a": {"b": [null, "x\\n", 1.10, -0]}}'],
  ['a tail', '{"a": 1} x'],
  ['a comma too many', '{"a": [1, 2,],}'],
  ['a comment', '{"a": 1 # here\n}'],
  ['single quotes', "{'a': 'b'}"],
  ['a mark at its start', '\ufeff{"a": "b"}'],
])('%s is told as before', (_, text) => {
  const { asJson, asYaml } = bothWays(text)
  expect(asJson).toEqual(asYaml)
})

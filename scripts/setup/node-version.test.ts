import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isAtLeast, nodeFloor } from './node-version.mjs'

describe('the Node version', () => {
  test.each([
    ['v20.19.0', true],
    ['v20.20.2', true],
    ['v22.0.0', true],
    ['v24.1.0', true],
    ['v20.18.3', false],
    ['v20.9.0', false],
    ['v18.20.8', false],
    ['v24.0.0-nightly20250101', true],
  ])('%s is enough: %s', (version, isEnough) => {
    expect(isAtLeast(version, nodeFloor)).toBe(isEnough)
  })

  test.each(['package.json', 'packages/core/package.json', 'packages/iac/package.json', 'packages/cli/package.json'])(
    '%s asks for the same floor as setup',
    (file) => {
      const manifest = JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
      expect(manifest.engines).toEqual({ node: `>=${nodeFloor}` })
    },
  )
})

import { expect, test } from 'vitest'
import { looksLikeTemplate } from './looks-like-template.ts'

test.each([
  [true, { Resources: { A: { Type: 'AWS::EC2::VPC' } } }],
  [true, { Resources: { 'Fn::ForEach::X': [], A: { Type: 'T' } } }],
  [false, { Resources: {} }],
  [false, { Resources: { A: { Properties: {} } } }],
  [false, { Resources: [{ Type: 'T' }] }],
  [false, { schema: 'farsight.snapshot/1', accounts: {} }],
  [false, Object.create({ Resources: { A: { Type: 'T' } } })],
  [false, [{ Resources: { A: { Type: 'T' } } }]],
  [false, 'Resources'],
  [false, null],
])('%s for %j', (expected, root) => {
  expect(looksLikeTemplate(root)).toBe(expected)
})

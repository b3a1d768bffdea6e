import { expect, test } from 'vitest'
import { originOf, pointerTo } from './origin.ts'

test('a pointer escapes what would end a key', () => {
  expect(pointerTo('/a', 'b/c~d', 1)).toBe('/a/b~1c~0d/1')
})

test('the origin of a part is that of the nearest part around it', () => {
  const origins = { '/a': { call: 'ec2:DescribeVpcs' }, '/a/b': { file: 'app.yaml', line: 3, column: 5 } }
  expect(originOf(origins, '/a/b/c/0')).toEqual(origins['/a/b'])
  expect(originOf(origins, '/a/x')).toEqual(origins['/a'])
  expect(originOf(origins, '/z')).toBeNull()
  expect(originOf(undefined, '/a')).toBeNull()
})

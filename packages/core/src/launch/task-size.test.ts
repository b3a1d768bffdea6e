import { expect, test } from 'vitest'
import { cpuUnitsOf, mebibytesOf } from './task-size.ts'

test.each([
  [256, 256],
  ['256', 256],
  ['.25 vCPU', 256],
  ['0.5vcpu', 512],
  ['1 vCPU', 1024],
  ['1vCPU', 1024],
  ['16     vCpU', 16384],
  ['0x200', null],
  ['2e2', null],
  ['0b100000000', null],
  ['+256', null],
  ['256.0', null],
  ['0x1 vCPU', null],
  ['1e0 vCPU', null],
  ['. vCPU', null],
  [' vCPU', null],
  ['', null],
  ['-1 vCPU', null],
])('cpu %j is %j units', (written, units) => {
  expect(cpuUnitsOf(written)).toBe(units)
})

test.each([
  ['512', 512],
  ['0.5GB', 512],
  ['2 gb', 2048],
  ['0x200', null],
  ['1e3', null],
  ['Infinity', null],
])('memory %j is %j MiB', (written, mebibytes) => {
  expect(mebibytesOf(written)).toBe(mebibytes)
})

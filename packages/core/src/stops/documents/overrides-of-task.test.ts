import { expect, test } from 'vitest'
import { overridesOfTask } from './overrides-of-task.ts'

const UNREAD = { gap: 'not-read' } as const
const other = (expression: string) => ({ gap: 'unresolved', expression })

test.each<[written: unknown, read: unknown]>([
  [undefined, null],
  [null, null],
  [UNREAD, UNREAD],
  ['?', other('overrides')],
  [{}, {}],
  [
    { containerOverrides: [{ name: 'app' }], inferenceAcceleratorOverrides: [] },
    { containerOverrides: [], inferenceAcceleratorOverrides: [] },
  ],
  [
    { cpu: '512', taskRoleArn: 'r', ephemeralStorage: { sizeInGiB: 30 } },
    { cpu: '512', taskRoleArn: 'r', ephemeralStorage: { sizeInGiB: 30 } },
  ],
  [
    { containerOverrides: [{ name: 'app', command: ['a'], environment: [{ name: 'A', value: 'b' }], memory: 256 }] },
    { containerOverrides: [{ name: 'app', command: ['a'], environment: [{ name: 'A', value: 'b' }], memory: 256 }] },
  ],
  // As Step Functions shows it.
  [
    { ContainerOverrides: [{ Name: 'app', EnvironmentFiles: [{ Type: 's3', Value: 'x' }] }] },
    { containerOverrides: [{ name: 'app', environmentFiles: [{ type: 's3', value: 'x' }] }] },
  ],
  [{ cpu: 512 }, { cpu: other('Cpu') }],
  [{ executionRoleArn: UNREAD }, { executionRoleArn: other('ExecutionRoleArn') }],
])('%j is read as %j', (overrides, read) => {
  expect(overridesOfTask({ overrides })).toEqual(read)
})

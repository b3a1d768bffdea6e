import type { Snapshot } from '@farsight/core'
import snapshot from '../../../../cases/no-route-to-secretsmanager/private-subnets/snapshot.json' with { type: 'json' }
import type { Io } from '../io/io.ts'
import type { OutputOptions } from '../output-options.ts'
import { answer } from './answer.ts'

/** `farsight demo`: the preflight of the bundled case. It is an example, so that the service fails is no failure. */
export async function demoCommand(options: OutputOptions, io: Io): Promise<number> {
  const source = { type: 'snapshot', files: ['demo'] } as const
  await answer({ snapshot: snapshot as unknown as Snapshot, base: null, source }, options, io)
  return 0
}

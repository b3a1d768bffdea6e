import { isAddress } from '../address.ts'
import type { Lab, Round, RoundResult } from '../lab/lab.ts'
import type { PacketWorld } from '../packet-world.ts'
import { type Resolution, resolve } from '../resolve.ts'
import { type Sample, Sampler } from '../samples.ts'
import { type Compiled, compile } from './compile.ts'
import type { Fate } from './drop.ts'
import type { Faults } from './faults.ts'
import { taskOf } from './interfaces.ts'
import { portRule } from './nat.ts'

/** What became of one connection; `fate` is null where nothing counted a packet that did not come back. */
export interface Tried extends Sample {
  readonly open: boolean
  readonly fate: Fate | null
}

/** What the kernel says to one question; `resolution` null: there was no address to go to. */
export interface KernelAnswer {
  readonly resolution: Resolution
  /** Whether there are no other addresses that the host may have. */
  readonly isWhole: boolean
  readonly tried: readonly Tried[]
}

/** As many as the six bits of the DSCP tell apart. */
const TAGS = 63

/** Sends the packets of all probes of a world. */
export async function tryWorld(lab: Lab, world: PacketWorld, faults: Faults = {}): Promise<readonly KernelAnswer[]> {
  const compiled = compile(world, faults)
  const sampler = new Sampler(world)
  const asked = world.probes.map((probe) => {
    const task = taskOf(compiled.interfaces, probe)
    const resolution = resolve(world, compiled.interfaces, probe)
    const isWhole = resolution !== world.hosts[probe.host] || isAddress(probe.host)
    return { resolution, isWhole, space: task.space, samples: sampler.samplesOf(task, probe, resolution ?? []) }
  })
  const attempts = asked.flatMap(({ samples, space }) => samples.map((sample) => ({ sample, space })))
  const batches = Array.from({ length: Math.ceil(attempts.length / TAGS) }, (_, number) =>
    attempts.slice(number * TAGS, (number + 1) * TAGS),
  )
  const results = await lab.run(
    compiled.plan,
    batches.map((batch) => roundOf(compiled, batch)),
  )
  const tried = batches.flatMap((batch, number) => readRound(compiled, batch, results[number]))
  let place = 0
  return asked.map(({ resolution, isWhole, samples }) => {
    place += samples.length
    return { resolution, isWhole, tried: tried.slice(place - samples.length, place) }
  })
}

type Batch = readonly { readonly sample: Sample; readonly space: string }[]

function roundOf({ translators }: Compiled, batch: Batch): Round {
  const probes = batch.map(({ sample: { source, sourcePort, target, targetPort }, space }, place) => {
    return { tag: place + 1, space, source, sourcePort, target, targetPort }
  })
  const load = translators.map(({ space, address }) => {
    const rules = batch.map(({ sample }, place) => portRule(place + 1, sample.natPort, address))
    return [space, ['flush chain inet oracle ports', ...rules].join('\n')] as const
  })
  return { probes, load: Object.fromEntries(load) }
}

function readRound({ plan }: Compiled, batch: Batch, result: RoundResult | undefined): readonly Tried[] {
  if (result === undefined) throw new Error('The lab left a round out')
  return batch.map(({ sample }, place) => {
    const outcome = result.outcomes[place]
    if (outcome !== 'open' && outcome !== 'silent')
      throw new Error(`A connection to ${sample.target} ended in ${outcome}`)
    const counted = result.drops.find(({ tag }) => tag === place + 1)
    const drop = counted === undefined ? undefined : plan.drops[counted.rule]
    const fate = counted === undefined || drop === undefined ? null : { drop, reply: counted.reply }
    return { ...sample, open: outcome === 'open', fate: outcome === 'open' ? null : fate }
  })
}

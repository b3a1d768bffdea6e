import { type Comparison, compare } from './compare.ts'
import { answersTo, type Path } from './farsight.ts'
import type { Faults } from './kernel/faults.ts'
import { type KernelAnswer, tryWorld } from './kernel/trial.ts'
import type { Lab } from './lab/lab.ts'
import type { PacketProbe, PacketWorld } from './packet-world.ts'

/** One question with both answers. */
export interface Judged {
  readonly probe: PacketProbe
  readonly path: Path
  readonly kernel: KernelAnswer
  readonly comparison: Comparison
}

export async function judge(lab: Lab, world: PacketWorld, faults: Faults = {}): Promise<readonly Judged[]> {
  const kernel = await tryWorld(lab, world, faults)
  return answersTo(world).flatMap((path, place) => {
    const [probe, answer] = [world.probes[place], kernel[place]]
    return probe === undefined || answer === undefined
      ? []
      : [{ probe, path, kernel: answer, comparison: compare(path, answer) }]
  })
}

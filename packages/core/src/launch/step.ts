import type { World } from '../model/world.ts'
import type { Launch } from './launch.ts'
import type { Requirement } from './requirement.ts'
import type { StepId } from './step-id.ts'

/** A stage of the launch. It only declares what must hold; judging is the same for all steps (`judge.ts`). */
export interface Step {
  readonly id: StepId
  readonly requires: (launch: Launch, world: World) => readonly Requirement[]
}

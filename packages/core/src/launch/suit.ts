import type { Gap } from '../model/gap.ts'
import type { Judgement } from '../model/judgement.ts'
import { isGap, type Known } from '../model/known.ts'
import { oneOf } from '../model/one-of.ts'
import type { Pointer } from '../model/origin.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Placed } from '../model/world.ts'
import type { Blocker } from './blocker.ts'
import { Faults } from './faults.ts'
import type { Launch } from './launch.ts'
import { pointerToField } from './overridden-definition.ts'

/** Gathers what does not suit Fargate in the fields of one task definition. */
export class Suit {
  readonly definition: TaskDefinition
  readonly at: Pointer
  readonly #id: string
  readonly #launch: Launch
  readonly #faults = new Faults()

  constructor({ id, value, at }: Placed<TaskDefinition>, launch: Launch) {
    this.#launch = launch
    this.#id = id
    this.definition = value
    this.at = at
  }

  unsuitable(field: string, value: string, ...wanted: readonly string[]): void {
    this.#fail(field, value, wanted, null)
  }

  /** The field has to have one of these. */
  oneOf(field: string, value: Known<string>, ...wanted: readonly string[]): void {
    const fits = isGap(value) ? value : oneOf(value, wanted)
    if (isGap(fits)) this.open(field.split('.')[0] ?? field, fits)
    else if (!fits) this.unsuitable(field, String(value), ...wanted)
  }

  /** The field may not be there. @param systemFamily with these operating systems; null: with any */
  refused(field: string, value: string | null, systemFamily: string | null): void {
    this.#fail(field, value, [], systemFamily)
  }

  open(field: string, gap: Gap): void {
    const at = pointerToField(this.#launch, this.at, field)
    this.#faults.open({ gap, what: { kind: 'task-definition', id: this.#id }, at })
  }

  judgement(): Judgement<Blocker> {
    return this.#faults.judgement()
  }

  #fail(field: string, value: string | null, wanted: readonly string[], systemFamily: string | null): void {
    const at = pointerToField(this.#launch, this.at, field.replaceAll('.', '/'))
    const taskDefinition = this.#id
    this.#faults.fail({ blocker: 'task-definition-unsuitable', taskDefinition, field, value, wanted, systemFamily, at })
  }
}

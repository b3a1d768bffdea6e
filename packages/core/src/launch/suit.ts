import { all, fails, type Judgement, undecided, WORKS } from '../model/judgement.ts'
import type { Known } from '../model/known.ts'
import type { Pointer } from '../model/origin.ts'
import type { TaskDefinition } from '../model/task-definition.ts'
import type { Placed } from '../model/world.ts'
import type { Blocker } from './blocker.ts'

/** Collects what does not suit; most definitions have nothing of it. */
export class Suit {
  readonly definition: TaskDefinition
  readonly at: Pointer
  readonly #id: string
  #judgements: Judgement<Blocker>[] | null = null

  constructor({ id, value, at }: Placed<TaskDefinition>) {
    this.#id = id
    this.definition = value
    this.at = at
  }

  unsuitable(field: string, value: string, ...wanted: readonly string[]): void {
    this.#fail(field, value, wanted, null)
  }

  /** The field may not be there. @param systemFamily with these operating systems; null: with any */
  refused(field: string, value: string | null, systemFamily: string | null): void {
    this.#fail(field, value, [], systemFamily)
  }

  #fail(field: string, value: string | null, wanted: readonly string[], systemFamily: string | null): void {
    const at = `${this.at}/${field.replaceAll('.', '/')}`
    const taskDefinition = this.#id
    this.#add(fails({ blocker: 'task-definition-unsuitable', taskDefinition, field, value, wanted, systemFamily, at }))
  }

  open(field: string, gap: Known<never>): void {
    const what = { kind: 'task-definition', id: this.#id } as const
    this.#add(undecided({ gap, what, at: `${this.at}/${field}` }))
  }

  judgement(): Judgement<Blocker> {
    return this.#judgements === null ? WORKS : all(this.#judgements)
  }

  #add(judgement: Judgement<Blocker>): void {
    this.#judgements ??= []
    this.#judgements.push(judgement)
  }
}

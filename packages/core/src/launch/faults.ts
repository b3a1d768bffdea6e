import { all, fails, type Judgement, type OpenFact, undecided, WORKS } from '../model/judgement.ts'
import type { Blocker } from './blocker.ts'

/** Gathers what is wrong with a task definition, and what of it is not known; most have nothing of either. */
export class Faults {
  #judgements: Judgement<Blocker>[] | null = null

  fail(blocker: Blocker): void {
    this.#add(fails(blocker))
  }

  open(fact: OpenFact): void {
    this.#add(undecided(fact))
  }

  judgement(): Judgement<Blocker> {
    return this.#judgements === null ? WORKS : all(this.#judgements)
  }

  #add(judgement: Judgement<Blocker>): void {
    this.#judgements ??= []
    this.#judgements.push(judgement)
  }
}

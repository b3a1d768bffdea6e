import type { Gap } from '../model/gap.ts'
import { isGap, type Known } from '../model/known.ts'
import { oneOf } from '../model/one-of.ts'
import { hasPlaceholder } from '../model/placeholder.ts'

/** Finds names that are there twice, and says what is not known where one may be. */
export class DistinctNames {
  readonly #known = new Set<string>()
  /** Those of the known that have placeholders. */
  #partly: string[] | null = null
  #unknown: Gap | null = null
  #doubt: Gap | null = null
  #isTold = false

  /** The name is taken; others may have it too. */
  take(name: Known<string>): void {
    if (isGap(name)) this.#unknown ??= name
    else {
      this.#known.add(name)
      if (hasPlaceholder(name)) {
        this.#partly ??= []
        this.#partly.push(name)
      }
    }
  }

  /** Takes a name that nobody else may have. @returns whether it was taken before */
  add(name: Known<string>): boolean {
    if (!isGap(name) && this.#known.has(name)) return true
    this.#doubt ??= this.#doubtOf(name)
    this.take(name)
    return false
  }

  /** Why a name that was added may be there twice all the same; null: it is not, or that was told before. */
  newDoubt(): Gap | null {
    if (this.#isTold || this.#doubt === null) return null
    this.#isTold = true
    return this.#doubt
  }

  #doubtOf(name: Known<string>): Gap | null {
    if (this.#unknown !== null) return this.#unknown
    if (isGap(name)) return this.#known.size > 0 ? name : null
    const found = oneOf(name, hasPlaceholder(name) ? [...this.#known] : (this.#partly ?? []))
    return isGap(found) ? found : null
  }
}

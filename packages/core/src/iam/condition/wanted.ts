import type { Context } from '../context.ts'
import type { Truth } from '../truth.ts'

/** One value that a condition asks for: whether a value of the request is it. */
export type Wanted = (value: string, context: Context) => Truth

/** How the operators of one kind of value compare. */
export interface Family {
  readonly kind: string
  /** Null: AWS would not take the text. */
  readonly compile: (text: string, variables: boolean) => Wanted | null
  /** Whether any value at all is what the text asks for. */
  readonly isAny?: (text: string) => boolean
  /**
   * Values among which, for texts without variables, each value of the request has one that compares alike with all of
   * them, or of which it is open how it compares; null: there is no such list.
   */
  readonly samples?: (texts: readonly string[]) => readonly string[] | null
}

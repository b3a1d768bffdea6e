import { foldText } from './fold-text.ts'

/** An action as policies see it: without regard to case. */
export interface ActionName {
  /** In lower case but for the names of placeholders, which are not text. */
  readonly folded: string
  /** See `maskOf`. */
  readonly mask: number
}

// INVARIANT: a memo of a pure function, dropped when it outgrows the actions that launches need.
const known = new Map<string, ActionName>()

export function actionName(text: string): ActionName {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= 1000) known.clear()
  const action = { folded: foldText(text), mask: maskOf(text) }
  known.set(text, action)
  return action
}

const STAR = 42
const QUESTION_MARK = 63
const ASCII = 128

/** Any action. */
export const ANY = -1

/**
 * One of 32 bits for a name of letters, all of them for a pattern: where the masks of two have no bit in common, neither
 * is or matches the other. So most policies need not be read to know that they do not speak of an action.
 */
export function maskOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === STAR || code === QUESTION_MARK || code >= ASCII) return ANY
    // The two cases of a letter are 32 apart, so they count the same.
    hash = (code - hash) & 31
  }
  return 1 << hash
}

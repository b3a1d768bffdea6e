import type { Clues } from './clues/clues.ts'
import { STAGES_OF_ACTIONS, STAGES_OF_CALLS, STAGES_OF_SERVICES } from './formats/operations.ts'
import { STAGES, type Stage } from './formats/stages.ts'
import type { Wording } from './wording.ts'

/**
 * The step that the text is about: by the call that failed, else by the words for a step, else by the action that was
 * refused, else by the service that was asked.
 */
export function stageOf({ says, text }: Wording, { operation, denial, service }: Clues): Stage | null {
  const isCallers = /when calling the/i.test(text)
  const ofCall = isCallers && operation !== null ? own(STAGES_OF_CALLS, operation.toLowerCase()) : null
  if (ofCall !== null) return ofCall
  const action = denial?.action?.toLowerCase() ?? null
  const ofAction = action === null ? null : (STAGES_OF_ACTIONS.find(([part]) => action.startsWith(part))?.[1] ?? null)
  const ofWords = STAGES.find((stage) => stage.says.some(says)) ?? null
  // An action is exact; only a step that does several kinds of calls knows better
  if (ofAction !== null && (ofWords === null || !SEVERAL_CALLS.has(ofWords.step))) return ofAction
  if (ofWords !== null) return { step: ofWords.step, service: ofWords.service }
  return ofAction ?? (service === null ? null : own(STAGES_OF_SERVICES, service))
}

const SEVERAL_CALLS: ReadonlySet<string> = new Set([
  'get-registry-credentials',
  'fetch-environment-files',
  'pull-images',
  'open-exec-session',
])

function own(stages: { readonly [name: string]: Stage }, name: string): Stage | null {
  return Object.hasOwn(stages, name) ? (stages[name] ?? null) : null
}

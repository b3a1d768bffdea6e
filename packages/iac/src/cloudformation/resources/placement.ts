import type { PlacementRule } from '@farsight/core'
import { record } from '../record-shape.ts'
import { fullList, marked, text } from '../shape.ts'

/** Constraints or strategies of placement, as services and arguments of RunTask have them. */
export const placementRules = marked(fullList(record<PlacementRule>({ type: text })))

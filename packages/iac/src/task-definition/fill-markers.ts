import { placeholder } from '@farsight/core'
import { isObject } from '../snapshot/schema/object.ts'

/**
 * Files of task definitions are often filled in later, by CI or a deployment tool: `{{ … }}`, `${…}` and `<…>` stand for
 * what nobody knows yet. A value that is one such mark is a gap; a text with one in it has a placeholder there. What the
 * API shows as null is not set.
 */
export function fillMarkers(value: unknown): unknown {
  if (typeof value === 'string') return ofText(value)
  if (Array.isArray(value)) return value.map(fillMarkers)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === null ? [] : [[key, fillMarkers(part)] as const])),
  )
}

const MARKERS = /\{\{([^{}]*)\}\}|\$\{([^{}]*)\}|<([A-Za-z][\w -]*)>/g

function ofText(text: string): unknown {
  const filled = text.replace(MARKERS, (_, ...names: readonly (string | undefined)[]) =>
    placeholder((names.slice(0, 3).find((name) => name !== undefined) ?? '').trim() || '?'),
  )
  if (filled === text) return text
  return /^«[^«»]*»$/.test(filled) ? { gap: 'unresolved', expression: text } : filled
}

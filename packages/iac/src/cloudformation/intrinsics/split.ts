import { type Gap, hasPlaceholder } from '@farsight/core'
import { typeOfPlaceholder } from '../registry.ts'
import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { derived, embed, openOf, relocated, text, unknown, unresolved, type Value } from '../value.ts'
import { badCall, operandsOf } from './arguments.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html */
export function split(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const [delimiterNode, source] = operandsOf(argument, 2) ?? []
  if (delimiterNode === undefined || source === undefined) {
    return badCall('Fn::Split', '[delimiter, text]', argument, resolver)
  }
  const delimiter = embed(resolver.value(delimiterNode))
  const value = resolver.value(source)
  const whole = embed(value)
  if (!delimiter || whole === null) return unresolved('Fn::Split', at)
  if (value.kind === 'unknown') return derived(value, value.name, at)
  return splitValue(whole, delimiter, { open: openOf(value), at }, resolver)
}

/** The parts of a text; an unknown where a placeholder may hold the delimiter. A part that is a reference is one again. */
export function splitValue(
  whole: string,
  delimiter: string,
  { open, at }: { readonly open: Gap | null; readonly at: number },
  resolver: Resolver,
): Value {
  if (open !== null && !placeholdersHold(whole, delimiter, resolver)) {
    // Slashes and colons inside of a placeholder would take ARNs apart
    return unknown(open, `Fn::Split ${whole.replace(/[/:]/g, '|')}`, at)
  }
  const items = splitAround(whole, delimiter).map((part) => {
    const reference = resolver.registry.references.get(part)
    return reference === undefined ? text(part, at, hasPlaceholder(part) ? open : null) : relocated(reference, at)
  })
  return { kind: 'list', items, at }
}

/** What AWS generates for these holds none of the characters that separate the parts of an ARN or a list. */
const SEPARATORS = new Set([':', '/', ',', '|', ' ', ';'])

/** Whether no placeholder may stand for a text with the delimiter in it, so that the parts can be counted. */
function placeholdersHold(whole: string, delimiter: string, { registry }: Resolver): boolean {
  if (!SEPARATORS.has(delimiter)) return false
  return [...whole.matchAll(/«([^«»]*)»/g)].every(([, name = '']) => {
    const type = typeOfPlaceholder(registry, name)
    return name.startsWith('AWS::') || (type !== undefined && type !== 'AWS::SSM::Parameter')
  })
}

function splitAround(whole: string, delimiter: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (let i = 0; i < whole.length; i++) {
    if (whole[i] === '«') {
      const end = whole.indexOf('»', i)
      if (end > 0) i = end
    } else if (whole.startsWith(delimiter, i)) {
      parts.push(whole.slice(start, i))
      i += delimiter.length - 1
      start = i + 1
    }
  }
  return [...parts, whole.slice(start)]
}

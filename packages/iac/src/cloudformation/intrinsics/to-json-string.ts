import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { embed, openOf, text, unresolved, type Value } from '../value.ts'
import { composeText } from './compose-text.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html */
export function toJsonString(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const value = resolver.value(argument)
  const parts: (string | Value)[] = []
  if (value.kind !== 'list' && value.kind !== 'map') return unresolved('Fn::ToJsonString', at)
  write(value, parts)
  return composeText(parts, at, resolver)
}

/** What is not known stands as a placeholder inside quotes: whatever reads the text finds it there. */
function write(value: Value, parts: (string | Value)[]): void {
  if (value.kind === 'list') {
    parts.push('[')
    value.items.forEach((item, i) => {
      if (i > 0) parts.push(',')
      write(item, parts)
    })
    parts.push(']')
  } else if (value.kind === 'map') {
    let comma = '{'
    for (const [key, entry] of value.entries) {
      parts.push(`${comma}${JSON.stringify(key)}:`)
      write(entry.value, parts)
      comma = ','
    }
    parts.push(comma === '{' ? '{}' : '}')
  } else {
    parts.push(text(JSON.stringify(embed(value) ?? ''), value.at, openOf(value)))
  }
}

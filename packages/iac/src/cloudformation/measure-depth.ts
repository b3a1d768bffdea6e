import type { CST } from 'yaml'

/** CloudFormation's own templates stay far below; what is deeper is refused before anything recurses into it. */
export const MAX_DEPTH = 64

/**
 * Where collections nest deeper than the limit, the offset of the first that does; else null. Without recursion, so that
 * a hostile file cannot overflow the stack.
 */
export function tooDeepAt(tokens: readonly CST.Token[], limit = MAX_DEPTH): number | null {
  const open: [CST.Token, number][] = []
  for (const token of tokens) if (token.type === 'document' && token.value) open.push([token.value, 0])
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next
    if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') continue
    if (depth >= limit) return token.offset
    for (const item of token.items) {
      if (item.key) open.push([item.key, depth + 1])
      if (item.value) open.push([item.value, depth + 1])
    }
  }
  return null
}

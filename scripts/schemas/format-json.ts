/** JSON with what fits into a line on one line, so that a schema reads well and its differences stay small. */
export function formatJson(value: unknown, width = 120): string {
  const format = (part: unknown, indent: string, lead: string): string => {
    const line = lead + oneLine(part)
    if (typeof part !== 'object' || part === null || indent.length + line.length < width) return indent + line
    const deeper = `${indent}  `
    const [open, close] = Array.isArray(part) ? ['[', ']'] : ['{', '}']
    const items = Array.isArray(part)
      ? part.map((item) => format(item, deeper, ''))
      : Object.entries(part).map(([key, item]) => format(item, deeper, `${JSON.stringify(key)}: `))
    return `${indent}${lead}${open}\n${items.join(',\n')}\n${indent}${close}`
  }
  return `${format(value, '', '')}\n`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

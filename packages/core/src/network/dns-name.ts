import { hasPlaceholder, sameText, splitText } from '../model/placeholder.ts'

/** Names are compared without case and without the dot that ends them. */
export function nameOf(text: string): string {
  const name = hasPlaceholder(text) ? lowerCaseOutside(text) : text.toLowerCase()
  return name.endsWith('.') ? name.slice(0, -1) : name
}

function lowerCaseOutside(text: string): string {
  const [first = '', ...others] = text.split('«')
  const parts = others.map((part) => {
    const end = part.indexOf('»') + 1
    return part.slice(0, end) + part.slice(end).toLowerCase()
  })
  return [first.toLowerCase(), ...parts].join('«')
}

/**
 * A name and the domains above it, the longest first; the root is `''`. Of what is too long to be a name, the name
 * alone, so that an input cannot cost the square of its length.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function domainsAbove(name: string): readonly string[] {
  if (name.length > LONGEST) return [name]
  const domains = [name]
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) domains.push(name.slice(dot + 1))
  if (name !== '') domains.push('')
  return domains
}

const LONGEST = 255
/** A placeholder may be written longer than what it stands for. */
const LONGEST_WRITTEN = 1024

/** Whether the name is the domain or lies below it; undefined where placeholders leave both open. */
export function isUnder(name: string, domain: string): boolean | undefined {
  if (domain === '' || name === domain || name.endsWith(`.${domain}`)) return true
  if (!hasPlaceholder(domain) && !hasPlaceholder(name)) return false
  if (!hasPlaceholder(name) && !name.endsWith(domain.slice(domain.lastIndexOf('»') + 1))) return false
  if (domain.length > LONGEST_WRITTEN || name.length > LONGEST_WRITTEN) return undefined
  const labels = splitText(name, '.')
  const open = labels.some((_, from) => sameText(labels.slice(from).join('.'), domain) === undefined)
  return open ? undefined : false
}

/** The image or repository that a pull or push was about, as the message writes it. */
export function imageIn(text: string): string | null {
  for (const pattern of PATTERNS) {
    const [, image] = pattern.exec(text) ?? []
    if (image !== undefined) return image.replace(/[:.,;]+$/, '')
  }
  return null
}

const PATTERNS: readonly RegExp[] = [
  /failed to resolve ref(?:erence)? "?([^\s",]{1,500})/i,
  /cannot pull '?([^\s',]{1,500})'? from/i,
  /access denied for ([^\s,]{1,500})/i,
  /manifest for ([^\s,]{1,500}) not found/i,
  /repository (?:with name )?'?([^\s',]{1,500})'? (?:does not exist|not found)/i,
  /in the '([^\s']{1,300})' repository/i,
  /\b((?:\d{12}|[\w*{}<>]{1,40})\.dkr\.ecr\.[\w.{}<>*-]{1,100}\/[\w./:@<>{}*-]{1,300})/i,
]
